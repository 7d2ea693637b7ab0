/**
 * Which rows stand for all: those of distinct vectors whose hashes are smallest (a bottom-k sample: Cohen & Kaplan 2007). Random as to
 * what they show, and the same every night: a new picture pushes out at most one. Of identical vectors only the first can be one.
 */
export class LandmarkSample {
  private readonly keys: number[] = [];

  constructor(private readonly dims: number) {}

  /** Takes in the next rows [k, dims]. */
  add(rows: Float32Array): void {
    const bits = new Int32Array(rows.buffer, rows.byteOffset, rows.length);
    for (let at = 0; at < bits.length; at += this.dims) this.keys.push(hash(bits.subarray(at, at + this.dims)));
  }

  /** At most so many row numbers, in ascending order. */
  pick(most: number): Int32Array {
    const first = new Map<number, number>();
    this.keys.forEach((key, row) => first.has(key) || first.set(key, row));
    const smallest = [...first].sort(([one], [other]) => one - other).slice(0, most);
    return Int32Array.from(smallest, ([, row]) => row).sort();
  }
}

/** 53 bits of two 32-bit hashes: FNV-1a over words, mixed as MurmurHash3 does at its end (Appleby, public domain). */
function hash(words: Int32Array): number {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (const word of words) {
    one = Math.imul(one ^ mixed(word), 0x01000193);
    other = Math.imul(other ^ word, 0x5bd1e995) ^ (other >>> 15);
  }
  return (mixed(one) >>> 0) * 2 ** 21 + (mixed(other) >>> 11);
}

function mixed(word: number): number {
  let value = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
