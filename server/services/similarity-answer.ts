import type { Region } from '../media/analysis.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Moment } from './best-moments.js';
import type { Band, Standing } from './calibration.js';
import type { PartMode } from './query-part.js';
import type { ScoreHistogram } from './ranking.js';
import type { PartKind } from './similarity-query.js';

/** One row of an answer; `image` is null only for an uploaded query picture that is no document. */
export interface SimilarityHit {
  readonly similarity: number | null;
  readonly isQuery: boolean;
  readonly band: Band | null;
  /** Null of query rows and keyword hits, and where the archive is too small to say. */
  readonly standing: Standing | null;
  /** Of a mixture: its cosine with each part that has a vector, in their order; else empty. */
  readonly cosines: readonly number[];
  readonly image: DocumentRow | null;
  /** Of an uploaded query picture that is no document, its preview; else null. */
  readonly previewId: string | null;
  readonly region: Region | null;
  /** Of a video the moment that matched best. */
  readonly frameMs: number | null;
  /** Of a video its best moments, the most similar first; the query's own row has the moment that was asked with. */
  readonly moments: readonly Moment[];
  /** Near-duplicates of it that stand under it, where that was asked for. */
  readonly duplicates?: readonly DocumentRow[];
}

/** A part of a query as it was understood. */
export interface EchoedPart {
  readonly kind: PartKind;
  readonly mode: PartMode;
  readonly weight: number;
  readonly imageId: string | null;
  /** Names an uploaded picture's preview; null when there is none. */
  readonly previewId: string | null;
  readonly text: string | null;
  readonly region: Region | null;
  readonly frameMs: number | null;
}

/** What a query found, the pictures that were asked for first (promise 1). */
export interface SimilarityAnswer {
  /** The first part; its kind is `mixture` where several parts are weighed. */
  readonly query: Omit<EchoedPart, 'kind'> & { readonly kind: PartKind | 'mixture'; readonly parts: readonly EchoedPart[] };
  readonly model: string;
  readonly threshold: number;
  readonly isThresholdCalibrated: boolean;
  readonly topK: number;
  readonly tookMs: number;
  readonly logId: string;
  readonly candidates: number;
  readonly results: SimilarityHit[];
  readonly nextBest: SimilarityHit[];
  readonly histogram: ScoreHistogram & {
    readonly isEstimated: boolean;
    readonly cut: number;
    readonly strongFrom: number | null;
    readonly likelyFrom: number | null;
  };
}
