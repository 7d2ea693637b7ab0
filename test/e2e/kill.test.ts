import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { FileStore } from '../../server/media/file-store.js';
import { startArchive } from '../support/archive.js';
import { copyTemplate } from '../support/database-template.js';
import { seededRandom } from '../support/hostile-bytes.js';
import { PictureFolder } from '../support/pictures.js';
import { Household, waitUntil } from '../support/processes.js';
import { missing } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

const KILLS = 10;
const PICTURES = 96;
const random = seededRandom(20_190_321);
const household = new Household();
const folder = new PictureFolder();

const write = async (name: string, picture: Sharp): Promise<void> => void folder.write(name, await picture.toBuffer());
const inFolder = (name: string): string => join(folder.path, name);

async function writeFirst(): Promise<void> {
  for (const name of ['kept', 'turned', 'moved']) await write(`${name}.jpg`, scene(name.length).jpeg());
  copyFileSync(inFolder('moved.jpg'), inFolder('not moved.jpg'));
}

/** What other programs do to the pictures that a person has spoken about, and all the new files. */
async function writeRest(): Promise<void> {
  writeFileSync(inFolder('turned.jpg'), await sharp(inFolder('turned.jpg')).rotate(90).jpeg({ quality: 93 }).toBuffer());
  mkdirSync(inFolder('best of/deep'), { recursive: true });
  renameSync(inFolder('moved.jpg'), inFolder('best of/deep/Elsewhere.jpg'));
  for (let number = 0; number < PICTURES; number += 1) {
    const name = `IMG_2019${String(1 + (number % 12)).padStart(2, '0')}21_${String(100_000 + number)}`;
    await write(`${name}.${number % 3 === 0 ? 'png' : 'jpg'}`, number % 3 === 0 ? scene(1000 + number).png() : scene(1000 + number).jpeg());
  }
  for (const number of [1, 2, 4, 5])
    copyFileSync(inFolder(`IMG_2019${String(1 + number).padStart(2, '0')}21_10000${number}.jpg`), inFolder(`best of/copy ${number}.jpg`));
  for (const number of [1, 2]) await write(`best of/again ${number}.webp`, scene(1000 + number).webp());
  for (const number of [11, 12, 13]) {
    await write(`IMG_00${number}.JPG`, scene(2000 + number).jpeg());
    await write(
      `IMG_E00${number}.JPG`,
      scene(2000 + number)
        .greyscale()
        .jpeg(),
    );
  }
  const whole = await scene(3000).jpeg().toBuffer();
  folder.write('truncated.jpg', whole.subarray(0, 300));
  folder.write('page.jpg', '<html>not a picture</html>');
  folder.write('empty.png', '');
  if (missing(['ffmpeg']).length === 0) writeVideos();
}

function writeVideos(): void {
  const draw = (source: string, name: string): void =>
    void execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p', '-c:v', 'mpeg4', inFolder(name)]);
  draw('testsrc=duration=2:size=160x120:rate=10', 'film.mp4');
  draw('mandelbrot=size=160x120:rate=10,trim=duration=2', 'other film.mp4');
  // Beside a photo of the same name: a Live Photo.
  draw('testsrc2=duration=1:size=160x120:rate=10', 'IMG_20190121_100012.mov');
}

/** Two data folders in the same state: some pictures, about each of which a person has said something. */
async function prepare(): Promise<[killed: string, undisturbed: string]> {
  await writeFirst();
  const dataDir = await copyTemplate();
  const archive = await startArchive({ dataDir });
  await archive.ingest([folder.path]);
  const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
    '{ images { edges { node { id fileName } } } }',
  );
  for (const { node } of images.edges) {
    await archive.ask(
      'mutation ($ids: [ID!]!, $title: String!) { annotateImages(ids: $ids, changes: { title: $title, addTags: ["mine"] }) { __typename } }',
      {
        ids: [node.id],
        title: `A person calls it ${node.fileName}`,
      },
    );
  }
  await archive.close({ keep: true });
  const second = `${dataDir}-undisturbed`;
  cpSync(dataDir, second, { recursive: true });
  return [dataDir, second];
}

