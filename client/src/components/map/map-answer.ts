/** A cluster or person that points of the map belong to. */
export interface MapSet {
  readonly id: string;
  readonly name: string;
  /** Of a cluster: named by a person or found at night. */
  readonly kind?: 'user' | 'kmeans';
}

/** Stands in `cluster`, `person` and `year` for none. */
export const NONE = 65_535;

/** The map of the archive: arrays with one entry a picture, all views of one buffer. */
export interface MapAnswer {
  readonly count: number;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly model: string;
  readonly clusters: readonly MapSet[];
  readonly people: readonly MapSet[];
  /** First and last year. */
  readonly from: number;
  readonly to: number;
  /** x and y in turn, 0..65535 each. */
  readonly positions: Uint16Array;
  /** Place in `clusters`. */
  readonly cluster: Uint16Array;
  /** Place in `people`. */
  readonly person: Uint16Array;
  /** Years since `from`. */
  readonly year: Uint16Array;
  /** 16 bytes each. */
  readonly ids: Uint8Array;
}

const MAGIC = 'IXM1';
const HEADER_BYTES = 8;
const BYTES_A_POINT = 26;

/** Reads the answer of `GET /api/images/map` without copying it; throws a sentence where it is malformed. */
export function decodeMapAnswer(buffer: ArrayBuffer): MapAnswer {
  const { about, start } = readAbout(buffer);
  const { count, from } = about;
  const expected = start + count * BYTES_A_POINT;
  if (buffer.byteLength !== expected)
    throw new Error(`Expected ${expected} bytes for a map of ${count} pictures but received ${buffer.byteLength}.`);
  let at = start;
  const take = (length: number): Uint16Array => {
    const array = new Uint16Array(buffer, at, length);
    at += length * 2;
    return array;
  };
  const arrays = { positions: take(2 * count), cluster: take(count), person: take(count), year: take(count) };
  outOfRangeToNone(arrays.cluster, about.clusters.length, 0);
  outOfRangeToNone(arrays.person, about.people.length, 0);
  outOfRangeToNone(arrays.year, about.to - from + 1, from);
  return { ...about, ...arrays, ids: new Uint8Array(buffer, at, 16 * count) };
}

/** The id of a point as the rest of the client writes it. */
export function idAt(ids: Uint8Array, index: number): string {
  let text = '';
  for (let at = index * 16; at < index * 16 + 16; at += 1) text += (ids[at] ?? 0).toString(16).padStart(2, '0');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

type About = Pick<MapAnswer, 'count' | 'madeAt' | 'model' | 'clusters' | 'people' | 'from' | 'to'>;

function readAbout(buffer: ArrayBuffer): { about: About; start: number } {
  if (buffer.byteLength < HEADER_BYTES || String.fromCharCode(...new Uint8Array(buffer, 0, 4)) !== MAGIC)
    throw new Error(`Expected a map that begins with ${MAGIC} but received something else.`);
  const length = new DataView(buffer).getUint32(4, true);
  const start = HEADER_BYTES + length;
  // The arrays are read in place, which asks for even addresses.
  if (start > buffer.byteLength || length % 4 !== 0)
    throw new Error(`Expected a description of the map within ${buffer.byteLength} bytes, in whole words, but received ${length}.`);
  return { about: checkedAbout(new TextDecoder().decode(new Uint8Array(buffer, HEADER_BYTES, length))), start };
}

function checkedAbout(text: string): About {
  const about = parsed(text) as Partial<About> | null;
  const { count, clusters, people, from, to } = about ?? {};
  const isWhole = [count, from, to].every((number) => Number.isSafeInteger(number) && Number(number) >= 0);
  if (!about || !isWhole || ![clusters, people].every((list) => Array.isArray(list)))
    throw new Error('Expected a map with a count, clusters, people and years but received none.');
  return about as About;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function outOfRangeToNone(values: Uint16Array, length: number, first: number): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] ?? NONE) - first;
    values[at] = value >= 0 && value < length ? value : NONE;
  }
}
