import { seededRandom } from './hostile-bytes.js';

/** What an answer of the map's route is made of. */
export interface DrawnMap {
  readonly count: number;
  readonly clusters: number;
  readonly people?: number;
  readonly seed?: number;
  /** Of each point; else drawn. */
  readonly ids?: readonly string[];
}

const NONE = 65_535;

/** An answer of `GET /api/images/map`: points in heaps, one a cluster, a tenth of them in none. */
export function drawMapAnswer({ count, clusters, people = 5, seed = 1, ids }: DrawnMap): Buffer {
  const draw = seededRandom(seed);
  // A sum of four is near enough to a normal distribution.
  const spread = (): number => [0, 0, 0, 0].reduce((sum) => sum + draw(2_000) - 1_000, 0);
  const heaps = Array.from({ length: clusters }, () => ({
    x: 9_000 + draw(47_000),
    y: 9_000 + draw(47_000),
    width: ((1 + draw(30) / 10) * (60 / Math.sqrt(clusters))) / 30,
  }));
  const about = {
    ...{ count, madeAt: '2026-11-20T03:10:00Z', model: 'drawn', from: 2004, to: 2026 },
    clusters: heaps.map((_, at) => ({
      id: idOf(at),
      name: at % 3 === 0 ? `kmeans_${String(at).padStart(3, '0')}` : `Heap ${at}`,
      kind: at % 3 === 0 ? 'kmeans' : 'user',
    })),
    people: Array.from({ length: people }, (_, at) => ({ id: idOf(at + 10_000), name: `Person ${at}` })),
  };
  const [positions, cluster, person, year] = [2, 1, 1, 1].map((width) => new Uint16Array(width * count)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  for (let at = 0; at < count; at += 1) {
    const set = Math.min(draw(clusters), draw(clusters));
    const heap = heaps[set] ?? { x: 0, y: 0, width: 1 };
    positions.set(
      [heap.x + spread() * heap.width, heap.y + spread() * heap.width].map((place) => Math.max(0, Math.min(65_535, place))),
      2 * at,
    );
    cluster[at] = draw(10) === 0 ? NONE : set;
    person[at] = draw(4) === 0 && people > 0 ? draw(people) : NONE;
    year[at] = 2004 + Math.floor((at * 23) / count);
  }
  const bytes = Buffer.alloc(16 * count);
  for (let at = 0; at < count; at += 1) bytes.write((ids?.[at] ?? idOf(at)).replaceAll('-', ''), 16 * at, 'hex');
  return packMapAnswer(about, [positions, cluster, person, year, bytes]);
}

/** The bytes of an answer: its description padded to whole words, then the arrays. */
export function packMapAnswer(about: object, arrays: readonly (Uint16Array | Buffer)[]): Buffer {
  const json = Buffer.from(JSON.stringify(about));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const parts = arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  return Buffer.concat([Buffer.from('IXM1'), length, padded, ...parts]);
}

function idOf(at: number): string {
  return `0190c000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
}
