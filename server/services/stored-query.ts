import type { Region } from '../media/analysis.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { SimilarityRequest } from './similarity-query.js';

/** A query as it is kept, in the log and under a name: ids, words and numbers, never a vector and nothing of an uploaded file. */
export interface StoredQuery {
  readonly imageId?: string | null;
  readonly text?: string | null;
  readonly region?: Region | null;
  readonly frameMs?: number | null;
  readonly filter?: DocumentFilter;
  /** What was asked for; left out where the calibrated cut was. */
  readonly threshold?: number | null;
}

/** A query with its cut, ready to be asked again. */
export interface SavedQuery extends StoredQuery {
  readonly threshold: number;
  readonly topK: number;
}

/** What PostgreSQL takes in no text and no JSON: NUL, and halves of characters. */
export const REFUSED_TEXT = /[\0\ud800-\udfff]/u;

/** What of a request is kept. A picture stands as its document, however it was named; one that is no document leaves nothing. */
export function toStoredQuery(request: SimilarityRequest, imageId: string | null): StoredQuery {
  const { text, region, frameMs, threshold } = request;
  const filter = Object.fromEntries(Object.entries(request.filter ?? {}).filter(([, value]) => isGiven(value)));
  const given = Object.entries({ imageId, text, region, frameMs, filter, threshold }).filter(([, value]) => isGiven(value));
  const clean = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(new RegExp(REFUSED_TEXT, 'gu'), '\uFFFD') : value;
  return JSON.parse(JSON.stringify(Object.fromEntries(given), clean)) as StoredQuery;
}

function isGiven(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
