/** A change of scene in a video. */
export interface Cut {
  readonly ms: number;
  /** How unlike the pictures before and after it are, 0..2. */
  readonly distance: number;
}

/** How a video is looked through for changes of scene. */
export interface ScanPlan {
  readonly everyMs: number;
  /** Decodes only pictures that need no others. */
  readonly keyframesOnly: boolean;
}

/** Edge of the squares of RGB bytes that are compared. */
export const SAMPLE_EDGE = 16;
/** No scan looks at more pictures: 1.5 MB of them. */
export const MAX_SAMPLES = 2_000;
/** What one video may have: half of them for scenes, half for the steady rate. */
export const MAX_MOMENTS = 64;

const SAMPLE_MS = 250;
const STEADY_MS = 2_000;
const SAMPLE_BYTES = SAMPLE_EDGE ** 2 * 3;
// About 3 s of decoding (16 s of full HD). Above it only keyframes are decoded: encoders put one at a cut, and phones one at every second.
const MAX_DECODED_PIXELS = 1_000_000_000;
const FRAMES_PER_SECOND = 30;
// Measured (docs/decisions/013): cuts 0.55 to 1.1 also where it is dark, a shaken camera up to 0.40, two unrelated photographs below 0.5 in 1.9 %.
const CUT_DISTANCE = 0.5;
// Keeps the noise of a picture of one colour (deviation below 5 of 255) from looking like a change.
const NOISE_VARIANCE = 25;

/** Finely where that is cheap, and never more than 2,000 pictures. */
export function planScan(video: { width: number; height: number; durationMs: number }): ScanPlan {
  const pixels = video.width * video.height * (video.durationMs / 1000) * FRAMES_PER_SECOND;
  return { everyMs: Math.max(SAMPLE_MS, Math.ceil(video.durationMs / MAX_SAMPLES)), keyframesOnly: pixels > MAX_DECODED_PIXELS };
}

/** Where the scene changes, given small pictures taken at a steady rate, one after the other. */
export function findCuts(samples: Uint8Array, everyMs: number): Cut[] {
  const cuts: Cut[] = [];
  for (let index = 1; (index + 1) * SAMPLE_BYTES <= samples.length; index += 1) {
    const distance = distanceBetween(sampleAt(samples, index - 1), sampleAt(samples, index));
    if (distance >= CUT_DISTANCE) cuts.push({ ms: index * everyMs, distance });
  }
  return cuts;
}

/**
 * The moments of a video to look at, in ms, oldest first: every scene in its middle, and nowhere longer than a step without one. The step is
 * 2 s, or a 32nd of a long video; of more than 32 scenes those between the strongest cuts count. At most 64.
 */
export function pickMoments(durationMs: number, cuts: readonly Cut[], everyMs = SAMPLE_MS): number[] {
  const ends = [...strongestCuts(durationMs, cuts, 2 * everyMs), durationMs];
  const stepMs = Math.max(STEADY_MS, durationMs / (MAX_MOMENTS / 2));
  return ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const count = Math.max(1, Math.ceil((end - start) / stepMs));
    return Array.from({ length: count }, (_, part) => Math.floor(start + ((part + 0.5) * (end - start)) / count));
  });
}

// The strongest first, so that of a flash's two cuts, or of the many of a fade, one is left.
function strongestCuts(durationMs: number, cuts: readonly Cut[], minSceneMs: number): number[] {
  const kept: number[] = [];
  for (const { ms } of [...cuts].sort((a, b) => b.distance - a.distance || a.ms - b.ms)) {
    if (kept.length === MAX_MOMENTS / 2 - 1) break;
    if ([0, durationMs, ...kept].every((other) => Math.abs(other - ms) >= minSceneMs)) kept.push(ms);
  }
  return kept.sort((a, b) => a - b);
}

function sampleAt(samples: Uint8Array, index: number): Uint8Array {
  return samples.subarray(index * SAMPLE_BYTES, (index + 1) * SAMPLE_BYTES);
}

/** One less the correlation: unlike a difference of brightness it is as large in the dark as in daylight, and a change of exposure leaves it small. */
function distanceBetween(a: Uint8Array, b: Uint8Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [covariance, varianceA, varianceB] = [0, 0, 0];
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [(a[index] ?? 0) - meanA, (b[index] ?? 0) - meanB];
    covariance += x * y;
    varianceA += x * x;
    varianceB += y * y;
  }
  const noise = NOISE_VARIANCE * a.length;
  return 1 - (covariance + noise) / Math.sqrt((varianceA + noise) * (varianceB + noise));
}

function meanOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length;
}
