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