const startIngestion = (dataDir: string) =>
  household.startCompiled('jobs/run.ts', ['ingest', '--folder', folder.path, '--json'], {
    DATA_DIR: dataDir,
    CLIP_MODEL: 'builtin',
    WORKERS: '2',
  });

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort();
const pictured = (dataDir: string): number => new Set(filesIn(join(dataDir, 'thumbnails')).map((path) => path.split('/')[2])).size;

/** Kills an ingestion after it has begun on so many more pictures: a count and not a time, so that every machine is hit in the middle. */
async function killAfter(dataDir: string, more: number): Promise<void> {
  const from = pictured(dataDir);
  const program = startIngestion(dataDir);
  await waitUntil(() => pictured(dataDir) >= from + more || !program.isRunning());
  await program.kill();
  if ((await program.exited).signal !== 'SIGKILL')
    throw new Error(`Expected a run in its midst but it had ended:\n${JSON.stringify(program.output())}`);
}

async function finish(dataDir: string): Promise<{ counts: Record<string, number>; outcome: string }> {
  const program = startIngestion(dataDir);
  const { code } = await program.exited;
  const { out, err } = program.output();
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as { counts: Record<string, number>; outcome: string };
}

// Everything but ids and times of writing; a document is known by its bytes.
const TABLES = {
  documents: `SELECT to_jsonb(d) - '{id,stack_id,created_at,updated_at}'::text[] AS row FROM documents d ORDER BY content_hash`,
  sources: `SELECT to_jsonb(s) - '{document_id}'::text[] || jsonb_build_object('document', d.content_hash) AS row
    FROM document_sources s JOIN documents d ON d.id = s.document_id ORDER BY root_id, path`,
  stacks: `SELECT jsonb_object_agg(content_hash, stack_role) AS row FROM documents WHERE stack_id IS NOT NULL GROUP BY stack_id ORDER BY min(content_hash)`,
  annotations: `SELECT jsonb_build_array(d.content_hash, a.field, a.provenance, a.value) AS row FROM annotations a JOIN documents d ON d.id = a.document_id ORDER BY 1`,
  decisions: `SELECT to_jsonb(d) AS row FROM decisions d ORDER BY id`,
  versions: `SELECT jsonb_build_array(d.content_hash, v.content_hash) AS row FROM document_versions v JOIN documents d ON d.id = v.document_id ORDER BY 1`,
  processing: `SELECT jsonb_build_array(d.content_hash, p.step, p.version, p.outcome, p.code) AS row FROM processing p JOIN documents d ON d.id = p.document_id ORDER BY 1`,
  failures: `SELECT to_jsonb(f) - '{seen_at}'::text[] AS row FROM ingest_failures f ORDER BY root_id, path`,
  roots: `SELECT to_jsonb(r) AS row FROM roots r`,
} as const;

const EMBEDDINGS = `
  SELECT concat_ws(' ', d.content_hash, m.name, e.kind, e.region, e.frame_ms, e.perceptual_hash) AS name, e.embedding::text AS vector
  FROM image_embeddings e JOIN documents d ON d.id = e.document_id JOIN models m ON m.id = e.model_id ORDER BY 1`;

interface State {
  readonly tables: Record<string, unknown[]>;
  readonly embeddings: { readonly name: string; readonly vector: string }[];
  readonly runs: { readonly outcome: string; readonly summary: string }[];
  readonly thumbnails: string[];
}

async function readState(dataDir: string): Promise<State> {
  const { dataSource, close } = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
  const rowsOf = async <Row>(sql: string): Promise<Row[]> => (await dataSource.query(sql)) as Row[];
  const tables: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(TABLES)) tables[name] = (await rowsOf<{ row: unknown }>(sql)).map(({ row }) => row);
  const embeddings = await rowsOf<State['embeddings'][number]>(EMBEDDINGS);
  const runs = await rowsOf<State['runs'][number]>('SELECT outcome, summary FROM job_runs ORDER BY started_at');
  await close();
  // An hour after a crash its temporaries go; the test does not wait for it.
  await new FileStore(dataDir).tidy({ maxLargeBytes: Infinity, nowMs: Date.now() + 7_200_000 });
  return { tables, embeddings, runs, thumbnails: filesIn(join(dataDir, 'thumbnails')) };
}

