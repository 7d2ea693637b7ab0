import type { ComparedFile } from '../repositories/duplicate.repository.js';

/** One thing by which the better of two files is told, in the order in which they decide. */
interface Criterion {
  /** The larger the better. */
  readonly rank: (file: ComparedFile) => number;
  /** Why the first is the better one. */
  readonly say: (better: ComparedFile, other: ComparedFile) => string;
  /** The same of the other one. */
  readonly sayWorse: (worse: ComparedFile, better: ComparedFile) => string;
}

const CRITERIA: readonly Criterion[] = [
  {
    rank: ({ width, height }) => width * height,
    say: (better, other) => `larger: ${sizeOf(better)} against ${sizeOf(other)}`,
    sayWorse: (worse, better) => `smaller: ${sizeOf(worse)} against ${sizeOf(better)}`,
  },
  {
    rank: (file) => Number(isFromCamera(file)),
    say: ({ camera }) => `as the camera wrote it: ${camera ?? ''}, with the time`,
    sayWorse: () => 'without the camera and the time that it wrote',
  },
  {
    rank: bitsPerPixel,
    say: (better, other) => `less compressed: ${bitsPerPixel(better).toFixed(2)} bits a pixel against ${bitsPerPixel(other).toFixed(2)}`,
    sayWorse: (worse, better) =>
      `more compressed: ${bitsPerPixel(worse).toFixed(2)} bits a pixel against ${bitsPerPixel(better).toFixed(2)}`,
  },
  {
    rank: ({ known }) => known,
    say: (better, other) => `more is known of it: ${better.known} things against ${other.known}`,
    sayWorse: (worse, better) => `less is known of it: ${worse.known} things against ${better.known}`,
  },
  {
    rank: ({ takenLocal }) => -Date.parse(takenLocal.slice(0, 10)),
    say: (better, other) => `earlier: ${better.takenLocal.slice(0, 10)} against ${other.takenLocal.slice(0, 10)}`,
    sayWorse: (worse, better) => `later: ${worse.takenLocal.slice(0, 10)} against ${better.takenLocal.slice(0, 10)}`,
  },
];

/** Orders files of one picture, the better one first: larger, from the camera, less compressed, more known, earlier; then by id. */
export function byBetter(one: ComparedFile, other: ComparedFile): number {
  for (const { rank } of CRITERIA) {
    const difference = rank(other) - rank(one);
    if (difference !== 0) return difference;
  }
  return one.id < other.id ? -1 : 1;
}

/** Why one is the better of two, the reason that decides first; says so where nothing tells them apart. */
export function reasonsFor(better: ComparedFile, other: ComparedFile): string[] {
  const reasons = CRITERIA.filter(({ rank }) => rank(better) > rank(other)).map(({ say }) => say(better, other));
  return reasons.length > 0 ? reasons : ['alike in all that is compared'];
}

/** How a file stands to the better one: why it is not that, then what speaks for it all the same. */
export function standingOf(file: ComparedFile, better: ComparedFile): string[] {
  const lacks = CRITERIA.filter(({ rank }) => rank(better) > rank(file)).map(({ sayWorse }) => sayWorse(file, better));
  const has = CRITERIA.filter(({ rank }) => rank(file) > rank(better)).map(({ say }) => `but ${say(file, better)}`);
  return lacks.length + has.length > 0 ? [...lacks, ...has] : ['alike in all that is compared'];
}

function isFromCamera({ camera, takenSource }: ComparedFile): boolean {
  return camera !== null && (takenSource === 'exif' || takenSource === 'container');
}

// Rounded as it is shown: what looks equal decides nothing.
function bitsPerPixel({ bytes, width, height }: ComparedFile): number {
  return Math.round((bytes * 800) / (width * height)) / 100;
}

function sizeOf({ width, height }: ComparedFile): string {
  return `${width}x${height}`;
}
