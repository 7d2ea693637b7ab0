import type { DataSource } from 'typeorm';
import { readDocumentSample, scoresOfSample, type DocumentSample } from './document-sample.js';
import type { EmbeddingRepository } from './embedding.repository.js';
import { buildHnswIndex } from './hnsw-build.js';
import { type RawHit, scanHnsw, sqlColumns, toHit } from './hnsw-scan.js';
import type { ModelRepository } from './model.repository.js';
import { translateDatabaseError } from './database-errors.js';
import { checkedInteger, queryRows } from './sql.js';
import { toVectorText } from './vector-codec.js';
import {
  type CompareQuery,
  type Comparison,
  type NearestAnswer,
  type NearestHit,
  type NearestQuery,
  type VectorIndex,
} from './vector-index.js';

/** What the index on a server works with. */
export interface HnswVectorIndexOptions {
  readonly dataSource: DataSource;
  readonly embeddings: EmbeddingRepository;
  readonly models: ModelRepository;
  /** Up to so many vectors are compared one by one, which misses nothing; 20,000 where not given (about 60 ms, 512 numbers each). */
  readonly exactRows?: number;
}

const EXACT_ROWS = 20_000;
// In the time of these one by one the index gives so many: 4.5 us each against 40 us (100,000 x 512, two busy cores).
const SCAN_OF_EXACT_ROWS = 2200;

/** More rows than a table has. */
const EVERYTHING = 2 ** 31 - 1;

interface Population {
  readonly rows: number;
  readonly documents: number;
  readonly dims: number;
  readonly sample: DocumentSample;
}

/** Finds candidates by one HNSW index per model over half-precision copies, then ranks them by their exact similarity. */
export class HnswVectorIndex implements VectorIndex {
  private readonly populations = new Map<number, Promise<Population>>();
  private readonly forgotten = new Set<string>();

  private readonly exactRows: number;

  constructor(private readonly options: HnswVectorIndexOptions) {
    this.exactRows = options.exactRows ?? EXACT_ROWS;
  }

  async prepare(modelId: number): Promise<void> {
    await this.populationOf(modelId);
  }

