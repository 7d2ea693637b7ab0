import { expect } from '@jest/globals';
import type { Answer, Hit, Question } from './similarity-client.js';

/** What is known of a question apart from the answer to be judged. */
export interface Circumstances {
  /** The document that the query picture is; null for an upload of unknown bytes. */
  readonly own: string | null;
  /** Every other document that may be shown, best first: the answer to the same picture at threshold -1 without filters. */
  readonly others: readonly Hit[];
  /** The documents that the question's filter leaves; null for all. */
  readonly among: ReadonlySet<string> | null;
}

/** What both promise 1 and its exemption say of one score. */
const passes = (similarity: number | null, threshold: number): boolean => (similarity ?? -2) >= threshold || (similarity ?? -2) >= 0.98;

/** Holds an answer to a query with a picture against promise 1, word for word. */
export function expectQueryIncluded(answer: Answer, question: Question, { own, others, among }: Circumstances): void {
  const [first, ...rest] = answer.results;
  expect(first).toMatchObject({ isQuery: true, similarity: 1, region: question.region ?? null, frameMs: question.frameMs ?? null });
  expect(first?.image?.id ?? null).toBe(own);
  expect(answer.query).toMatchObject({ kind: own ? 'image' : 'upload', imageId: own });
  expect(answer.query.previewUrl === null).toBe(own !== null);
  expect(answer.results.length).toBeLessThanOrEqual(answer.topK);
  expect(rest.some(({ isQuery }) => isQuery)).toBe(false);
  expectDistinct(answer.results);
  const filtered = others.filter(({ image }) => among === null || among.has(image?.id ?? ''));
  const passing = filtered.filter(({ similarity }) => passes(similarity, answer.threshold));
  expect(scored(rest)).toEqual(scored(passing.slice(0, answer.topK - 1)));
  expect(scored(answer.nextBest)).toEqual(passing.length > 0 ? [] : scored(filtered.slice(0, 5)));
}

/** A part of a mixture, the document that it is, and every other document by its cosine with it. */
export interface MixedPart {
  readonly mode: 'more' | 'less' | 'not';
  readonly own: string | null;
  readonly others: readonly Hit[];
}

/** Holds an answer to a mixture of pictures against promise 1: one row for each picture that is sought, and what stands beside them. */
export function expectMixtureIncluded(answer: Answer, parts: readonly MixedPart[], among: ReadonlySet<string> | null): void {
  const sought = parts.filter(({ mode }) => mode === 'more');
  const rows = answer.results.filter(({ isQuery }) => isQuery);
  const rest = answer.results.slice(rows.length);
  expect(rows.map(({ image, similarity }) => [image?.id ?? null, similarity])).toEqual(sought.map(({ own }) => [own, 1]));
  expect(rest.some(({ isQuery }) => isQuery)).toBe(false);
  expectDistinct(rest);
  expect(answer.results.length).toBeLessThanOrEqual(Math.max(answer.topK, rows.length));
  const shown = new Set(rest.map(({ image }) => image?.id));
  for (const { own } of sought) expect(shown.has(own ?? '')).toBe(false);
  for (const id of shown) expect(among?.has(id ?? '') ?? true).toBe(true);
  const samePicture = ({ others, own }: MixedPart) => [
    ...others.filter(({ similarity }) => (similarity ?? 0) >= 0.98).map(({ image }) => image?.id ?? ''),
    ...(own ? [own] : []),
  ];
  const barred = new Set(parts.filter(({ mode }) => mode === 'not').flatMap(samePicture));
  for (const id of barred) expect(shown.has(id)).toBe(false);
  // Those that no threshold hides, unless top_k left them no room.
  const isFull = answer.results.length >= answer.topK;
  const own = new Set(sought.map((part) => part.own));
  const exempt = sought.flatMap(samePicture).filter((id) => !own.has(id) && !barred.has(id) && (among?.has(id) ?? true));
  const certain = parts.some(({ mode }) => mode === 'not') ? [] : exempt;
  if (!isFull) for (const id of certain) expect(shown.has(id)).toBe(true);
  expect(answer.nextBest.length > 0 && rest.length > 0).toBe(false);
}

/** Holds an answer to a text: the hits that pass, else the five best. */
export function expectTextAnswered(answer: Answer, everything: readonly Hit[]): void {
  const passing = everything.filter(({ similarity }) => passes(similarity, answer.threshold));
  expect(answer.results.every(({ isQuery }) => !isQuery)).toBe(true);
  expect(scored(answer.results)).toEqual(scored(passing.slice(0, answer.topK)));
  expect(scored(answer.nextBest)).toEqual(passing.length > 0 ? [] : scored(everything.slice(0, 5)));
}

/** Nothing stands twice, and the most similar stand first. */
export function expectDistinct(hits: readonly Hit[]): void {
  const ids = hits.map(({ image }) => image?.id);
  expect(new Set(ids).size).toBe(ids.length);
  const scores = hits.map(({ similarity }) => similarity ?? -2);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
}

/** Documents and scores alone, to be compared. */
export function scored(hits: readonly Hit[]): [string | null, number | null][] {
  return hits.map(({ image, similarity }) => [image?.id ?? null, similarity]);
}
