import type { MapCluster, MapSet } from '../repositories/map.repository.js';

/** The points of the map as columns, in the order of the ids of their documents. */
export interface MapPoints {
  readonly count: number;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The name of the model whose vectors were laid out. */
  readonly model: string;
  /** Those that some point is in. */
  readonly clusters: readonly MapCluster[];
  readonly people: readonly MapSet[];
  /** The first and the last year; 0 and 0 where there are no points. */
  readonly from: number;
  readonly to: number;
  /** x and y in turn, each in 0..65535. */
  readonly positions: Uint16Array;
  /** Places in `clusters` and `people`, 65535 for none. */
  readonly cluster: Uint16Array;
  readonly person: Uint16Array;
  readonly year: Uint16Array;
  /** 16 bytes each. */
  readonly ids: Uint8Array;
}

const MAGIC = 'IXM1';
/** Numbers of the arrays stand at multiples of their width, so that they can be read where they lie. */
const ALIGNMENT = 4;

/**
 * The map as one run of bytes (docs/api.md): 'IXM1', the length of the JSON that follows as uint32, the JSON padded with spaces to a
 * multiple of 4, then positions uint16[2n], cluster, person and year uint16[n] each, ids uint8[16n]. Little-endian, as all our machines are.
 */
export function encodeMap({ positions, cluster, person, year, ids, ...header }: MapPoints): Buffer {
  const bytes = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & (ALIGNMENT - 1), ' ')]);
  const start = Buffer.alloc(8);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(padded.length, MAGIC.length);
  const arrays = [positions, cluster, person, year].map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return Buffer.concat([start, padded, ...arrays, ids]);
}
