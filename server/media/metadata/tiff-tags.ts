/** The raw bytes of one TIFF tag and how many values they hold. */
export interface TiffTag {
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
}

const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };
const MAX_TAGS = 512;
const ORIENTATION = 0x0112;

/**
 * The tags of one directory at `offset`, offsets counted from the start of `content`; what points outside is left out.
 * For what exifr does not give: bytes before it guessed their encoding, and maker notes.
 */
export function readTags(content: Buffer, offset: number, littleEndian: boolean): Map<number, TiffTag> {
  const u16 = (at: number): number => (littleEndian ? content.readUInt16LE(at) : content.readUInt16BE(at));
  const u32 = (at: number): number => (littleEndian ? content.readUInt32LE(at) : content.readUInt32BE(at));
  const tags = new Map<number, TiffTag>();
  if (offset < 0 || offset + 2 > content.length) return tags;
  const count = Math.min(u16(offset), MAX_TAGS);
  for (let at = offset + 2; at + 12 <= content.length && at < offset + 2 + count * 12; at += 12) {
    const type = u16(at + 2);
    const values = u32(at + 4);
    const length = (TYPE_BYTES[type] ?? 0) * values;
    const start = length <= 4 ? at + 8 : u32(at + 8);
    if (length > 0 && start + length <= content.length)
      tags.set(u16(at), { type, count: values, bytes: content.subarray(start, start + length) });
  }
  return tags;
}

/** The tags of a TIFF block's first directory; empty where it is no TIFF. */
export function readFirstTags(tiff: Buffer): Map<number, TiffTag> {
  const littleEndian = isLittleEndian(tiff);
  if (littleEndian === null) return new Map();
  return readTags(tiff, littleEndian ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4), littleEndian);
}

/** The orientation 1..8 that a TIFF block states, or null. */
export function readOrientation(tiff: Buffer): number | null {
  const tag = readFirstTags(tiff).get(ORIENTATION);
  if (tag?.type !== 3) return null;
  const value = isLittleEndian(tiff) ? tag.bytes.readUInt16LE(0) : tag.bytes.readUInt16BE(0);
  return value >= 1 && value <= 8 ? value : null;
}

function isLittleEndian(tiff: Buffer): boolean | null {
  if (tiff.length < 8) return null;
  const order = tiff.toString('latin1', 0, 2);
  return order === 'II' ? true : order === 'MM' ? false : null;
}
