import { AppError, type ErrorCode } from '../errors.js';
import { MediaError, type FailureCode } from '../media/analysis.js';

const CODES: Record<FailureCode, ErrorCode> = {
  empty: 'UNPROCESSABLE',
  unsupported: 'UNSUPPORTED_MEDIA',
  truncated: 'UNPROCESSABLE',
  undecodable: 'UNPROCESSABLE',
  'too-many-pixels': 'TOO_LARGE',
  'too-large': 'TOO_LARGE',
  vanished: 'UNAVAILABLE',
  unreadable: 'UNAVAILABLE',
  'not-a-file': 'UNPROCESSABLE',
  changing: 'UNAVAILABLE',
  'needs-ffmpeg': 'UNAVAILABLE',
  crashed: 'UNPROCESSABLE',
  'timed-out': 'UNPROCESSABLE',
};

/** A failure of the media engine as an answer to whoever asked; anything else stays as it is. */
export function answerForMediaFailure(error: unknown): unknown {
  return error instanceof MediaError ? new AppError(CODES[error.code], error.message, { reason: error.code }) : error;
}
