import type { CopyRow, DuplicateMark, DuplicatePairRow } from '../repositories/duplicate.repository.js';

const HASH_BITS = 64;

/** Why two pictures are a pair, as a sentence. */
export function matchSentence({ kind, hashDistance, isMirrored, cosine }: DuplicatePairRow): string {
  const bits =
    hashDistance === 0 ? `All ${HASH_BITS} bits of their hashes agree` : `${hashDistance} of ${HASH_BITS} bits of their hashes differ`;
  const what = kind === 'same' ? 'one picture saved again' : isMirrored ? 'nearly the same, mirrored' : 'nearly the same';
  return `${bits}, likeness ${cosine.toFixed(3)}: ${what}.`;
}

/** Why one file of the same bytes is the better one: only where it lies tells it from the others. */
export function copyReasons(isBetter: boolean): string[] {
  return [isBetter ? 'the file that the archive shows: the first by folder and name' : 'the same bytes in another place'];
}

/** How much all files but the better one, the first, take on the disk. */
export function spareBytesOf(files: readonly Pick<CopyRow, 'bytes'>[]): number {
  return files.slice(1).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Whether a person said something of every one. */
export function isDecided(files: readonly { readonly mark: DuplicateMark | null }[]): boolean {
  return files.every(({ mark }) => mark !== null);
}
