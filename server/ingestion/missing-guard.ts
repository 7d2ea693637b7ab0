import { AppError } from '../errors.js';

/** What a walk over a root found, against what the archive knew of it. */
export interface RootCensus {
  readonly rootName: string;
  readonly known: number;
  readonly missing: number;
  readonly found: number;
  /** False when the root's folder lies on another disk than before. */
  readonly isSameDisk: boolean;
}

const SUSPICIOUS_SHARE = 0.2;
const ALWAYS_PLAUSIBLE = 20;

/**
 * Stops the job when a root looks unmounted, emptied or replaced (promise 6): nothing found where files were known, more than a fifth
 * (and more than 20 files) gone at once, or files gone from what is another disk. Throws UNAVAILABLE with what to do.
 */
export function refuseSuspiciousLoss(census: RootCensus): void {
  if (census.missing === 0) return;
  const isEmptied = census.found === 0;
  const isMuch = census.missing > Math.max(ALWAYS_PLAUSIBLE, census.known * SUSPICIOUS_SHARE);
  const isSwapped = !census.isSameDisk && census.missing > census.known * SUSPICIOUS_SHARE;
  if (!isEmptied && !isMuch && !isSwapped) return;
  throw new AppError(
    'UNAVAILABLE',
    `${census.missing} of ${census.known} files of "${census.rootName}" are gone at once. Nothing was changed. ` +
      'Connect the disk and run the job again, or run it with --accept-missing if they were really removed.',
    { root: census.rootName, known: census.known, missing: census.missing },
  );
}
