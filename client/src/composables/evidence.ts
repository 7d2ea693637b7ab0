import type { Band, RegionInput } from '../graphql/generated/operations.js';
import type { AskedPart } from './query-parts.js';
import { partsFromQuery, partsToLines } from './query-parts.js';
import { regionFromText, regionToText } from './region.js';
import type { QueryRecord } from './url-state.js';
import { first, numberFrom } from './url-state.js';

/** How far a hit stands out: robust deviations above the median, and how many pictures chance lifts as high. */
export interface Standing {
  readonly z: number;
  readonly expectedFalse: number;
}

/** Why a picture is shown: what a search knew about the hit. */
export interface Evidence {
  similarity: number;
  band: Band | null;
  /** What was looked for. */
  asked: readonly AskedPart[];
  /** Where the bands of this query begin, null where the archive is too small to say. */
  likelyFrom: number | null;
  strongFrom: number | null;
  standing: Standing | null;
  /** Of a mixture: the likeness to each part that was compared. */
  cosines: readonly number[];
  region: RegionInput | null;
  frameMs: number | null;
  /** Of the search in the log, by which the part that matched is asked for. */
  logId: string | null;
}

const BANDS: readonly Band[] = ['STRONG', 'LIKELY', 'GUESS'];

/** Writes evidence into the viewer's address: `s` similarity, `band`, `bands` likely,strong, `z` deviations,expected false hits, `like` to each part, `log`, `region` x,y,w,h, `t` milliseconds, `part` what was looked for. */
export function evidenceToQuery(evidence: Evidence): QueryRecord {
  const { region, likelyFrom, strongFrom, standing, cosines } = evidence;
  const query: QueryRecord = { s: evidence.similarity.toFixed(4) };
  if (evidence.band) query['band'] = evidence.band.toLowerCase();
  if (likelyFrom !== null && strongFrom !== null) query['bands'] = `${likelyFrom.toFixed(4)},${strongFrom.toFixed(4)}`;
  if (standing) query['z'] = `${standing.z.toFixed(2)},${Number(standing.expectedFalse.toPrecision(2))}`;
  if (cosines.length > 0) query['like'] = cosines.map((cosine) => cosine.toFixed(4)).join(',');
  if (evidence.logId) query['log'] = evidence.logId;
  if (region) query['region'] = regionToText(region);
  return { ...query, ...momentToQuery(evidence.frameMs), ...partsToLines(evidence.asked) };
}

/** Lets the viewer open a video at a moment. */
export function momentToQuery(frameMs: number | null): QueryRecord {
  return frameMs === null ? {} : { t: String(frameMs) };
}

/** Reads evidence from the viewer's address; null when the picture was not opened from a search. */
export function evidenceFromQuery(query: QueryRecord): Evidence | null {
  const similarity = numberFrom(query['s'], -1, 1);
  if (similarity === null) return null;
  const bands = numbers(query['bands'], 2);
  const [z, expectedFalse] = numbers(query['z'], 2) ?? [];
  const name = first(query['band'])?.toUpperCase();
  return {
    similarity,
    band: BANDS.find((band) => band === name) ?? null,
    asked: partsFromQuery({ part: query['part'] }),
    likelyFrom: bands?.[0] ?? null,
    strongFrom: bands?.[1] ?? null,
    standing: z === undefined || expectedFalse === undefined ? null : { z, expectedFalse },
    cosines: numbers(query['like']) ?? [],
    region: regionFromText(first(query['region'])),
    frameMs: numberFrom(query['t'], 0, Number.MAX_SAFE_INTEGER),
    logId: first(query['log']),
  };
}

function numbers(value: QueryRecord[string], count?: number): number[] | null {
  const parsed = (first(value) ?? '').split(',').map((text) => (text === '' ? Number.NaN : Number(text)));
  return (count === undefined || parsed.length === count) && parsed.every(Number.isFinite) ? parsed : null;
}
