import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { BUILT_IN, startArchive, type TestArchive } from './archive.js';
import { copyTemplate } from './database-template.js';
import { PictureFolder } from './pictures.js';
import { scene } from './scenes.js';

/** What a similarity search is asked to show. */
export interface SimilarImages {
  readonly model: string;
  readonly results: {
    readonly similarity: number;
    readonly isQuery: boolean;
    readonly band: string | null;
    readonly image: { readonly id: string } | null;
  }[];
  readonly histogram: { readonly strongFrom: number | null };
}

type Query = <Row>(sql: string) => Promise<Row[]>;

const WORDS = { title: 'Said by a person', description: 'In her own words', addTags: ['hers', 'kept'], favourite: true };

const sidecarsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.annotation.json'));

/** A running archive over a folder `photos` of generated pictures, and the questions that tests of promises ask of it. */
export class SmallArchive {
  private constructor(
    readonly folder: PictureFolder,
    private running: TestArchive,
  ) {}

  /** Makes so many pictures and reads them in, on the embedded database or on another one. */
  static async open(pictures: number, settings: Record<string, string> = {}): Promise<SmallArchive> {
    const small = new SmallArchive(new PictureFolder(), await startArchive({ environment: { ...BUILT_IN, ...settings } }));
    await small.writePictures(0, pictures);
    await small.archive.ingest([small.root]);
    return small;
  }

  get archive(): TestArchive {
    return this.running;
  }

  get root(): string {
    return join(this.folder.path, 'photos');
  }

  /** Writes `<number>.jpg`, each another picture. */
  async writePictures(from: number, to: number): Promise<void> {
    mkdirSync(this.root, { recursive: true });
    for (let number = from; number < to; number += 1)
      writeFileSync(join(this.root, `${number}.jpg`), await scene(number).jpeg().toBuffer());
  }

  async listIds(): Promise<string[]> {
    const query = '{ images(first: 500) { edges { node { id } } } }';
    const { images } = await this.archive.ask<{ images: { edges: { node: { id: string } }[] } }>(query);
    return images.edges.map(({ node }) => node.id);
  }

  async findSimilar(query: object, rest: object = {}): Promise<SimilarImages> {
    const text = `query ($query: [QueryPart!]!, $threshold: Float, $topK: Int! = 50) { similarImages(query: $query, threshold: $threshold, topK: $topK) {
      model results { similarity isQuery band image { id } } histogram { strongFrom } } }`;
    return (await this.archive.ask<{ similarImages: SimilarImages }>(text, { query, ...rest })).similarImages;
  }

  /** `<root name>/<relative path>` of a picture. */
  async pathOf(id: string): Promise<string> {
    return (await this.archive.ask<{ image: { sourcePath: string } }>('query ($id: ID!) { image(id: $id) { sourcePath } }', { id })).image
      .sourcePath;
  }

  /** Lets a person say something in every field about a picture, and returns what is then shown of it. */
  async annotate(id: string): Promise<unknown> {
    const mutation = 'mutation ($id: ID!, $changes: AnnotationChanges!) { annotateImages(ids: [$id], changes: $changes) { __typename } }';
    await this.archive.ask(mutation, { id, changes: WORDS });
    return this.readWords(id);
  }

  async readWords(id: string): Promise<unknown> {
    return (await this.archive.ask<{ image: unknown }>('query ($id: ID!) { image(id: $id) { title description tags favourite } }', { id }))
      .image;
  }

  async count(): Promise<{ images: number; missing: number }> {
    return (await this.archive.ask<{ archive: { images: number; missing: number } }>('{ archive { images missing } }')).archive;
  }

  /** Ends it and starts it again on the same data, with other settings. */
  async reopen(environment: Record<string, string>): Promise<void> {
    await this.archive.close({ keep: true });
    await this.reopenClosed(environment);
  }

  /** Starts it again on the same data after it was ended. */
  async reopenClosed(environment: Record<string, string>): Promise<void> {
    this.running = await startArchive({ environment, dataDir: this.archive.dataDir });
  }

  /** Asks its database, for which it is ended and started again. */
  async whileClosed<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const { dataDir } = this.archive;
    await this.archive.close({ keep: true });
    const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
    try {
      return await work(async <Row>(sql: string) => (await database.dataSource.query(sql)) as Row[]);
    } finally {
      await database.close();
      this.running = await startArchive({ environment: BUILT_IN, dataDir });
    }
  }

  /** Copies data and sidecars aside; `thaw` puts them back, as often as wanted, and starts it on them. The pictures are those that lie there. */
  async freeze(): Promise<{ thaw: () => Promise<void>; remove: () => void }> {
    const aside = mkdtempSync(join(tmpdir(), 'frozen-'));
    const copy = (from: string, to: string): void => cpSync(from, to, { recursive: true, preserveTimestamps: true });
    const { dataDir } = this.archive;
    await this.archive.close({ keep: true });
    copy(dataDir, join(aside, 'data'));
    copy(this.root, join(aside, 'photos'));
    this.running = await startArchive({ environment: BUILT_IN, dataDir });
    const thaw = async (): Promise<void> => {
      await this.archive.close();
      for (const name of sidecarsIn(this.root)) rmSync(join(this.root, name));
      for (const name of sidecarsIn(join(aside, 'photos'))) copy(join(aside, 'photos', name), join(this.root, name));
      copy(join(aside, 'data'), dataDir);
      this.running = await startArchive({ environment: BUILT_IN, dataDir });
    };
    return { thaw, remove: () => rmSync(aside, { recursive: true, force: true }) };
  }

  /** Starts it on a new data folder, with nothing of the old one but what is kept. */
  async restart({ keep }: { keep: readonly string[] }): Promise<void> {
    const old = this.archive.dataDir;
    await this.archive.close({ keep: true });
    const dataDir = await copyTemplate();
    for (const name of keep) cpSync(join(old, name), join(dataDir, name), { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
    this.running = await startArchive({ environment: BUILT_IN, dataDir });
  }

  async close(): Promise<void> {
    await this.archive.close();
    this.folder.remove();
  }
}
