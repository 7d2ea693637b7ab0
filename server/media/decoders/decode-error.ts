import { MediaError } from '../analysis.js';
import { listBoxes } from './boxes.js';

/** What a decoder threw as a MediaError with a code that says whether bytes are missing. */
export function toDecodeError(error: unknown, content: Buffer): MediaError {
  if (error instanceof MediaError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/pixel limit|too large|exceeds/i.test(message)) return tooManyPixels();
  if (/premature end|end of (file|gif)/i.test(message) || isCutOff(content)) {
    return truncated();
  }
  return new MediaError('undecodable', 'The picture cannot be decoded; the file is damaged or uses an unknown variant.');
}

/** The refusal of a decompression bomb. */
export function tooManyPixels(): MediaError {
  return new MediaError('too-many-pixels', 'The picture has more pixels than MAX_PIXELS allows.');
}

/** The refusal of a picture whose bytes are not all there. */
export function truncated(): MediaError {
  return new MediaError('truncated', 'The file ends before the picture does.');
}

/** Whether a PNG, a RIFF file (WebP) or an ISO media file (HEIC, AVIF) ends before its own lengths say. */
export function isCutOff(content: Buffer): boolean {
  if (content.subarray(1, 4).toString('latin1') === 'PNG') return isPngCutOff(content);
  if (content.subarray(0, 4).toString('latin1') === 'RIFF' && content.length >= 8) return content.readUInt32LE(4) + 8 > content.length;
  if (content.subarray(4, 8).toString('latin1') === 'ftyp') return listBoxes(content).some((box) => box.end > content.length);
  return false;
}

function isPngCutOff(content: Buffer): boolean {
  let offset = 8;
  while (offset + 8 <= content.length) {
    if (content.toString('latin1', offset + 4, offset + 8) === 'IEND') return false;
    offset += 12 + content.readUInt32BE(offset);
  }
  return true;
}
