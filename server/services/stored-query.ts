import type { DocumentFilter } from '../repositories/document-filter.js';
import type { QueryPart } from './query-part.js';
import type { SimilarityRequest } from './similarity-query.js';

/** A part of a query as it is kept; without a picture and without words it was an upload, of which nothing is kept. */
export interface StoredPart extends Pick<QueryPart, 'text' | 'region' | 'frameMs' | 'mode' | 'weight'> {
  readonly imageId?: string | null;
}

/** A query as it is kept, in the log and under a name: ids, words and numbers, never a vector and nothing of an uploaded file. */
export interface StoredQuery {
  readonly parts: readonly StoredPart[];
  readonly filter?: DocumentFilter;
  /** What was asked for; left out where the calibrated cut was. */
  readonly threshold?: number | null;
}

/** A query with its cut, ready to be asked again. */
export interface SavedQuery extends StoredQuery {
  /** On the scale of the model it was saved under. */
  readonly threshold: number;
  readonly topK: number;
  readonly modelId?: number;
}

/** What PostgreSQL takes in no text and no JSON: NUL, and halves of characters. */
export const REFUSED_TEXT = /[\0\ud800-\udfff]/u;

/** What of a request is kept. A picture stands as its document, however it was named; `imageIds`: that of each part, null for none. */
export function toStoredQuery(request: SimilarityRequest, imageIds: readonly (string | null)[]): StoredQuery {
  const parts = request.parts.map(({ text, region, frameMs, mode, weight }, at) =>
    given({ imageId: imageIds[at], text, region, frameMs, mode, weight }),
  );
  const query = { parts, ...given({ filter: given({ ...request.filter }), threshold: request.threshold }) };
  const clean = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(new RegExp(REFUSED_TEXT, 'gu'), '\uFFFD') : value;
  return JSON.parse(JSON.stringify(query, clean)) as StoredQuery;
}

function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isGiven(value)));
}

function isGiven(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
