/** A hash near another one: its index in the list, and how many bits differ. */
export interface NearHash {
  readonly index: number;
  readonly distance: number;
}

/** The halves of a 64-bit hash as unsigned 32-bit numbers. */
type Halves = readonly [high: number, low: number];

const BANDS = 4;
const BAND_VALUES = 1 << 16;
/** Of 64 bits in four bands, so many different ones leave a band with at most two. */
export const MOST_DISTANCE = 3 * BANDS - 1;

/**
 * All hashes within a few bits of one, without a look at every one: two hashes of which at most d bits differ agree in one of four bands of
 * 16 bits but for d / 4 bits (multi-index hashing: Norouzi, Punjani, Fleet, CVPR 2012). Among 100,000 hashes one question looks at some
 * 2,000 of them.
 */
export class HashBands {
  private readonly high: Uint32Array;
  private readonly low: Uint32Array;
  private readonly bands: readonly Buckets[];
  private readonly asked: Uint32Array;
  private turn = 0;

  /** `hashes`: 16 hex digits each. */
  constructor(hashes: readonly string[]) {
    const halves = hashes.map(halvesOf);
    this.high = Uint32Array.from(halves, ([high]) => high);
    this.low = Uint32Array.from(halves, ([, low]) => low);
    this.asked = new Uint32Array(hashes.length);
    this.bands = Array.from({ length: BANDS }, (_, band) => new Buckets(halves.map((hash) => bandOf(hash, band))));
  }

  /** Every hash at most so many bits away (0..11), in the order of the list; equal ones too. Throws RangeError beyond. */
  within(hash: string, distance: number): NearHash[] {
    if (distance > MOST_DISTANCE) throw new RangeError(`Expected a distance of at most ${MOST_DISTANCE} but received ${distance}.`);
    this.turn += 1;
    const halves = halvesOf(hash);
    const found: NearHash[] = [];
    this.bands.forEach((buckets, band) => {
      const value = bandOf(halves, band);
      for (const mask of FLIPS[Math.floor(distance / BANDS)] ?? []) this.look(buckets.at(value ^ mask), { halves, distance }, found);
    });
    return found.sort((a, b) => a.index - b.index);
  }

  private look(bucket: Uint32Array, { halves: [high, low], distance }: { halves: Halves; distance: number }, found: NearHash[]): void {
    for (const index of bucket) {
      if (this.asked[index] === this.turn) continue;
      this.asked[index] = this.turn;
      const differing = countBits((this.high[index] ?? 0) ^ high) + countBits((this.low[index] ?? 0) ^ low);
      if (differing <= distance) found.push({ index, distance: differing });
    }
  }
}

/** The hash of the same picture as a mirror shows it: the rows of eight blocks backwards. */
export function mirroredHash(hash: string): string {
  const rows = Buffer.from(hash, 'hex').map(backwards);
  return Buffer.from(rows).toString('hex');
}

/** Indexes by a value of 16 bits, as one sorted list with the start of each value. */
class Buckets {
  private readonly starts = new Uint32Array(BAND_VALUES + 1);
  private readonly order: Uint32Array;

  constructor(values: readonly number[]) {
    for (const value of values) this.starts[value + 1] = (this.starts[value + 1] ?? 0) + 1;
    for (let value = 0; value < BAND_VALUES; value += 1) this.starts[value + 1] = (this.starts[value + 1] ?? 0) + (this.starts[value] ?? 0);
    const next = this.starts.slice();
    this.order = new Uint32Array(values.length);
    values.forEach((value, index) => {
      const place = next[value] ?? 0;
      this.order[place] = index;
      next[value] = place + 1;
    });
  }

  at(value: number): Uint32Array {
    return this.order.subarray(this.starts[value], this.starts[value + 1]);
  }
}

/** By how many bits at most are turned: all masks of 16 bits that turn so many. */
const FLIPS: readonly (readonly number[])[] = [0, 1, 2].map((most) =>
  Array.from({ length: BAND_VALUES }, (_, mask) => mask).filter((mask) => countBits(mask) <= most),
);

function halvesOf(hash: string): Halves {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
}

function bandOf([high, low]: Halves, band: number): number {
  const half = band < BANDS / 2 ? high : low;
  return band % 2 === 0 ? half >>> 16 : half & 0xffff;
}

function countBits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function backwards(row: number): number {
  let turned = 0;
  for (let bit = 0; bit < 8; bit += 1) turned |= ((row >> bit) & 1) << (7 - bit);
  return turned;
}