  async nearest(query: NearestQuery): Promise<NearestAnswer> {
    const population = await this.populationOf(query.modelId);
    const isSmall = Math.min(population.rows, query.among?.size ?? Infinity) <= this.exactRows;
    try {
      const hits = isSmall ? await this.exact(query, population) : await this.approximate(query, population);
      const sample = scoresOfSample(population.sample, query.vector, query.without);
      return { hits, ...(await this.countsOf(query, population)), scores: null, sample };
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }

  async compare(query: CompareQuery): Promise<Comparison> {
    const population = await this.populationOf(query.modelId);
    try {
      return await this.compareWith(query, population);
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }

  async forget(documentIds: readonly string[]): Promise<void> {
    for (const id of documentIds) this.forgotten.add(id);
  }

  /** Counts and samples anew, and builds the index of a model that has outgrown exact search. */
  async refresh(): Promise<void> {
    this.populations.clear();
    this.forgotten.clear();
    for (const model of await this.options.models.list()) {
      if ((await this.options.embeddings.count(model.id)) > this.exactRows) await this.ensureIndex(model.id);
    }
  }

  /** What was deleted leaves the database's own index with the next VACUUM. */
  async erase(): Promise<void> {
    await this.refresh();
  }

  async close(): Promise<void> {
    this.populations.clear();
  }

  /** Builds the index of a model where it is missing or was left unfinished; returns at once when another process is at it. */
  async ensureIndex(modelId: number): Promise<void> {
    const { dims } = await this.options.models.getById(modelId);
    const rows = await this.options.embeddings.count(modelId);
    const runner = this.options.dataSource.createQueryRunner();
    try {
      await buildHnswIndex(runner, { modelId, dims, rows });
    } finally {
      await runner.release();
    }
  }

  private async compareWith(query: CompareQuery, population: Population): Promise<Comparison> {
    const isSmall = Math.min(population.rows, query.among?.size ?? Infinity) <= this.exactRows;
    const among = isSmall ? query.among : await this.nearestOfEach(query);
    const compared: Map<string, NearestHit>[] = [];
    for (const { vector } of query.vectors) {
      const hits = await this.exact({ ...query, vector, among, limit: EVERYTHING }, population);
      compared.push(new Map(hits.map((hit) => [hit.documentId, hit])));
    }
    const documentIds = [...(compared[0]?.keys() ?? [])].filter((id) => compared.every((hits) => hits.has(id)));
    return {
      documentIds,
      isAmong: new Uint8Array(documentIds.length).fill(1),
      similarities: compared.map((hits) => Float32Array.from(documentIds, (id) => hits.get(id)?.similarity ?? -1)),
      evidence: (vector, document) => {
        const hit = compared[vector]?.get(documentIds[document] ?? '');
        return { region: hit?.region ?? null, frameMs: hit?.frameMs ?? null };
      },
      ...(await this.countsOf(query, population)),
      sample: query.vectors.map(({ vector }) => scoresOfSample(population.sample, vector, query.without)),
    };
  }

  private async nearestOfEach(query: CompareQuery): Promise<Set<string>> {
    const near = new Set<string>();
    for (const { vector } of query.vectors.filter(({ isSought }) => isSought)) {
      for (const { documentId } of (await this.nearest({ ...query, vector })).hits) near.add(documentId);
    }
    return near;
  }

  private async countsOf(
    { modelId, among, without }: Omit<NearestQuery, 'vector' | 'limit'>,
    { rows, documents }: Population,
  ): Promise<{ candidates: number; documents: number }> {
    if (among) return { candidates: Math.min(among.size, rows), documents: Math.min(among.size, documents) };
    if (!without || without.size === 0) return { candidates: rows, documents };
    const absent = await this.options.embeddings.countOf(modelId, [...without]);
    return { candidates: rows - absent.rows, documents: documents - absent.documents };
  }

  private populationOf(modelId: number): Promise<Population> {
    const known = this.populations.get(modelId);
    if (known) return known;
    const reading = this.readPopulation(modelId);
    this.populations.set(modelId, reading);
    reading.catch(() => this.populations.delete(modelId));
    return reading;
  }

  private async readPopulation(modelId: number): Promise<Population> {
    const { embeddings, models } = this.options;
    const { dims } = await models.getById(modelId);
    const counts = await embeddings.countBoth(modelId);
    return { dims, ...counts, sample: await readDocumentSample(embeddings, modelId, counts) };
  }

  private async exact(query: NearestQuery, { dims }: Population): Promise<NearestHit[]> {
    const { where, values } = conditionsOf(query, this.forgotten);
    const sql = `
      SELECT * FROM (
        SELECT DISTINCT ON (document_id) ${sqlColumns(dims)} FROM image_embeddings
        WHERE ${where} ORDER BY document_id, embedding <=> $1::vector(${checkedInteger(dims)}), id
      ) best ORDER BY similarity DESC, "documentId" LIMIT $${values.push(query.limit)}`;
    return (await queryRows<RawHit>(this.options.dataSource.manager, sql, values)).map(toHit);
  }

  private async approximate(query: NearestQuery, population: Population): Promise<NearestHit[]> {
    const { among, without, kinds } = query;
    const eligible = Math.min(population.rows, among?.size ?? Infinity);
    const hits = await scanHnsw(this.options.dataSource, query, {
      ...population,
      eligible,
      isEligible: ({ documentId, kind }) =>
        (!among || among.has(documentId)) &&
        !without?.has(documentId) &&
        !this.forgotten.has(documentId) &&
        (!kinds || kinds.includes(kind)),
      isExactQuicker: (wanted) => eligible <= this.exactRows * Math.max(1, wanted / SCAN_OF_EXACT_ROWS),
    });
    return hits ?? this.exact(query, population);
  }
}

// $1 is the vector. The model is inlined, so that its partial index applies.
function conditionsOf(query: NearestQuery, forgotten: ReadonlySet<string>): { where: string; values: unknown[] } {
  const values: unknown[] = [toVectorText(query.vector)];
  const parts = [`model_id = ${checkedInteger(query.modelId)}`];
  if (query.among) parts.push(`document_id = ANY($${values.push([...query.among])}::uuid[])`);
  if (query.kinds) parts.push(`kind = ANY($${values.push([...query.kinds])}::text[])`);
  const absent = [...forgotten, ...(query.without ?? [])];
  if (absent.length > 0) parts.push(`document_id <> ALL($${values.push(absent)}::uuid[])`);
  return { where: parts.join(' AND '), values };
}
