import { afterAll, expect, test } from '@jest/globals';
import { createLog } from '../../../server/logging.js';
import { createMediaEngine } from '../../../server/media/media-engine.js';
import { CLIP_RECIPE as recipe, PictureFolder, quarters } from '../../support/pictures.js';

const folder = new PictureFolder();
const limits = { maxPixels: 20_000_000, maxFileBytes: 5_000_000, ffmpegPath: null, ffprobePath: null };
const engine = createMediaEngine({ workers: 1, ...limits, log: createLog('silent') });

afterAll(async () => {
  await engine.close();
  folder.remove();
});

test('A photo gives several of its regions from one decode, each as if it were asked for alone', async () => {
  const path = folder.write('regions.jpg', await quarters(1600, 1200).jpeg().toBuffer());
  const regions = [
    { x: 0.1, y: 0.1, width: 0.5, height: 0.5 },
    { x: 0.5, y: 0.25, width: 0.5, height: 0.5 },
  ];
  const parts = await engine.regionPixels(path, recipe, { regions, isAsked: true });
  for (const [at, region] of regions.entries()) {
    const alone = await engine.pixels({ path }, recipe, { region });
    expect(parts[at]).toEqual({ pixels: alone.pixels, perceptualHash: alone.perceptualHash });
  }
  await expect(engine.regionPixels(folder.write('none.jpg', 'no picture'), recipe, { regions })).rejects.toMatchObject({
    name: 'MediaError',
  });
});
