import type { Region } from '../media/analysis.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Moment } from './best-moments.js';
import type { Band } from './calibration.js';
import type { ScoreHistogram } from './ranking.js';
import type { ResolvedQuery } from './similarity-query.js';

/** One row of an answer; `image` is null only for an uploaded query picture that is no document. */
export interface SimilarityHit {
  readonly similarity: number | null;
  readonly isQuery: boolean;
  readonly band: Band | null;
  readonly image: DocumentRow | null;
  readonly region: Region | null;
  /** Of a video the moment that matched best. */
  readonly frameMs: number | null;
  /** Of a video its best moments, the most similar first; the query's own row has the moment that was asked with. */
  readonly moments: readonly Moment[];
  /** Near-duplicates of it that stand under it, where that was asked for. */
  readonly duplicates?: readonly DocumentRow[];
}

/** What a query found, the query's own picture first (promise 1). */
export interface SimilarityAnswer {
  readonly query: {
    readonly kind: ResolvedQuery['kind'];
    readonly imageId: string | null;
    /** Names an uploaded picture's preview; null when there is none. */
    readonly previewId: string | null;
    readonly text: string | null;
    readonly region: Region | null;
  };
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
