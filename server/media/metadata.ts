import type { MediaMetadata } from './analysis.js';
import type { MetadataBlocks } from './decoders/decoder.js';
import { readLivePhotoId } from './metadata/apple-maker-note.js';
import { cameraName, exposureText } from './metadata/camera.js';
import { readIptc, type IptcValues } from './metadata/iptc.js';
import { degreesOf, degreesOfXmp, toPlace } from './metadata/place.js';
import { parseTakenDate, type TakenDate } from './metadata/taken-date.js';
import { decodeText, tidyDescription, tidyText } from './metadata/text.js';
import { readFirstTags } from './metadata/tiff-tags.js';
import { readXmp, type XmpValues } from './metadata/xmp.js';

const IMAGE_DESCRIPTION = 0x010e;
const MAX_KEYWORDS = 200;
const IPTC = { title: 5, keywords: 25, date: 55, time: 60, caption: 120 } as const;

type Tags = Readonly<Record<string, unknown>>;

interface ExifTags {
  readonly ifd0: Tags;
  readonly exif: Tags;
  readonly gps: Tags;
  readonly makerNote: unknown;
}

/** All a reader of one picture's blocks looks at. */
interface Sources {
  readonly exif: ExifTags;
  readonly tiff: Buffer | null;
  readonly iptc: IptcValues;
  readonly xmp: XmpValues;
}

/** What EXIF, IPTC and XMP say; malformed parts count as absent and never throw. */
export async function readPhotoMetadata(blocks: MetadataBlocks): Promise<MediaMetadata> {
  const sources: Sources = {
    exif: await readExif(blocks.exif),
    tiff: blocks.exif,
    iptc: blocks.iptc ? readIptc(blocks.iptc) : new Map(),
    xmp: blocks.xmp ? readXmp(blocks.xmp) : new Map(),
  };
  const { ifd0, exif } = sources.exif;
  return {
    ...takenOf(sources),
    ...placeOf(sources),
    ...wordsOf(sources),
    camera: cameraName(ifd0.Make ?? sources.xmp.get('tiff:Make')?.[0], ifd0.Model ?? sources.xmp.get('tiff:Model')?.[0]),
    lens: tidyText(exif.LensModel),
    exposure: exposureText({ focalLength: exif.FocalLength, aperture: exif.FNumber, seconds: exif.ExposureTime, iso: exif.ISO }),
    livePhotoId: readLivePhotoId(sources.exif.makerNote),
  };
}

async function readExif(tiff: Buffer | null): Promise<ExifTags> {
  const nothing: ExifTags = { ifd0: {}, exif: {}, gps: {}, makerNote: null };
  if (!tiff) return nothing;
  const { default: exifr } = await import('exifr');
  const found: Partial<ExifTags> | undefined = await exifr
    .parse(tiff, {
      ifd0: {},
      exif: true,
      gps: true,
      makerNote: true,
      xmp: false,
      iptc: false,
      icc: false,
      mergeOutput: false,
      reviveValues: false,
      translateValues: false,
    })
    .catch(() => undefined);
  return { ...nothing, ...found };
}

function takenOf({ exif: { ifd0, exif, gps }, iptc, xmp }: Sources) {
  const dated = (text: unknown, subSeconds?: unknown, offset?: unknown): TakenDate | null =>
    typeof text === 'string' ? parseTakenDate(text, textOf(subSeconds), textOf(offset)) : null;
  // In order of trust: when the shutter opened, when it was digitised, what programs wrote, the satellites' day, the last change.
  const candidates: readonly (readonly [MediaMetadata['takenSource'], () => TakenDate | null])[] = [
    ['exif', () => dated(exif.DateTimeOriginal, exif.SubSecTimeOriginal, exif.OffsetTimeOriginal)],
    ['exif', () => dated(exif.CreateDate, exif.SubSecTimeDigitized, exif.OffsetTimeDigitized)],
    ['xmp', () => dated(xmp.get('exif:DateTimeOriginal')?.[0])],
    ['xmp', () => dated(xmp.get('photoshop:DateCreated')?.[0])],
    ['iptc', () => dated(iptcMoment(iptc))],
    ['xmp', () => dated(xmp.get('xmp:CreateDate')?.[0])],
    ['exif', () => dated(gpsMoment(gps))],
    ['exif', () => dated(ifd0.ModifyDate, exif.SubSecTime, exif.OffsetTime)],
  ];
  for (const [takenSource, read] of candidates) {
    const taken = read();
    if (taken) return { takenSource, takenLocal: taken.local, takenOffsetMinutes: taken.offsetMinutes, takenPrecision: taken.precision };
  }
  return { takenSource: null, takenLocal: null, takenOffsetMinutes: null, takenPrecision: null };
}

function iptcMoment(iptc: IptcValues): string | undefined {
  const date = iptc.get(IPTC.date)?.[0];
  const time = iptc.get(IPTC.time)?.[0];
  return date && time ? `${date} ${time}` : date;
}

/** The satellites count in UTC, so their moment carries the offset Z. */
function gpsMoment(gps: Tags): string | undefined {
  const { GPSDateStamp: date, GPSTimeStamp: time } = gps;
  if (typeof date !== 'string') return undefined;
  if (!Array.isArray(time) || time.length < 3) return date;
  return `${date} ${time.map((part) => String(Math.floor(Number(part))).padStart(2, '0')).join(':')}Z`;
}

function placeOf({ exif: { gps }, xmp }: Sources) {
  const place =
    toPlace(degreesOf(gps.GPSLatitude, gps.GPSLatitudeRef), degreesOf(gps.GPSLongitude, gps.GPSLongitudeRef)) ??
    toPlace(degreesOfXmp(xmp.get('exif:GPSLatitude')?.[0]), degreesOfXmp(xmp.get('exif:GPSLongitude')?.[0]));
  return place ?? { latitude: null, longitude: null };
}

function wordsOf({ exif: { ifd0 }, tiff, iptc, xmp }: Sources) {
  const stated = tiff ? readFirstTags(tiff).get(IMAGE_DESCRIPTION) : undefined;
  const keywords = [...(xmp.get('dc:subject') ?? []), ...(iptc.get(IPTC.keywords) ?? [])].map(tidyText).filter((word) => word !== null);
  return {
    title: tidyDescription(xmp.get('dc:title')?.[0]) ?? tidyDescription(iptc.get(IPTC.title)?.[0]),
    description:
      tidyDescription(xmp.get('dc:description')?.[0]) ??
      tidyDescription(iptc.get(IPTC.caption)?.[0]) ??
      tidyDescription(stated && decodeText(stated.bytes)),
    keywords: [...new Set(keywords)].slice(0, MAX_KEYWORDS),
    rating: ratingOf(xmp.get('xmp:Rating')?.[0] ?? ifd0.Rating),
  };
}

/** 1..5 stars; 0 means unrated and -1 rejected, neither of which is a star. */
function ratingOf(text: unknown): number | null {
  const stars = Math.round(Number(text));
  return stars >= 1 && stars <= 5 ? stars : null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
