import { decodeText } from './text.js';

/** IPTC datasets of record 2 by number (5 title, 25 keywords, 55 date, 60 time, 120 caption), each with its values in order. */
export type IptcValues = ReadonlyMap<number, readonly string[]>;

const IPTC_RESOURCE = Buffer.from('8BIM\x04\x04', 'latin1');
const MAX_VALUES = 2_000;

/** Reads IPTC from a Photoshop resource block or a bare IPTC block; what is malformed ends the reading. */
export function readIptc(block: Buffer): IptcValues {
  const resource = block.indexOf(IPTC_RESOURCE);
  const values = new Map<number, string[]>();
  let offset = block.indexOf(Buffer.from([0x1c, 0x02]), Math.max(0, resource));
  for (let seen = 0; offset !== -1 && offset + 5 <= block.length && seen < MAX_VALUES; seen += 1) {
    if (block[offset] !== 0x1c) break;
    const length = block.readUInt16BE(offset + 3);
    // Lengths with the top bit set are "extended": nothing this reads is that long.
    if (length >= 0x8000 || offset + 5 + length > block.length) break;
    if (block[offset + 1] === 2) add(values, block.readUInt8(offset + 2), decodeText(block.subarray(offset + 5, offset + 5 + length)));
    offset += 5 + length;
  }
  return values;
}

function add(values: Map<number, string[]>, key: number, text: string): void {
  values.set(key, [...(values.get(key) ?? []), text]);
}
