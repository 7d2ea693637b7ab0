import type { Band, RegionInput } from '../graphql/generated/operations.js';
import type { QueryRecord } from './url-state.js';
import { first, numberFrom } from './url-state.js';

/** Why a picture is shown: what a search knew about the hit. */
export interface Evidence {
  similarity: number;
  band: Band | null;
  /** The query picture's document, null for words and uploads. */
  queryId: string | null;
  text: string | null;
  /** Where the bands of this query begin, null where the archive is too small to say. */
  likelyFrom: number | null;
  strongFrom: number | null;
  region: RegionInput | null;
  frameMs: number | null;
}

const BANDS: readonly Band[] = ['STRONG', 'LIKELY', 'GUESS'];

/** Writes evidence into the viewer's address: `s` similarity, `band`, `of` query id, `text`, `bands` likely,strong, `region` x,y,w,h, `t` milliseconds. */
export function evidenceToQuery(evidence: Evidence): QueryRecord {
  const { region, likelyFrom, strongFrom } = evidence;
  const query: QueryRecord = { s: evidence.similarity.toFixed(4) };
  if (evidence.band) query['band'] = evidence.band.toLowerCase();
  if (evidence.queryId) query['of'] = evidence.queryId;
  if (evidence.text) query['text'] = evidence.text;
  if (likelyFrom !== null && strongFrom !== null) query['bands'] = `${likelyFrom.toFixed(4)},${strongFrom.toFixed(4)}`;
  if (region) query['region'] = [region.x, region.y, region.width, region.height].map((part) => part.toFixed(4)).join(',');
  return { ...query, ...momentToQuery(evidence.frameMs) };
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
  const region = numbers(query['region'], 4);
  const name = first(query['band'])?.toUpperCase();
  return {
    similarity,
    band: BANDS.find((band) => band === name) ?? null,
    queryId: first(query['of']),
    text: first(query['text']),
    likelyFrom: bands?.[0] ?? null,
    strongFrom: bands?.[1] ?? null,
    region: region ? { x: region[0] ?? 0, y: region[1] ?? 0, width: region[2] ?? 0, height: region[3] ?? 0 } : null,
    frameMs: numberFrom(query['t'], 0, Number.MAX_SAFE_INTEGER),
  };
}

function numbers(value: QueryRecord[string], count: number): number[] | null {
  const parsed = (first(value) ?? '').split(',').map(Number);
  return parsed.length === count && parsed.every(Number.isFinite) ? parsed : null;
}
