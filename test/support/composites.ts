import { join } from 'node:path';
import sharp from 'sharp';
import type { Region } from '../../server/media/analysis.js';
import { seededRandom } from './hostile-bytes.js';
import { listManifest } from './manifest.js';
import { sharedDir } from './places.js';

/** A scene with another picture pasted into it. */
export interface Composite {
  readonly name: string;
  /** The picture that was pasted, as it is in the shared data. */
  readonly objectPath: string;
  /** Where it was pasted. */
  readonly box: Region;
  readonly jpeg: Buffer;
}

/** As wide as a phone's picture needs to be for a tenth of it to be seen. */
const SCENE_WIDTH = 1600;
const NARROWEST = 0.1;
const WIDEST = 0.4;

/** Photographs of one thing each, pasted into scenes at 10 to 40 % of the width; the same for the same number. */
export async function drawComposites(count: number): Promise<Composite[]> {
  const objects = listManifest('semantic/imagenet');
  const scenes = listManifest('semantic/coco', 'semantic/photoprism');
  const draw = seededRandom(5);
  const composites: Composite[] = [];
  for (let number = 0; number < count; number += 1) {
    const [object, scene] = [objects[Math.floor((number * objects.length) / count)], scenes[number % scenes.length]];
    if (!object || !scene) throw new RangeError('Expected photographs in the shared data but found none.');
    const share = NARROWEST + ((WIDEST - NARROWEST) * number) / Math.max(1, count - 1);
    const paths = { objectPath: join(sharedDir, 'data', object.path), scenePath: join(sharedDir, 'data', scene.path) };
    const name = `composite-${String(number).padStart(3, '0')}.jpg`;
    composites.push({ name, objectPath: paths.objectPath, ...(await paste(paths, share, (most) => draw(most + 1))) });
  }
  return composites;
}

async function paste(
  { objectPath, scenePath }: { objectPath: string; scenePath: string },
  share: number,
  place: (most: number) => number,
): Promise<Pick<Composite, 'box' | 'jpeg'>> {
  const scene = await sharp(scenePath).rotate().resize({ width: SCENE_WIDTH }).toBuffer({ resolveWithObject: true });
  const object = await sharp(objectPath)
    .rotate()
    .resize({ width: Math.round(share * SCENE_WIDTH), height: Math.round(0.9 * scene.info.height), fit: 'inside' })
    .toBuffer({ resolveWithObject: true });
  const [left, top] = [place(scene.info.width - object.info.width), place(scene.info.height - object.info.height)];
  const jpeg = await sharp(scene.data)
    .composite([{ input: object.data, left, top }])
    .jpeg({ quality: 88 })
    .toBuffer();
  const { width, height } = scene.info;
  const box = { x: left / width, y: top / height, width: object.info.width / width, height: object.info.height / height };
  return { box, jpeg };
}

/** How far two rectangles are one: the area they share over the area they cover together. */
export function overlapOf(one: Region, other: Region): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const shared = Math.max(0, across) * Math.max(0, down);
  return shared / (one.width * one.height + other.width * other.height - shared);
}
