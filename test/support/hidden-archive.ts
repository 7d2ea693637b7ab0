import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { newId } from '../../server/ids.js';
import { createLog } from '../../server/logging.js';
import { startArchive, type TestArchive } from './archive.js';
import { PictureFolder } from './pictures.js';
import { scene } from './scenes.js';

type Headers = Readonly<Record<string, string>>;

/** How many pictures of it are shown. */
export const SHOWN = 4;
/** How many files it was read from. */
export const FILES = 8;

const SECRET = 'secret/IMG_19990505_120000.jpg';
const SECRET_PAIR = 'secret/IMG_19990606_120000';
const SHOWN_PAIR = 'IMG_20200202_120000';
const PLAIN = ['IMG_20200101_100000.jpg', 'IMG_20200101_100001.jpg', 'IMG_20200101_100002.jpg'];

/** An archive some of whose pictures are hidden, an owner and a viewer: one picture, the shown half of one pair, the other half of another. */
export class HiddenArchive {
  private constructor(
    readonly folder: PictureFolder,
    readonly archive: TestArchive,
    readonly viewer: { readonly authorization: string },
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  static async open(): Promise<HiddenArchive> {
    const folder = new PictureFolder();
    mkdirSync(join(folder.path, 'secret'));
    const names = [...PLAIN, SECRET, ...[SECRET_PAIR, SHOWN_PAIR].flatMap((pair) => [`${pair}.jpg`, `${pair}-edited.jpg`])];
    for (const [number, name] of names.entries()) writeFileSync(join(folder.path, name), await scene(number).jpeg().toBuffer());
    const first = await startArchive();
    await first.ingest([folder.path]);
    const { accounts } = first.application.services;
    await accounts.createUser({ name: 'Ada', role: 'owner', password: 'correct horse battery' });
    await accounts.createUser({ name: 'Bob', role: 'viewer', password: 'correct horse battery' });
    const { token } = await accounts.createToken({ name: 'x', userName: 'Bob', role: 'viewer', days: 1 });
    await first.close({ keep: true });
    const ids = await hide(first.dataDir, [SECRET, `${SECRET_PAIR}-edited.jpg`, `${SHOWN_PAIR}.jpg`]);
    const archive = await startArchive({ dataDir: first.dataDir });
    await archive.application.services.models.open();
    return new HiddenArchive(folder, archive, { authorization: `Bearer ${token}` }, ids);
  }

  get owner(): Headers {
    return this.archive.owner;
  }

  /** A picture that is shown. */
  get shownId(): string {
    return this.idOf(PLAIN[0] ?? '');
  }

  get secretId(): string {
    return this.idOf(SECRET);
  }

  get secretPath(): string {
    return SECRET;
  }

  /** Not hidden itself, but the picture of its stack is. */
  get underSecretId(): string {
    return this.idOf(`${SECRET_PAIR}.jpg`);
  }

  /** Shown, with a hidden picture under it. */
  get overSecretId(): string {
    return this.idOf(`${SHOWN_PAIR}-edited.jpg`);
  }

  async ask(headers: Headers, query: string): Promise<{ text: string; codes: string[]; data: unknown }> {
    const { text } = await this.fetch(headers, '/graphql', { method: 'POST', body: JSON.stringify({ query }) });
    const { data, errors } = JSON.parse(text) as { data: unknown; errors?: { extensions: { code: string } }[] };
    return { text, data, codes: (errors ?? []).map(({ extensions }) => extensions.code) };
  }

  async fetch(headers: Headers, path: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
    const response = await fetch(this.archive.base + path, { ...init, headers: { ...headers, 'content-type': 'application/json' } });
    return { status: response.status, text: await response.text() };
  }

  /** Ids of the gallery for a filter of the owner's. */
  async listIds(hidden: string): Promise<string[]> {
    const { images } = await this.archive.ask<{ images: { edges: { node: { id: string } }[] } }>(
      `{ images(filter: { hidden: ${hidden} }) { edges { node { id } } } }`,
    );
    return images.edges.map(({ node }) => node.id);
  }

  /** The other members of a picture's stack. */
  async stackOf(headers: Headers, id: string): Promise<string[]> {
    const { data } = await this.ask(headers, `{ image(id: "${id}") { stack { image { id } } } }`);
    const { image } = data as { image: { stack: { image: { id: string } }[] } };
    return image.stack.map((member) => member.image.id).filter((each) => each !== id);
  }

  async close(): Promise<void> {
    await this.archive.close();
    this.folder.remove();
  }

  private idOf(path: string): string {
    const id = this.ids.get(path);
    if (!id) throw new Error(`There is no picture ${path}.`);
    return id;
  }
}

/** Hides pictures of an archive that nobody has open; returns the ids of all its documents by path. */
async function hide(dataDir: string, paths: readonly string[]): Promise<Map<string, string>> {
  const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
  try {
    const rows = (await database.dataSource.query('SELECT path, document_id AS id FROM document_sources')) as {
      path: string;
      id: string;
    }[];
    const ids = new Map(rows.map(({ path, id }) => [path, id]));
    await database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
      await manager.query(`INSERT INTO decisions (id, at, actor, kind, payload) VALUES ($1, now(), 'person:ada', 'annotate', '{}')`, [
        newId(),
      ]);
      await manager.query('UPDATE documents SET hidden = true WHERE id = ANY($1::uuid[])', [paths.map((path) => ids.get(path))]);
    });
    return ids;
  } finally {
    await database.close();
  }
}
