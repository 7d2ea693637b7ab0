import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ImageExplorer } from '../../server/app.js';
import { decodePicture } from '../../server/media/decode.js';
import { findFormat } from '../../server/media/formats.js';
import { cut } from '../../server/media/raster.js';
import { encodeThumbnail } from '../../server/media/thumbnails.js';
import type { EmbeddingModel } from '../../server/models/embedding-model.js';
import { planAlbum } from '../../server/commands/demo/album.js';
import { renderPicture } from '../../server/commands/demo/render.js';
import { startArchive } from './archive.js';
import type { BenchReport, BenchSuite } from './report.js';

// A phone's 12 megapixels and what messengers leave of them.
const SIZES = [...Array.from({ length: 60 }, () => 4032), ...Array.from({ length: 60 }, () => 1632)];
const SAMPLE_EVERY = 6;

/** Ingestion end to end beside what the same cores could do if they only decoded, encoded thumbnails and embedded. */
export const ingestBench: BenchSuite = {
  name: 'ingest',
  description: 'Pictures per second from a folder to a searchable archive, beside the bound of the bare work on the same cores.',
  async run(): Promise<BenchReport> {
    const folder = await writePictures();
    const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
    const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
    try {
      return await measure(folder, archive.application);
    } finally {
      await archive.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, { jobs, services }: ImageExplorer): Promise<BenchReport> {
  const { target } = await services.models.open();
  const cpuSeconds = await bareWork(folder, target.encoder);
  const cores = availableParallelism();
  const started = performance.now();
  const { finished } = await jobs.start('ingest', { folder: [folder] }, { kind: 'job', name: 'bench' });
  const { report } = await finished;
  const seconds = (performance.now() - started) / 1000;
  if (!report || report.failures.length > 0)
    throw new Error(`Expected an ingestion without failures, but received ${report?.summary ?? 'none'}`);
  const bound = cores / cpuSeconds;
  return {
    rows: [
      { measure: 'ingestion, end to end', value: SIZES.length / seconds, unit: 'pictures/s', target: 0.75 * bound, bound },
      { measure: 'bare work', value: cpuSeconds * 1000, unit: 'ms of processor time per picture' },
      { measure: 'cores', value: cores, unit: '' },
    ],
    notes: [`${SIZES.length} generated JPEGs: half of 12 megapixels, half of 2; model ${target.encoder.identity.name}.`],
  };
}

/** Processor seconds per picture of nothing but decoding (shrunk while loading), two thumbnails and the embedding. */
async function bareWork(folder: string, encoder: EmbeddingModel): Promise<number> {
  const jpeg = findFormat('jpeg');
  if (!jpeg) throw new Error('Expected a format named jpeg.');
  const names = (await readdir(folder)).sort().filter((_, at) => at % SAMPLE_EVERY === 0);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const embedOne = async (content: Buffer): Promise<void> => {
    const { working } = await decodePicture(content, jpeg, { maxPixels: 1e8 });
    await encodeThumbnail(working, 512);
    await encodeThumbnail(working, 256);
    await encoder.images.embedImages([await cut(working, encoder.images.recipe)]);
  };
  for (const content of contents.slice(0, 3)) await embedOne(content);
  const before = process.cpuUsage();
  for (const content of contents) await embedOne(content);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6 / contents.length;
}

/** The same pictures every time, kept in the system's temporary folder: scenes of the demo archive enlarged, with noise of a small sensor. */
async function writePictures(): Promise<string> {
  const folder = join(tmpdir(), 'image-explorer-bench-pictures');
  await mkdir(folder, { recursive: true });
  const present = new Set(await readdir(folder));
  const plans = planAlbum(1);
  for (const [at, edge] of SIZES.entries()) {
    const name = `IMG_${1000 + at}.jpg`;
    const plan = plans[at];
    if (!plan || present.has(name)) continue;
    const height = Math.round(edge * 0.75);
    const noise = await sharp({
      create: { width: 512, height: 512, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 18 } },
    })
      .png()
      .toBuffer();
    const picture = sharp(await renderPicture(plan))
      .resize(edge, height, { fit: 'cover' })
      .composite([{ input: noise, tile: true, blend: 'soft-light' }]);
    await writeFile(join(folder, `${name}.part`), await picture.keepMetadata().jpeg({ quality: 90 }).toBuffer());
    await rename(join(folder, `${name}.part`), join(folder, name));
  }
  return folder;
}
