import type { EmbeddingRepository } from './embedding.repository.js';
import type { VectorFile, VectorRecord } from './vector-file.js';
import { byNearness, type CompareQuery, type Comparison, type NearestAnswer, type NearestHit, type NearestQuery } from './vector-index.js';

/** A growing matrix that is multiplied with vectors exactly; `models/matrix.ts` has it as an ONNX product. */
export interface GrowingMatrix {
  /** Adds rows [k, dims], given one after the other. */
  append(rows: Float32Array): void;
  /** The product of every row with a vector [dims]: [rows], in their order. */
  scores(vector: Float32Array): Promise<Float32Array>;
  close(): Promise<void>;
}

const UNSEEN = -2;
const BINS = 4096;
const NOBODY: ReadonlySet<string> = new Set();

/** By a document's place: its best score, the row that has it, and whether it passes the filters. */
interface Ranking {
  readonly best: Float32Array;
  readonly bestRow: Int32Array;
  readonly isAmong: Uint8Array;
}

interface RankedRows extends Ranking {
  readonly candidates: number;
  readonly documents: number;
}

type Scope = Pick<NearestQuery, 'among' | 'without' | 'kinds'>;

/** The vectors of one model in memory: the matrix, and to which document each of its rows belongs. */
export class ExactMatrix {
  private readonly records: VectorRecord[] = [];
  /** Of each row: its document's place in `documents`, or -1 once the row is stale. */
  private places = new Int32Array(1024);
  private readonly documents: string[] = [];
  private readonly placeOf = new Map<string, number>();
  private staleRows = 0;
  private readonly running = new Set<Promise<unknown>>();

  private constructor(private readonly matrix: GrowingMatrix) {}

  /** Everything that stands in a file. */
  static async load(matrix: GrowingMatrix, file: VectorFile): Promise<ExactMatrix> {
    const loaded = new ExactMatrix(matrix);
    for await (const { records, vectors } of file.read()) loaded.append(records, vectors);
    return loaded;
  }

  get lastId(): number {
    return this.records.at(-1)?.id ?? 0;
  }

  get staleShare(): number {
    return this.staleRows / Math.max(1, this.records.length);
  }

  /** Adds rows whose ids are larger than all before. */
  append(records: readonly VectorRecord[], vectors: Float32Array): void {
    this.matrix.append(vectors);
    this.reserve(this.records.length + records.length);
    for (const record of records) {
      this.places[this.records.length] = this.placeFor(record.documentId);
      this.records.push(record);
    }
  }

  isStale(row: number): boolean {
    return this.places[row] === -1;
  }

  /** Leaves the rows of some documents out from now on. */
  forget(documentIds: ReadonlySet<string>): void {
    this.dropWhere((record) => documentIds.has(record.documentId));
  }

  /** Whether its live rows are exactly those of the database up to its last id. */
  async agrees(embeddings: EmbeddingRepository, modelId: number): Promise<boolean> {
    const stored = await embeddings.fingerprint(modelId, this.lastId);
    const live = this.records.filter((_, row) => !this.isStale(row));
    return stored.count === live.length && stored.sum === live.reduce((sum, record) => sum + keyOf(record), 0);
  }

  /** Drops the rows that the database no longer has; false when it has rows up to the last id that are not here. */
  async dropDeleted(embeddings: EmbeddingRepository, modelId: number): Promise<boolean> {
    const stored = await embeddings.keys(modelId, this.lastId);
    this.dropWhere((record) => stored.get(record.id) !== keyOf(record));
    return this.records.length - this.staleRows === stored.size;
  }

  /** Closes the matrix once the searches that run over it are answered. */
  async close(): Promise<void> {
    await Promise.allSettled(this.running);
    await this.matrix.close();
  }

  async nearest(query: NearestQuery): Promise<NearestAnswer> {
    const { candidates, documents, ...ranking } = await this.rank(query.vector, query);
    return { hits: this.top(ranking, query.limit), candidates, documents, scores: seenOf(ranking.best), sample: null };
  }

  async compare(query: CompareQuery): Promise<Comparison> {
    const rankings: RankedRows[] = [];
    for (const { vector } of query.vectors) rankings.push(await this.rank(vector, query));
    // Rows may have been added meanwhile: only documents that every vector was compared with.
    const known = Math.min(...rankings.map(({ best }) => best.length));
    const places = Array.from({ length: known }, (_, place) => place).filter((place) => rankings[0]?.best[place] !== UNSEEN);
    const evidence = (vector: number, document: number): Pick<NearestHit, 'region' | 'frameMs'> => {
      const record = this.records[rankings[vector]?.bestRow[places[document] ?? -1] ?? -1];
      return { region: record?.region ?? null, frameMs: record?.frameMs ?? null };
    };
    return {
      documentIds: places.map((place) => this.documents[place] ?? ''),
      isAmong: Uint8Array.from(places, (place) => rankings[0]?.isAmong[place] ?? 0),
      similarities: rankings.map(({ best }) => Float32Array.from(places, (place) => Math.min(1, best[place] ?? UNSEEN))),
      evidence,
      candidates: rankings[0]?.candidates ?? 0,
      documents: rankings[0]?.documents ?? 0,
      sample: null,
    };
  }

