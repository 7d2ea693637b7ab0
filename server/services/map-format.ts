import type { MapPoints } from '../repositories/map.repository.js';

const MAGIC = 'IXM1';
/** Numbers of the arrays stand at multiples of their width, so that they can be read where they lie. */
const ALIGNMENT = 4;

/**
 * The map as one run of bytes (docs/api.md): 'IXM1', the length of the JSON that follows as uint32, the JSON padded with spaces to a
 * multiple of 4, then positions uint16[2n], cluster, person and year uint16[n] each, ids uint8[16n]. Little-endian.
 */
export function encodeMap({ positions, cluster, person, year, ids, ...header }: MapPoints): Buffer {
  const bytes = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & (ALIGNMENT - 1), ' ')]);
  const start = Buffer.alloc(8);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(padded.length, MAGIC.length);
  return Buffer.concat([start, padded, positions, cluster, person, year, ids]);
}
