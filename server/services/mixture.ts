import { background, calibrate, type Background } from './calibration.js';
import { neighbourCut } from './neighbour-cut.js';
import type { PartMode } from './query-part.js';
import { SAME_PICTURE_SIMILARITY } from './ranking.js';

/** One part of a mixture beside the archive; cosines. */
export interface MixedPart {
  readonly mode: PartMode;
  readonly weight: number;
  /** Of documents, in one order for all parts. */
  readonly similarities: Float32Array;
  /** What the archive scores, of the same pictures in one order for all parts; the similarities themselves where those are the archive. */
  readonly background: Float32Array;
}

/** A mixture's scores, -1..1; 0 is an ordinary picture of the archive. */
export interface Mixture {
  /** Of documents; -Infinity for those that a NOT leaves out. */
  readonly scores: Float32Array;
  readonly background: Float32Array;
  /** The part that is sought and speaks most for the document at a place, by deviations: a cosine of words is no match for one of pictures. */
  readonly leading: (place: number) => number;
}

/**
 * Robust deviations at which a score reaches tanh(1) = .76. It only spreads the scores over -1..1, where thresholds lie, and changes no order.
 */
const SPREAD = 8;

/**
 * Combines what the parts score, never their vectors: cosines of words and of pictures lie on different scales. Each score becomes the number of
 * robust deviations from that part's background (z-score normalisation with median and MAD: Jain, Nandakumar and Ross 2005), and the
 * weighted mean of these (CombSUM: Fox and Shaw 1994) is brought into -1..1 by tanh. What is asked for less only takes away: being
 * unlike it beyond the ordinary is no merit. NOT leaves out what is likely to be meant: from the band "likely" of that part on.
 */
export function mix(parts: readonly MixedPart[], archiveSize: number): Mixture {
  const [first] = parts;
  const compared = parts.flatMap((part, at) => (part.mode === 'not' ? [] : [{ part, at, ordinary: background(part.background) }]));
  const total = compared.reduce((sum, { part }) => sum + part.weight, 0);
  const combined = (of: (part: MixedPart) => Float32Array, length: number): Float32Array => {
    const sums = new Float32Array(length);
    for (const { part, ordinary } of compared) addWeighted(sums, of(part), { ...part, ordinary, share: part.weight / total });
    return sums.map((sum) => Math.tanh(sum / SPREAD));
  };
  const scores = combined((part) => part.similarities, first?.similarities.length ?? 0);
  for (const part of parts.filter(({ mode }) => mode === 'not')) leaveOut(scores, part, archiveSize);
  return {
    scores,
    background: combined((part) => part.background, first?.background.length ?? 0),
    leading: (place) => leadingOf(place, compared),
  };
}

interface ComparedPart {
  readonly part: MixedPart;
  /** Its place among the parts. */
  readonly at: number;
  readonly ordinary: Background;
}

interface Weighing {
  readonly mode: PartMode;
  readonly share: number;
  readonly ordinary: Background;
}

function addWeighted(sums: Float32Array, similarities: Float32Array, { mode, share, ordinary }: Weighing): void {
  for (let place = 0; place < sums.length; place += 1) {
    const deviations = deviationsOf(similarities[place], ordinary);
    sums[place] = (sums[place] ?? 0) + share * (mode === 'less' ? -Math.max(0, deviations) : deviations);
  }
}

function leadingOf(place: number, compared: readonly ComparedPart[]): number {
  const sought = compared.filter(({ part }) => part.mode === 'more');
  const standings = sought.map(({ part, at, ordinary }) => ({ at, deviations: deviationsOf(part.similarities[place], ordinary) }));
  return standings.reduce((best, one) => (one.deviations > best.deviations ? one : best), { at: 0, deviations: -Infinity }).at;
}

function deviationsOf(similarity: number | undefined, ordinary: Background): number {
  return ((similarity ?? 0) - ordinary.median) / ordinary.scale;
}

function leaveOut(scores: Float32Array, part: MixedPart, archiveSize: number): void {
  // In a handful of pictures there is no bulk to stand out of, and nothing but the same picture is surely meant.
  const isHandful = calibrate(part.background, archiveSize).cut === -1;
  const meant = isHandful ? SAME_PICTURE_SIMILARITY : neighbourCut(part.background, archiveSize);
  part.similarities.forEach((similarity, place) => {
    if (similarity >= meant) scores[place] = -Infinity;
  });
}