const numbers = (vector: string): number[] => JSON.parse(vector) as number[];

describe('Every run is a resume', () => {
  let dataDirs: [killed: string, undisturbed: string] | undefined;
  let killed: State;
  let undisturbed: State;
  let lastReport: Awaited<ReturnType<typeof finish>>;
  let wholeReport: Awaited<ReturnType<typeof finish>>;

  beforeAll(async () => {
    dataDirs = await prepare();
    const [toKill, toLeave] = dataDirs;
    await writeRest();
    wholeReport = await finish(toLeave);
    for (let kill = 0; kill < KILLS; kill += 1) await killAfter(toKill, 1 + random(9));
    lastReport = await finish(toKill);
    [killed, undisturbed] = [await readState(toKill), await readState(toLeave)];
  }, 600_000);

  afterAll(async () => {
    await household.close();
    folder.remove();
    for (const dataDir of dataDirs ?? []) rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  test('T39 promise 4: ten kills -9 in the middle of reading happened, and each run that was cut off is marked', () => {
    const cutOff = killed.runs.filter(({ summary }) => summary.startsWith('The program ended before the job did.'));
    expect(cutOff.map(({ outcome }) => outcome)).toEqual(Array(KILLS).fill('stopped'));
    expect(killed.runs.at(-1)?.outcome).toBe('partial');
    // There was work left for the last run, and not all of it.
    expect(lastReport.counts.added).toBeGreaterThan(5);
    expect(lastReport.counts.unchanged).toBeGreaterThan(20);
    expect(lastReport.counts.found).toBe(wholeReport.counts.found);
  });

  test.each(Object.keys(TABLES))('T39 the archive equals that of an uninterrupted run: %s', (table) => {
    expect(killed.tables[table]).toEqual(undisturbed.tables[table]);
    expect(killed.tables[table]?.length).toBeGreaterThan(0);
  });

  test('T39 it holds every file once: pictures, copies, stacks, failures, and what a person said', () => {
    const { documents = [], sources = [], stacks = [], failures = [], annotations = [] } = undisturbed.tables;
    const videos = missing(['ffmpeg']).length === 0 ? 3 : 0;
    expect(documents).toHaveLength(3 + PICTURES + 2 + 6 + videos);
    expect(sources).toHaveLength(3 + 2 + PICTURES + 4 + 2 + 6 + videos);
    expect(stacks).toHaveLength(3 + (videos > 0 ? 1 : 0));
    expect(failures).toHaveLength(3);
    expect(annotations).toHaveLength(6);
  });

  test('T39 T48 vectors are the same, one for each picture and moment', () => {
    expect(killed.embeddings.map(({ name }) => name)).toEqual(undisturbed.embeddings.map(({ name }) => name));
    expect(new Set(killed.embeddings.map(({ name }) => name)).size).toBe(killed.embeddings.length);
    const distances = killed.embeddings.map(({ vector }, position) => {
      const other = numbers(undisturbed.embeddings[position]?.vector ?? '[]');
      return Math.max(...numbers(vector).map((value, at) => Math.abs(value - (other[at] ?? NaN))));
    });
    // A batch of another size may add up in another order.
    expect(Math.max(...distances)).toBeLessThan(1e-5);
  });

  test('T36 thumbnails are the same files, every one whole, and no temporary is left', async () => {
    expect(killed.thumbnails).toEqual(undisturbed.thumbnails);
    expect(killed.thumbnails.filter((name) => !/\/(256\.webp|512\.jpg|1440\.jpg|frames\/\d+\.webp)$/.test(name))).toEqual([]);
    for (const name of killed.thumbnails)
      await sharp(join(dataDirs?.[0] ?? '', 'thumbnails', name), { failOn: 'warning' })
        .raw()
        .toBuffer();
  });

  test('T04 nothing that the killed runs had started is left, nor its temporary files', async () => {
    expect(await household.leftovers()).toEqual([]);
  });
});
