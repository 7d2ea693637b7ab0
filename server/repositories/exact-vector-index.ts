import type { EmbeddingRepository, EmbeddingRow } from './embedding.repository.js';
import { ExactMatrix, type GrowingMatrix } from './exact-matrix.js';
import type { ModelRepository } from './model.repository.js';
import { VectorFile } from './vector-file.js';
import type { CompareQuery, Comparison, NearestAnswer, NearestQuery, VectorIndex } from './vector-index.js';

/** What the exact index works with. */
export interface ExactVectorIndexOptions {
  readonly embeddings: EmbeddingRepository;
  readonly models: ModelRepository;
  /** `DATA_DIR/index`. */
  readonly folder: string;
  /** Opens an empty matrix with rows of so many floats. */
  readonly openMatrix: (dims: number) => Promise<GrowingMatrix>;
}

interface Opened {
  readonly file: VectorFile;
  readonly matrix: ExactMatrix;
}

const COMPACT_SHARE = 0.2;

/**
 * Compares with every vector (100,000 x 512: 12 ms), so every score is known and nothing is missed. The vectors of a model lie in a file beside
 * the database, which is made again from `image_embeddings` wherever the two disagree.
 */
export class ExactVectorIndex implements VectorIndex {
  private readonly opened = new Map<number, Promise<Opened>>();
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly options: ExactVectorIndexOptions) {}

  async prepare(modelId: number): Promise<void> {
    await this.get(modelId);
  }

  async nearest(query: NearestQuery): Promise<NearestAnswer> {
    const { matrix } = await this.get(query.modelId);
    return matrix.nearest(query);
  }

  async compare(query: CompareQuery): Promise<Comparison> {
    const { matrix } = await this.get(query.modelId);
    return matrix.compare(query);
  }

  async forget(documentIds: readonly string[]): Promise<void> {
    const gone = new Set(documentIds);
    for (const opened of this.opened.values()) (await opened).matrix.forget(gone);
  }

  /** One refresh at a time; searches go on over what is there until the new state stands. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      for (const [modelId, opened] of this.opened) await this.renew(modelId, await opened, COMPACT_SHARE);
    });
  }

  /** The files of models that nobody searches any more are opened for it and closed again. */
  erase(): Promise<void> {
    return this.inTurn(async () => {
      const before = new Set(this.opened.keys());
      for (const { id } of await this.options.models.list()) {
        const isOpen = before.has(id);
        if (!isOpen && !(await VectorFile.exists(this.options.folder, String(id)))) continue;
        await this.renew(id, await this.get(id), 0);
        if (!isOpen) await this.drop(id);
      }
    });
  }

  async close(): Promise<void> {
    await this.turn;
    for (const opened of this.opened.values()) await opened.then(closeOpened, () => undefined);
    this.opened.clear();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const working = this.turn.then(work);
    this.turn = working.catch(() => undefined);
    return working;
  }

  private async drop(modelId: number): Promise<void> {
    const opened = await this.opened.get(modelId);
    this.opened.delete(modelId);
    if (opened) await closeOpened(opened);
  }

  private async get(modelId: number): Promise<Opened> {
    const known = this.opened.get(modelId);
    if (known) return known;
    const opening = this.open(modelId);
    this.opened.set(modelId, opening);
    opening.catch(() => this.opened.delete(modelId));
    return opening;
  }

  private async open(modelId: number): Promise<Opened> {
    const { dims } = await this.options.models.getById(modelId);
    const loaded = await this.load(await VectorFile.open(this.options.folder, String(modelId), dims), dims);
    const opened = await this.catchUp(modelId, loaded, COMPACT_SHARE);
    if (opened.matrix !== loaded.matrix) await loaded.matrix.close();
    return opened;
  }

  private async renew(modelId: number, old: Opened, mostStale: number): Promise<void> {
    const opened = await this.catchUp(modelId, old, mostStale);
    this.opened.set(modelId, Promise.resolve(opened));
    if (opened.matrix !== old.matrix) await old.matrix.close();
  }

  // What was deleted or replaced goes stale, what is new is added. Where the file is of another time or database, it begins anew.
  private async catchUp(modelId: number, opened: Opened, mostStale: number): Promise<Opened> {
    const { embeddings } = this.options;
    if (!(await opened.matrix.agrees(embeddings, modelId)) && !(await opened.matrix.dropDeleted(embeddings, modelId))) {
      return this.catchUp(modelId, await this.rewrite(modelId, opened, () => false), mostStale);
    }
    for await (const rows of embeddings.stream(modelId, opened.matrix.lastId)) {
      await opened.file.append(rows);
      opened.matrix.append(rows.map(toRecord), join(rows));
    }
    if (opened.matrix.staleShare <= mostStale) return opened;
    return this.rewrite(modelId, opened, (row) => !opened.matrix.isStale(row));
  }

  private async rewrite(modelId: number, opened: Opened, isKept: (row: number) => boolean): Promise<Opened> {
    const { dims } = await this.options.models.getById(modelId);
    return this.load(await opened.file.rewrite(isKept), dims);
  }

  private async load(file: VectorFile, dims: number): Promise<Opened> {
    return { file, matrix: await ExactMatrix.load(await this.options.openMatrix(dims), file) };
  }
}

async function closeOpened({ file, matrix }: Opened): Promise<void> {
  await matrix.close();
  await file.close();
}

// Only what is kept in memory: the vector itself lives in the matrix.
function toRecord({ id, documentId, kind, region, frameMs }: EmbeddingRow) {
  return { id, documentId, kind, region, frameMs };
}

function join(rows: readonly EmbeddingRow[]): Float32Array {
  const dims = rows[0]?.embedding.length ?? 0;
  const vectors = new Float32Array(rows.length * dims);
  rows.forEach((row, index) => vectors.set(row.embedding, index * dims));
  return vectors;
}
