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

// A phone's 12 megapixels and what messengers leave of them. Each is read under three names with a few bytes more behind its end: other
// bytes, the same work, and a run long enough that starting the children does not decide.
const COPIES = 3;
const SIZES = [...Array.from({ length: 60 }, () => 4032), ...Array.from({ length: 60 }, () => 1632)];

/** Ingestion end to end beside what the same cores could do if they only decoded, encoded thumbnails and embedded. */
export const ingestBench: BenchSuite = {
  name: 'ingest',
  description: 'Pictures per second from a folder to a searchable archive, beside the bound of the bare work on the same cores.',
  async run(): Promise<BenchReport> {
    const folder = await writePictures();
    const album = await writeCopies(folder);
    const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
    const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
    try {
      return await measure({ folder, album }, archive.application);
    } finally {
      await archive.close();
      await rm(dataDir, { recursive: true, force: true });
      await rm(album, { recursive: true, force: true });
    }
  },
};

async function measure({ folder, album }: { folder: string; album: string }, { jobs, services }: ImageExplorer): Promise<BenchReport> {
  const { target } = await services.models.open();
  const cores = availableParallelism();
  const bare = await bareWork(folder, target.encoder, cores);
  const started = performance.now();
  const { finished } = await jobs.start('ingest', { folder: [album] }, { kind: 'job', name: 'bench' });
  const { report } = await finished;
  const rate = (SIZES.length * COPIES) / ((performance.now() - started) / 1000);
  if (!report || report.failures.length > 0)
    throw new Error(`Expected an ingestion without failures, but received ${report?.summary ?? 'none'}`);
  return {
    rows: [
      { measure: 'ingestion, end to end', value: rate, unit: 'pictures/s', target: 0.75 * bare.rate, bound: bare.rate },
      { measure: 'bare work, processor time per picture', value: bare.cpuMs, unit: 'ms' },
      { measure: 'cores', value: cores, unit: '' },
    ],
    notes: [`${SIZES.length * COPIES} generated JPEGs: half of 12 megapixels, half of 2; model ${target.encoder.identity.name}.`],
  };
}

/** Nothing but decoding (shrunk while loading), two thumbnails and the embedding, one lane per core: pictures per second, processor time per picture. */
async function bareWork(folder: string, encoder: EmbeddingModel, cores: number): Promise<{ rate: number; cpuMs: number }> {
  const jpeg = findFormat('jpeg');
  if (!jpeg) throw new Error('Expected a format named jpeg.');
  const files = (await readdir(folder)).sort().map((name) => join(folder, name));
  const workOn = async (waiting: string[]): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const { working } = await decodePicture(await readFile(file), jpeg, { maxPixels: 1e8 });
      await encodeThumbnail(working, 512);
      await encodeThumbnail(working, 256);
      await encoder.images.embedImages([await cut(working, encoder.images.recipe)]);
    }
  };
  // One thread per picture, as in the children of the real ingestion.
  sharp.concurrency(1);
  await workOn(files.slice(0, 3));
  const [started, before, waiting] = [performance.now(), process.cpuUsage(), [...files]];
  await Promise.all(Array.from({ length: cores }, () => workOn(waiting)));
  const { user, system } = process.cpuUsage(before);
  return { rate: files.length / ((performance.now() - started) / 1000), cpuMs: (user + system) / 1000 / files.length };
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

async function writeCopies(folder: string): Promise<string> {
  const album = await mkdtemp(join(tmpdir(), 'image-explorer-bench-album-'));
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name));
    for (let copy = 0; copy < COPIES; copy += 1)
      await writeFile(join(album, `${copy}-${name}`), Buffer.concat([content, Buffer.alloc(copy)]));
  }
  return album;
}
