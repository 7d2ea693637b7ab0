import type { Region } from '../media/analysis.js';
import type { EmbeddingKind } from './embedding.repository.js';

/** What is looked for. */
export interface NearestQuery {
  readonly modelId: number;
  /** Of unit length, with as many numbers as the model says. */
  readonly vector: Float32Array;
  /** Distinct documents. */
  readonly limit: number;
  /** The documents that filters leave; null for all. */
  readonly among?: ReadonlySet<string> | null;
  /** Documents that are as if they were not there: no hits, no candidates, no scores. */
  readonly without?: ReadonlySet<string> | null;
  /** All kinds where left out. */
  readonly kinds?: readonly EmbeddingKind[];
}

/** A document's best vector. */
export interface NearestHit {
  readonly documentId: string;
  /** Cosine, -1..1. */
  readonly similarity: number;
  readonly kind: EmbeddingKind;
  readonly region: Region | null;
  readonly frameMs: number | null;
}

/** What was found: never fewer documents than asked for while there are more. */
export interface NearestAnswer {
  /** One per document, the most similar first, then by id. */
  readonly hits: NearestHit[];
  /** How many vectors the search was among. */
  readonly candidates: number;
  /** Of how many documents: as many chances there were for a false hit, since each counts by its best vector. */
  readonly documents: number;
  /** The best score of every document of the archive, whatever the filters but for `without`; null where not every vector was compared. */
  readonly scores: Float32Array | null;
  /** Where `scores` is null: the best scores of documents taken at random. */
  readonly sample: Float32Array | null;
}

/** Several vectors that documents are compared with at once. */
export interface CompareQuery extends Pick<NearestQuery, 'modelId' | 'among' | 'without'> {
  /** Those that are sought draw candidates where not every document is compared; each is of unit length. */
  readonly vectors: readonly { readonly vector: Float32Array; readonly isSought: boolean }[];
  /** At least so many of the nearest documents of each vector that is sought are compared, where there are so many. */
  readonly limit: number;
}

/** Documents side by side with several vectors; all arrays are in the order of `documentIds`. */
export interface Comparison {
  readonly documentIds: readonly string[];
  /** 1: passes the filters. */
  readonly isAmong: Uint8Array;
  /** Of each vector, every document's best cosine. */
  readonly similarities: readonly Float32Array[];
  /** What of a document was most like a vector; both by their places. */
  readonly evidence: (vector: number, document: number) => Pick<NearestHit, 'region' | 'frameMs'>;
  readonly candidates: number;
  /** As of `NearestAnswer`. */
  readonly documents: number;
  /** Where not every document was compared: of each vector the scores of the same pictures taken at random; else null. */
  readonly sample: readonly Float32Array[] | null;
}

/** Finds the vectors nearest to one. Exact over a file beside the embedded database, or by an HNSW index on a server. */
export interface VectorIndex {
  /** Loads what searches under a model need, so that the first one does not wait. */
  prepare(modelId: number): Promise<void>;
  nearest(query: NearestQuery): Promise<NearestAnswer>;
  /** Compares documents with several vectors: all of them, or on a large server the nearest of each. */
  compare(query: CompareQuery): Promise<Comparison>;
  /** Leaves documents out at once, before their rows are deleted. */
  forget(documentIds: readonly string[]): Promise<void>;
  /** Takes in what was stored, replaced or deleted since. */
  refresh(): Promise<void>;
  /** As `refresh`, and leaves nothing of what was deleted in its files, whatever the model. */
  erase(): Promise<void>;
  close(): Promise<void>;
}

/** The most similar first; of equals, the smaller id. */
export function byNearness(a: NearestHit, b: NearestHit): number {
  return b.similarity - a.similarity || (a.documentId < b.documentId ? -1 : 1);
}
