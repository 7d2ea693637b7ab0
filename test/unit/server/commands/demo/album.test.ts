import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { planAlbum } from '../../../../../server/commands/demo/album.js';
import { Drawing } from '../../../../../server/commands/demo/drawing.js';
import { LIGHTS } from '../../../../../server/commands/demo/light.js';
import { renderPicture, renderVariant } from '../../../../../server/commands/demo/render.js';
import { type Scene, SCENES } from '../../../../../server/commands/demo/scenes.js';
import { createRandom } from '../../../../../server/models/builtin/random.js';

const scenes = Object.entries<Scene>(SCENES);

describe('the demo archive', () => {
  test('is the same for the same seed and another for another', () => {
    expect(planAlbum(3)).toEqual(planAlbum(3));
    expect(planAlbum(3)).not.toEqual(planAlbum(4));
  });

  test('has some 160 pictures over twelve years, each with a path of its own and every scene among them', () => {
    const album = planAlbum(8422);
    expect(album.length).toBeGreaterThan(150);
    expect(new Set(album.map(({ path }) => path)).size).toBe(album.length);
    expect(new Set(album.map(({ scene }) => scene)).size).toBe(scenes.length);
    expect(new Set(album.map(({ takenAt }) => takenAt.slice(0, 4))).size).toBeGreaterThanOrEqual(12);
  });

  test.each(scenes)('draws %s in each of its lights without a number that is none', (_name, { paint, lights }) => {
    for (const light of lights) {
      const drawing = new Drawing(600, 400, createRandom(5));
      paint(drawing, LIGHTS[light]);
      expect(drawing.toSvg()).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('writes date, place, title and keywords into a picture, and the same bytes every time', async () => {
    const plan = planAlbum(8422)[0];
    if (!plan) throw new Error('Expected a plan.');
    const small = { ...plan, width: 768, height: 512 };
    const [first, second] = [await renderPicture(small), await renderPicture(small)];
    expect(first.equals(second)).toBe(true);
    const { exif, xmp, width } = await sharp(first).metadata();
    expect(width).toBe(768);
    expect(exif?.toString('latin1')).toContain(plan.takenAt.replaceAll('-', ':').replace('T', ' '));
    expect(xmp?.toString()).toContain(plan.title);
    expect((await sharp(await renderVariant(first, 'edited')).metadata()).width).toBe(722);
  });
});
