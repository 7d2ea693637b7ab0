import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startArchive, type TestArchive } from './archive.js';
import { runJob } from './job-runs.js';
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
  private readonly ids = new Map<string, string>();

  private constructor(
    readonly folder: PictureFolder,
    readonly archive: TestArchive,
    readonly viewer: { readonly authorization: string },
  ) {}

  /** `isClustered`: with automatic clusters that were made while all could still be seen. */
  static async open({ isClustered = false } = {}): Promise<HiddenArchive> {
    const folder = new PictureFolder();
    mkdirSync(join(folder.path, 'secret'));
    const names = [...PLAIN, SECRET, ...[SECRET_PAIR, SHOWN_PAIR].flatMap((pair) => [`${pair}.jpg`, `${pair}-edited.jpg`])];
    for (const [number, name] of names.entries()) writeFileSync(join(folder.path, name), await scene(number).jpeg().toBuffer());
    const archive = await startArchive();
    await archive.ingest([folder.path]);
    const { accounts } = archive.application.services;
    await accounts.createUser({ name: 'Ada', role: 'owner', password: 'correct horse battery' });
    await accounts.createUser({ name: 'Bob', role: 'viewer', password: 'correct horse battery' });
    const { token } = await accounts.createToken({ name: 'x', userName: 'Bob', role: 'viewer', days: 1 });
    await archive.application.services.models.open();
    const hidden = new HiddenArchive(folder, archive, { authorization: `Bearer ${token}` });
    for (const name of names) hidden.ids.set(name, await hidden.findId(name));
    await hidden.say([SECRET], {
      addTags: ['secret tag'],
      addPeople: [{ name: 'secret person' }],
      addClusters: [{ name: 'secret album' }],
    });
    if (isClustered) await runJob(archive, 'cluster-images');
    await hidden.say([SECRET, `${SECRET_PAIR}-edited.jpg`, `${SHOWN_PAIR}.jpg`], { hidden: true });
    return hidden;
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

  private async findId(path: string): Promise<string> {
    const query = 'query ($path: String!) { similarImages(query: { path: $path }, topK: 1) { query { imageId } } }';
    const { similarImages } = await this.archive.ask<{ similarImages: { query: { imageId: string } } }>(query, {
      path: `${basename(this.folder.path)}/${path}`,
    });
    return similarImages.query.imageId;
  }

  private async say(paths: readonly string[], changes: object): Promise<void> {
    const text = 'mutation ($ids: [ID!]!, $changes: AnnotationChanges!) { annotateImages(ids: $ids, changes: $changes) { __typename } }';
    await this.archive.ask(text, { ids: paths.map((path) => this.idOf(path)), changes });
  }
}
