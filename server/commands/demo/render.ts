import sharp, { type Exif } from 'sharp';
import { createRandom } from '../../models/builtin/random.js';
import type { PicturePlan } from './album.js';
import { Drawing, rectangle, stops } from './drawing.js';
import { LIGHTS } from './light.js';
import { SCENES } from './scenes.js';

const GRAIN_SIZE = 512;

/** Draws a planned picture and returns it as a JPEG with everything a camera and a person would have written into it. */
export async function renderPicture(plan: PicturePlan): Promise<Buffer> {
  const drawing = new Drawing(plan.width, plan.height, createRandom(plan.seed));
  SCENES[plan.scene].paint(drawing, LIGHTS[plan.light]);
  const vignette = drawing.radial(stops([0, '#000000', 0], [0.62, '#000000', 0], [1, '#05030f', 0.2]));
  drawing.add(rectangle([0, 0, plan.width, plan.height], vignette));
  return sharp(Buffer.from(drawing.toSvg()))
    .composite([{ input: grain(), raw: { width: GRAIN_SIZE, height: GRAIN_SIZE, channels: 4 }, tile: true, blend: 'soft-light' }])
    .flatten()
    .withExif(exifOf(plan))
    .withXmp(xmpOf(plan))
    .jpeg({ quality: 88, mozjpeg: false })
    .toBuffer();
}

/** What becomes of a picture in a messenger (smaller, poorer) or an editor (warmer, cropped): a near-duplicate of it, as JPEG. */
export async function renderVariant(picture: Buffer, variant: 'sent' | 'edited'): Promise<Buffer> {
  if (variant === 'sent') return sharp(picture).resize(900).jpeg({ quality: 62 }).toBuffer();
  const { width, height } = await sharp(picture).metadata();
  const crop = {
    left: Math.round(width * 0.03),
    top: Math.round(height * 0.04),
    width: Math.round(width * 0.94),
    height: Math.round(height * 0.92),
  };
  return sharp(picture).extract(crop).modulate({ saturation: 1.15, brightness: 1.04 }).keepMetadata().jpeg({ quality: 90 }).toBuffer();
}

// Film grain, seeded like everything else; it also hides the steps that eight bits leave in a wide gradient.
let grainPixels: Buffer | null = null;
function grain(): Buffer {
  if (grainPixels) return grainPixels;
  const random = createRandom(1);
  grainPixels = Buffer.alloc(GRAIN_SIZE * GRAIN_SIZE * 4);
  for (let pixel = 0; pixel < grainPixels.length; pixel += 4) {
    grainPixels.fill(Math.max(0, Math.min(255, Math.round(128 + random.normal() * 26))), pixel, pixel + 3);
    grainPixels[pixel + 3] = 90;
  }
  return grainPixels;
}

function exifOf(plan: PicturePlan): Exif {
  const taken = plan.takenAt.replaceAll('-', ':').replace('T', ' ');
  const [make, model] = plan.camera;
  return {
    IFD0: { Make: make, Model: model, ImageDescription: plan.title, DateTime: taken, Software: 'Image Explorer demo' },
    IFD2: { DateTimeOriginal: taken, DateTimeDigitized: taken },
    IFD3: {
      GPSLatitudeRef: plan.place.latitude < 0 ? 'S' : 'N',
      GPSLatitude: degrees(plan.place.latitude),
      GPSLongitudeRef: plan.place.longitude < 0 ? 'W' : 'E',
      GPSLongitude: degrees(plan.place.longitude),
    },
  };
}

function degrees(value: number): string {
  const seconds = Math.round(Math.abs(value) * 3600 * 100);
  return `${Math.floor(seconds / 360_000)}/1 ${Math.floor(seconds / 6000) % 60}/1 ${seconds % 6000}/100`;
}

// Titles and keywords of the album are plain words: nothing in them needs escaping but the ampersand they do not have.
function xmpOf(plan: PicturePlan): string {
  const keywords = plan.keywords.map((keyword) => `<rdf:li>${keyword}</rdf:li>`).join('');
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${plan.title}</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag>${keywords}</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}
