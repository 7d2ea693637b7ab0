/** Who turns a format's bytes into pixels. */
export type DecoderName = 'sharp' | 'heic' | 'raw' | 'ffmpeg';

/** One format the archive reads. */
export interface Format {
  /** Stands in documents and reports, such as `jpeg`. */
  readonly name: string;
  readonly mime: string;
  readonly kind: 'photo' | 'video';
  readonly decoder: DecoderName;
  readonly extensions: readonly string[];
  /** What file-type calls it (its `ext`), as told from the first bytes. */
  readonly sniffedAs: readonly string[];
}

type Row = readonly [name: string, mime: string, decoder: DecoderName, extensions: string, sniffedAs: string];

// Formats that file-type does not tell from plain TIFF (pef, srw, older nef) are recognised by TIFF bytes and one of these extensions.
const ROWS: readonly Row[] = [
  ['jpeg', 'image/jpeg', 'sharp', 'jpg jpeg jpe jfif mpo', 'jpg mpo'],
  ['png', 'image/png', 'sharp', 'png', 'png apng'],
  ['webp', 'image/webp', 'sharp', 'webp', 'webp'],
  ['gif', 'image/gif', 'sharp', 'gif', 'gif'],
  ['tiff', 'image/tiff', 'sharp', 'tif tiff', 'tif'],
  ['avif', 'image/avif', 'sharp', 'avif', 'avif'],
  ['heic', 'image/heic', 'heic', 'heic heif hif', 'heic'],
  ['dng', 'image/x-adobe-dng', 'raw', 'dng', 'dng'],
  ['cr2', 'image/x-canon-cr2', 'raw', 'cr2', 'cr2'],
  ['cr3', 'image/x-canon-cr3', 'raw', 'cr3', 'cr3'],
  ['nef', 'image/x-nikon-nef', 'raw', 'nef nrw', 'nef'],
  ['arw', 'image/x-sony-arw', 'raw', 'arw sr2', 'arw'],
  ['orf', 'image/x-olympus-orf', 'raw', 'orf', 'orf'],
  ['rw2', 'image/x-panasonic-rw2', 'raw', 'rw2', 'rw2'],
  ['raf', 'image/x-fujifilm-raf', 'raw', 'raf', 'raf'],
  ['pef', 'image/x-pentax-pef', 'raw', 'pef', ''],
  ['srw', 'image/x-samsung-srw', 'raw', 'srw', ''],
  ['mp4', 'video/mp4', 'ffmpeg', 'mp4', 'mp4 f4v'],
  ['m4v', 'video/x-m4v', 'ffmpeg', 'm4v', 'm4v'],
  ['mov', 'video/quicktime', 'ffmpeg', 'mov qt', 'mov'],
  ['3gp', 'video/3gpp', 'ffmpeg', '3gp 3g2', '3gp 3g2'],
  ['webm', 'video/webm', 'ffmpeg', 'webm', 'webm'],
  ['mkv', 'video/matroska', 'ffmpeg', 'mkv', 'mkv'],
  ['avi', 'video/vnd.avi', 'ffmpeg', 'avi', 'avi'],
  ['mpeg', 'video/mpeg', 'ffmpeg', 'mpg mpeg', 'mpg'],
  ['mts', 'video/mp2t', 'ffmpeg', 'mts m2ts', 'mts'],
  ['wmv', 'video/x-ms-asf', 'ffmpeg', 'wmv asf', 'asf wmv'],
  ['flv', 'video/x-flv', 'ffmpeg', 'flv', 'flv'],
];

const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** Every format that becomes a document; what is not in this table is never opened by a decoder. */
export const FORMATS: readonly Format[] = ROWS.map(([name, mime, decoder, extensions, sniffedAs]) => ({
  name,
  mime,
  decoder,
  kind: decoder === 'ffmpeg' ? 'video' : 'photo',
  extensions: words(extensions),
  sniffedAs: words(sniffedAs),
}));

/** The format that file-type's `ext` means, or null. */
export function findFormatSniffedAs(ext: string): Format | null {
  return FORMATS.find((format) => format.sniffedAs.includes(ext)) ?? null;
}

/** The format of a name in the table, or null. */
export function findFormat(name: string): Format | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}

/** The format a file name's extension (lower case, no dot) claims, or null. */
export function findFormatOfExtension(extension: string): Format | null {
  return FORMATS.find((format) => format.extensions.includes(extension)) ?? null;
}
