/** What the map's route answers, read back. */
export interface MapAnswer {
  readonly header: {
    readonly count: number;
    readonly madeAt: string;
    readonly model: string;
    readonly clusters: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
    readonly people: readonly { readonly id: string; readonly name: string }[];
    readonly from: number;
    readonly to: number;
  };
  readonly points: readonly {
    readonly id: string;
    /** In 0..65535. */
    readonly x: number;
    readonly y: number;
    /** By name; null for none. */
    readonly cluster: string | null;
    readonly person: string | null;
    readonly year: number;
  }[];
}

/** Reads the bytes by the description in docs/api.md; throws where there are too few or too many. */
export function decodeMap(bytes: ArrayBuffer): MapAnswer {
  const view = new DataView(bytes);
  if (new TextDecoder().decode(bytes.slice(0, 4)) !== 'IXM1') throw new Error('Expected a map.');
  const start = 8 + view.getUint32(4, true);
  if (start % 4 !== 0) throw new Error('Expected arrays at a multiple of 4 bytes.');
  const header = JSON.parse(new TextDecoder().decode(bytes.slice(8, start))) as MapAnswer['header'];
  const { count, clusters, people } = header;
  if (bytes.byteLength !== start + 26 * count) throw new Error(`Expected ${start + 26 * count} bytes but received ${bytes.byteLength}.`);
  const [positions, cluster, person, year] = [0, 4, 6, 8].map((offset) => new Uint16Array(bytes, start + offset * count));
  const nameOf = (sets: readonly { name: string }[], place: number | undefined) =>
    place === 65_535 ? null : (sets[place ?? -1]?.name ?? 'absent');
  const points = Array.from({ length: count }, (_, at) => ({
    id: uuidOf(new Uint8Array(bytes, start + 10 * count + 16 * at, 16)),
    x: positions?.[2 * at] ?? NaN,
    y: positions?.[2 * at + 1] ?? NaN,
    cluster: nameOf(clusters, cluster?.[at]),
    person: nameOf(people, person?.[at]),
    year: year?.[at] ?? NaN,
  }));
  return { header, points };
}

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
