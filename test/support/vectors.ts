/** Numbers 0..1 that depend on nothing but the seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A vector of unit length. */
export function unitVector(random: () => number, dims: number): Float32Array {
  return toUnit(Float32Array.from({ length: dims }, () => gaussian(random)));
}

/** A vector of unit length near another one; `noise` is the length of what is added to it. */
export function nearVector(random: () => number, centre: Float32Array, noise: number): Float32Array {
  const away = unitVector(random, centre.length);
  return toUnit(centre.map((value, index) => value + noise * (away[index] ?? 0)));
}

/** The cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
