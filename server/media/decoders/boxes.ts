/** One box of an ISO media file (HEIC, AVIF, MP4). `end` may lie beyond the buffer where the file is cut off. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const MAX_BOXES = 1_000;

/** The boxes between two offsets, at most 1,000; a malformed length ends the list. */
export function listBoxes(content: Buffer, start = 0, end = content.length): Box[] {
  const boxes: Box[] = [];
  let offset = start;
  while (offset + 8 <= Math.min(end, content.length) && boxes.length < MAX_BOXES) {
    const length = boxLength(content, offset, end);
    if (length < 8) break;
    boxes.push({ type: content.toString('latin1', offset + 4, offset + 8), start: offset + 8, end: offset + length });
    offset += length;
  }
  return boxes;
}

function boxLength(content: Buffer, offset: number, end: number): number {
  const short = content.readUInt32BE(offset);
  if (short === 0) return end - offset;
  if (short !== 1) return short;
  return offset + 16 <= content.length ? Number(content.readBigUInt64BE(offset + 8)) : 0;
}

/**
 * Whether a HEIF file says itself how to turn the picture (`irot`, `imir`): libheif has then turned it already, and EXIF's
 * orientation on top would turn it twice. Old iPhone files without either box rely on EXIF.
 */
export function hasOwnRotation(content: Buffer): boolean {
  const meta = listBoxes(content).find((box) => box.type === 'meta');
  // `meta` carries four bytes of version and flags before its children.
  const properties = meta && listBoxes(content, meta.start + 4, meta.end).find((box) => box.type === 'iprp');
  const container = properties && listBoxes(content, properties.start, properties.end).find((box) => box.type === 'ipco');
  if (!container) return false;
  return listBoxes(content, container.start, container.end).some((box) => box.type === 'irot' || box.type === 'imir');
}
