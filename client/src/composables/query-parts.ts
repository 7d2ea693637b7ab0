import type { RegionInput } from '../graphql/generated/operations.js';
import { regionFromText, regionToText } from './region.js';
import type { QueryRecord } from './url-state.js';
import { first, numberFrom } from './url-state.js';

/** What a part asks for: pictures more like it, less like it, or none that are clearly like it. */
export type PartMode = 'MORE' | 'LESS' | 'NOT';

/** What a part names: a picture by id or by `<root name>/<path>`, one that was dropped by its key, or words. */
export type PartKind = 'id' | 'path' | 'upload' | 'text';

/** One thing that is looked for, beside others. */
export interface AskedPart {
  readonly kind: PartKind;
  readonly value: string;
  readonly region: RegionInput | null;
  /** A moment of a video. */
  readonly frameMs: number | null;
  readonly mode: PartMode;
  /** 0.1 to 1; says nothing of a part that is asked for alone or left out altogether. */
  readonly weight: number;
}

/** The server takes no more in one query. */
export const MOST_PARTS = 10;
/** Of what is taken away, so that it bends an answer and does not make it. */
const LESS_WEIGHT = 0.5;
const KINDS: readonly PartKind[] = ['id', 'path', 'upload', 'text'];
const NAMES: readonly string[] = [...KINDS, 'region', 'frame', 'part'];
const SYNTAX = /^((?:(?:less|not|weight:[\d.]+|region:[\d.,]+|frame:\d+) )*)(id|path|upload|text):(.+)$/s;

/** A part with everything that is not said left at what it usually is. */
export function partOf(kind: PartKind, value: string, said: Partial<Omit<AskedPart, 'kind' | 'value'>> = {}): AskedPart {
  const mode = said.mode ?? 'MORE';
  return { kind, value, region: null, frameMs: null, mode, weight: mode === 'LESS' ? LESS_WEIGHT : 1, ...said };
}

/**
 * Writes what is looked for into an address. One picture or words alone stand under their own names (`id`, `path`, `upload`, `text`, with `region` and `frame`);
 * several stand as `part`, each in one line: `less weight:0.2 text:toy`.
 */
export function partsToQuery(parts: readonly AskedPart[]): QueryRecord {
  const [only, ...others] = parts;
  if (!only) return {};
  if (others.length > 0 || only.mode !== 'MORE') return partsToLines(parts);
  return {
    [only.kind]: only.value,
    ...(only.region ? { region: regionToText(only.region) } : {}),
    ...(only.frameMs === null ? {} : { frame: String(only.frameMs) }),
  };
}

/** Writes each part in a line of its own, also where it is the only one: for addresses in which `id` and `text` mean something else. */
export function partsToLines(parts: readonly AskedPart[]): QueryRecord {
  return parts.length > 0 ? { part: parts.map(lineOf) } : {};
}

/** Reads what an address looks for; what is malformed is left out. */
export function partsFromQuery(query: QueryRecord): AskedPart[] {
  const lines = [query['part']].flat().filter((line): line is string => typeof line === 'string');
  const listed = lines.flatMap((line) => partFromLine(line) ?? []);
  if (listed.length > 0) return listed.slice(0, MOST_PARTS);
  const kind = KINDS.find((name) => first(query[name])?.trim());
  if (!kind) return [];
  const value = first(query[kind])?.trim() ?? '';
  if (kind === 'text') return [partOf(kind, value)];
  const frameMs = numberFrom(query['frame'], 0, Number.MAX_SAFE_INTEGER);
  const region = regionFromText(first(query['region']));
  return [partOf(kind, value, { region, frameMs: frameMs === null ? null : Math.round(frameMs) })];
}

/** What of an address is not what is looked for, for example its filters. */
export function withoutParts(query: QueryRecord): QueryRecord {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !NAMES.includes(name)));
}

/** The parts with one more: what is the same picture or the same words is replaced instead of asked twice. */
export function withPart(parts: readonly AskedPart[], part: AskedPart): AskedPart[] {
  const place = parts.findIndex((one) => isSameSubject(one, part));
  return place < 0 ? [...parts, part] : parts.with(place, part);
}

/** True for the same picture and moment, or the same words, whatever part of it and however it counts. */
export function isSameSubject(one: AskedPart, other: AskedPart): boolean {
  return one.kind === other.kind && one.value === other.value && one.frameMs === other.frameMs;
}

/** Whether something is looked for at all: what is only to be left out finds nothing. */
export function canBeAsked(parts: readonly AskedPart[]): boolean {
  return parts.some(({ mode }) => mode === 'MORE');
}

function lineOf({ kind, value, region, frameMs, mode, weight }: AskedPart): string {
  const said = [
    ...(mode === 'MORE' ? [] : [mode.toLowerCase()]),
    ...(mode === 'NOT' || weight === 1 ? [] : [`weight:${weight.toFixed(1)}`]),
    ...(region ? [`region:${regionToText(region)}`] : []),
    ...(frameMs === null ? [] : [`frame:${frameMs}`]),
  ];
  return [...said, `${kind}:${value}`].join(' ');
}

function partFromLine(line: string): AskedPart | null {
  const [, said = '', kind, value] = SYNTAX.exec(line) ?? [];
  if (!kind || !value?.trim()) return null;
  const words = said.split(' ');
  const valueOf = (name: string): string | null => words.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1) ?? null;
  const weight = numberFrom(valueOf('weight'), 0.1, 1);
  const isPicture = kind !== 'text';
  const mode = words.includes('not') ? 'NOT' : words.includes('less') ? 'LESS' : 'MORE';
  return {
    kind: kind as PartKind,
    value: value.trim(),
    region: isPicture ? regionFromText(valueOf('region')) : null,
    frameMs: isPicture ? numberFrom(valueOf('frame'), 0, Number.MAX_SAFE_INTEGER) : null,
    mode,
    weight: mode === 'NOT' || weight === null ? 1 : Math.round(weight * 10) / 10,
  };
}
