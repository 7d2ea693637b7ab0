import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { SidecarPlaces } from '../../server/services/sidecar-places.js';
import { VerificationService } from '../../server/services/verification.service.js';

/** What a picture can be recognised by. */
export interface Marks {
  readonly id: string;
  /** sha256 of all bytes it ever had. */
  readonly hashes: readonly string[];
  /** Its path and the words said about it. */
  readonly words: readonly string[];
  /** Its vectors, as memory holds them. */
  readonly vectors: readonly Buffer[];
}

/** sha256 (hex) of bytes. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The hashes of all files of a folder by path; what `isOurs` says is left out. */
export function hashesOf(folder: string, isOurs: (path: string) => boolean = () => false): Record<string, string> {
  const paths = filesIn(folder).filter((path) => !isOurs(path));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), sha256(readFileSync(path))]));
}

/** Where in an archive that nobody has open a picture has left something: tables (but for tombstones of its hash) and files. */
export async function tracesOf(dataDir: string, marks: Marks): Promise<string[]> {
  return (await tracesOfAll(dataDir, [marks]))[0] ?? [];
}

/** The same of several pictures, each of its own; the archive is opened once. */
export async function tracesOfAll(dataDir: string, all: readonly Marks[]): Promise<string[][]> {
  const [inTables, inFiles] = [await tracesInTables(dataDir, all), tracesInFiles(dataDir, all)];
  return all.map((_, place) => [...(inTables[place] ?? []), ...(inFiles[place] ?? [])]);
}

/** Reads the hashes and vectors of a picture from an archive that nobody has open. */
export async function readMarks(dataDir: string, id: string, words: readonly string[]): Promise<Marks> {
  const [marks] = await readAllMarks(dataDir, [{ id, words }]);
  if (!marks) throw new Error('Expected the marks of a picture.');
  return marks;
}

/** The same of several pictures; the archive is opened once. */
export async function readAllMarks(dataDir: string, pictures: readonly Pick<Marks, 'id' | 'words'>[]): Promise<Marks[]> {
  return withDatabase(dataDir, async (query) => {
    const all: Marks[] = [];
    for (const { id, words } of pictures) {
      const hashes = await query<{ hash: string }>(
        `SELECT content_hash AS hash FROM documents WHERE id = '${id}' UNION SELECT content_hash FROM document_versions WHERE document_id = '${id}'`,
      );
      const vectors = await query<{ vector: string }>(`SELECT embedding::text AS vector FROM image_embeddings WHERE document_id = '${id}'`);
      all.push({
        ...{ id, words, hashes: hashes.map(({ hash }) => hash) },
        vectors: vectors.map(({ vector }) => Buffer.from(Float32Array.from(JSON.parse(vector) as number[]).buffer)),
      });
    }
    return all;
  });
}

/** Runs work over the database of an archive that nobody has open. */
export async function withDatabase<T>(dataDir: string, work: (query: <Row>(sql: string) => Promise<Row[]>) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
  try {
    return await work(async <Row>(sql: string) => (await database.dataSource.query(sql)) as Row[]);
  } finally {
    await database.close();
  }
}

/** What the tables of an archive that nobody has open hold otherwise than its decisions lead to. */
export async function differencesFromLedger(dataDir: string): Promise<unknown[]> {
  const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
  try {
    const repositories = createRepositories(database.dataSource.manager);
    const verification = new VerificationService(repositories, new SidecarPlaces(repositories, dataDir));
    const found: unknown[] = [];
    for await (const difference of verification.compareLedger()) found.push(difference);
    return found;
  } finally {
    await database.close();
  }
}

async function tracesInTables(dataDir: string, all: readonly Marks[]): Promise<string[][]> {
  return withDatabase(dataDir, async (query) => {
    const tables = await query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    const found = all.map((): string[] => []);
    for (const { name } of tables) {
      const marks = all.map(({ id, hashes, words }) => [id, ...words, ...(name === 'tombstones' ? [] : hashes)]);
      const list = marks.flat().map((mark) => `('${mark}')`);
      const rows = await query<{ mark: string }>(
        `SELECT DISTINCT m.mark FROM "${name}" t JOIN (VALUES ${list.join()}) m (mark) ON position(m.mark IN t::text) > 0`,
      );
      const there = new Set(rows.map(({ mark }) => mark));
      marks.forEach((those, place) =>
        found[place]?.push(...those.filter((mark) => there.has(mark)).map((mark) => `table ${name}: ${mark}`)),
      );
    }
    return found;
  });
}

function tracesInFiles(dataDir: string, all: readonly Marks[]): string[][] {
  const found = all.map((): string[] => []);
  for (const path of filesIn(dataDir)) {
    const file = { name: relative(dataDir, path), bytes: readFileSync(path) };
    all.forEach((marks, place) => found[place]?.push(...tracesInFile(file, marks)));
  }
  return found;
}

function tracesInFile({ name, bytes }: { name: string; bytes: Buffer }, { id, hashes, words, vectors }: Marks): string[] {
  const binaryId = Buffer.from(id.replaceAll('-', ''), 'hex');
  // Tombstones lie in the database.
  const named = name.startsWith(`database${sep}`) ? [] : hashes.filter((hash) => name.includes(hash) || bytes.includes(hash));
  const written = [id, ...words].filter((mark) => name.includes(mark) || bytes.includes(mark));
  const binary = [binaryId, ...vectors].some((mark) => bytes.includes(mark)) ? ['bytes of its id or vectors'] : [];
  return [...named, ...written, ...binary].map((mark) => `${name}: ${mark}`);
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
