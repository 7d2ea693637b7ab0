import { decodeText } from './text.js';
import { readTags } from './tiff-tags.js';

const HEADER = 'Apple iOS';
const DIRECTORY_OFFSET = 14;
const CONTENT_IDENTIFIER = 0x0011;

/** The identifier that pairs a Live Photo with its video, from Apple's maker note (big-endian, offsets from its own start); null where absent. */
export function readLivePhotoId(makerNote: unknown): string | null {
  if (!(makerNote instanceof Uint8Array)) return null;
  const note = Buffer.from(makerNote.buffer, makerNote.byteOffset, makerNote.byteLength);
  if (note.toString('latin1', 0, HEADER.length) !== HEADER) return null;
  const tag = readTags(note, DIRECTORY_OFFSET, false).get(CONTENT_IDENTIFIER);
  return tag ? decodeText(tag.bytes).trim() || null : null;
}
