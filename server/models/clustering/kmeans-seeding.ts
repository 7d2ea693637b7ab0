import type { Random } from '../builtin/random.js';
import { MatrixProduct } from '../matrix.js';

/** Below this distance (1 - cosine) two vectors count as equal: products of float32 are off by some 1e-7. */
export const SAME_DISTANCE = 1e-5;

const FARTHEST = 2;

/** Chooses first centroids among the rows of a sample [n, dims] by k-means++. */
export class KmeansSeeding {
  private constructor(
    private readonly product: MatrixProduct,
    private readonly rows: Float32Array,
  ) {}

  /** Opens a thread for products with the sample. */
  static async open(rows: Float32Array, dims: number, intraOpThreads: number): Promise<KmeansSeeding> {
    const product = await MatrixProduct.open({ dims, intraOpThreads });
    product.append(rows);
    return new KmeansSeeding(product, rows);
  }

  /**
   * Up to `count` rows [.., dims] besides the `given` centroids; fewer where all others equal one of them. Greedy k-means++
   * (Arthur & Vassilvitskii, 2007): of 2 + ln k rows drawn by their squared distance to the nearest centroid (on the sphere 2 - 2 cos) the
   * one that leaves the least of it to all.
   */
  async choose(count: number, given: readonly Float32Array[], random: Random): Promise<Float32Array> {
    const { dims } = this.product;
    const distances = new Float32Array(this.product.count).fill(FARTHEST);
    for (const centroid of given) shorten(distances, await this.product.products(centroid.slice()));
    const trials = 2 + Math.floor(Math.log(count + given.length));
    const chosen = new Float32Array(count * dims);
    for (let at = 0; at < count; at += 1) {
      const candidates = draw(distances, trials, random);
      if (candidates.length === 0) return chosen.slice(0, at * dims);
      chosen.set(await this.takeBest(candidates, distances), at * dims);
    }
    return chosen;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.product.close();
  }

  private async takeBest(candidates: readonly number[], distances: Float32Array): Promise<Float32Array> {
    const { dims, count } = this.product;
    const vectors = new Float32Array(candidates.length * dims);
    candidates.forEach((row, at) => vectors.set(this.row(row), at * dims));
    const products = await this.product.products(vectors);
    const cosines = candidates.map((_, at) => products.subarray(at * count, (at + 1) * count));
    const left = cosines.map((some) => remaining(distances, some));
    const best = left.indexOf(Math.min(...left));
    shorten(distances, cosines[best] ?? products);
    return this.row(candidates[best] ?? 0);
  }

  private row(number: number): Float32Array {
    const { dims } = this.product;
    return this.rows.subarray(number * dims, (number + 1) * dims);
  }
}

/** Rows drawn with chances by their distance; none where all distances are 0. */
function draw(distances: Float32Array, count: number, random: Random): number[] {
  const total = distances.reduce((sum, distance) => sum + distance, 0);
  if (total === 0) return [];
  const marks = Array.from({ length: count }, () => random.unit() * total).sort((a, b) => a - b);
  const drawn: number[] = [];
  let sum = 0;
  distances.forEach((distance, row) => {
    sum += distance;
    while (drawn.length < count && (marks[drawn.length] ?? total) < sum) drawn.push(row);
  });
  return drawn;
}

const distanceOf = (cosine: number): number => (1 - cosine < SAME_DISTANCE ? 0 : 1 - cosine);

function remaining(distances: Float32Array, cosines: Float32Array): number {
  return distances.reduce((sum, distance, at) => sum + Math.min(distance, distanceOf(cosines[at] ?? 1)), 0);
}

function shorten(distances: Float32Array, cosines: Float32Array): void {
  distances.forEach((distance, at) => {
    distances[at] = Math.min(distance, distanceOf(cosines[at] ?? 1));
  });
}