  private async rank(vector: Float32Array, query: Scope): Promise<RankedRows> {
    const product = this.matrix.scores(vector);
    this.running.add(product);
    try {
      return this.bestOfDocuments(await product, query);
    } finally {
      this.running.delete(product);
    }
  }

  // Plain loops over typed arrays: with closures and objects these took 15 ms of the event loop for 100,000 rows, so they take 2.
  private bestOfDocuments(scores: Float32Array, query: Scope): RankedRows {
    const best = new Float32Array(this.documents.length).fill(UNSEEN);
    const bestRow = new Int32Array(this.documents.length);
    const isAmong = this.maskOf(query.among ?? null);
    const isAbsent = this.maskOf(query.without ?? NOBODY);
    const isOfKind = query.kinds ? new Set(query.kinds) : null;
    let candidates = 0;
    let documents = 0;
    for (let row = 0; row < scores.length; row += 1) {
      const place = this.places[row] ?? -1;
      if (place < 0 || isAbsent[place] === 1 || (isOfKind && !isOfKind.has(this.records[row]?.kind ?? 'image'))) continue;
      candidates += isAmong[place] ?? 0;
      if (best[place] === UNSEEN) documents += isAmong[place] ?? 0;
      const score = scores[row] ?? UNSEEN;
      if (score <= (best[place] ?? UNSEEN)) continue;
      best[place] = score;
      bestRow[place] = row;
    }
    return { best, bestRow, isAmong, candidates, documents };
  }

  // Only what reaches the answer is made into hits and sorted.
  private top({ best, bestRow, isAmong }: Ranking, limit: number): NearestHit[] {
    const least = leastOfTop({ best, isAmong }, limit);
    const hits: NearestHit[] = [];
    for (let place = 0; place < best.length; place += 1) {
      const similarity = best[place] ?? UNSEEN;
      if (similarity === UNSEEN || similarity < least || isAmong[place] !== 1) continue;
      const record = this.records[bestRow[place] ?? -1];
      if (record) hits.push(hitOf(record, similarity));
    }
    return hits.sort(byNearness).slice(0, limit);
  }

  private maskOf(among: ReadonlySet<string> | null): Uint8Array {
    const mask = new Uint8Array(this.documents.length).fill(among ? 0 : 1);
    for (const documentId of among ?? []) {
      const place = this.placeOf.get(documentId);
      if (place !== undefined) mask[place] = 1;
    }
    return mask;
  }

  private dropWhere(isGone: (record: VectorRecord) => boolean): void {
    this.records.forEach((record, row) => {
      if (this.isStale(row) || !isGone(record)) return;
      this.places[row] = -1;
      this.staleRows += 1;
    });
  }

  private reserve(rows: number): void {
    if (rows <= this.places.length) return;
    const grown = new Int32Array(Math.max(rows, this.places.length * 2));
    grown.set(this.places);
    this.places = grown;
  }

  private placeFor(documentId: string): number {
    const known = this.placeOf.get(documentId);
    if (known !== undefined) return known;
    this.placeOf.set(documentId, this.documents.length);
    return this.documents.push(documentId) - 1;
  }
}

function hitOf({ documentId, kind, region, frameMs }: VectorRecord, similarity: number): NearestHit {
  // Rounding may carry a product of unit vectors a little past 1.
  return { documentId, similarity: Math.min(1, similarity), kind, region, frameMs };
}

// Without the documents none of whose rows was compared.
function seenOf(best: Float32Array): Float32Array {
  const seen = new Float32Array(best.length);
  let count = 0;
  for (const score of best) {
    if (score === UNSEEN) continue;
    seen[count] = score;
    count += 1;
  }
  return seen.subarray(0, count);
}

// A score that at least `limit` eligible ones reach (all, where there are fewer): found by counting bins, because sorting 100,000 scores
// takes 8 ms of the event loop and counting them 1.
function leastOfTop({ best, isAmong }: Pick<Ranking, 'best' | 'isAmong'>, limit: number): number {
  const counts = new Uint32Array(BINS);
  const binOf = (score: number): number => Math.min(BINS - 1, Math.max(0, Math.floor(((score + 1) / 2) * BINS)));
  for (let place = 0; place < best.length; place += 1) {
    const score = best[place] ?? UNSEEN;
    if (score === UNSEEN || isAmong[place] !== 1) continue;
    const bin = binOf(score);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let bin = BINS;
  for (let reached = 0; bin > 0 && reached < limit;) reached += counts[(bin -= 1)] ?? 0;
  // The edge itself may round below: one bin lower is safe, and what is too much is cut off after sorting. The lowest bin is open below.
  return bin <= 1 ? -Infinity : ((bin - 1) / BINS) * 2 - 1;
}

// The last 32 bits of a document's id are random: together with the row's id they tell rows of another database or another time apart.
function keyOf({ id, documentId }: VectorRecord): number {
  return (Number.parseInt(documentId.slice(-8), 16) ^ id) >>> 0;
}
