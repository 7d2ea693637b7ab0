import type { PersonsCluster } from './cluster-shadows.js';
import { quantile } from './calibration.js';

/** A cluster of a person with what can be proposed for it. */
export interface SuggestingCluster extends PersonsCluster {
  /** [rows]: the cosine of its pictures to its centre. */
  readonly similarities: Float32Array;
  /** Rows in the automatic clusters that it covers, with their cosine to its centre. */
  readonly grouped: ReadonlyMap<number, number>;
}

/** To which centre of a person each picture is nearest. */
export interface NearestPersons {
  /** By the place of the cluster: the rows that are nearest to its centre. */
  readonly rows: readonly Int32Array[];
  /** [pictures]: the cosine of each to that centre. */
  readonly similarities: Float32Array;
}

/** Rows with the score they are proposed with. */
export interface Suggestions {
  readonly grouped: ReadonlyMap<number, number>;
  readonly near: ReadonlyMap<number, number>;
}

/** Fewer pictures do not say how far apart pictures of a cluster may be. */
const FEWEST_EXAMPLES = 3;
/** As near as the nearer three quarters of its own pictures are to the centre of the others. */
const OWN_SHARE = 0.25;

/**
 * What is proposed for a cluster of a person, with the cosine to its centre: the pictures of the automatic clusters that it covers, and
 * those nearer to its centre than to any other person's that are at least as near as the lower quartile of its own pictures. Each of its
 * own is compared with the centre of the others (leave-one-out), or a small cluster would seem tighter than it is.
 */
export function suggestFor(cluster: SuggestingCluster, place: number, nearest: NearestPersons): Suggestions {
  const near = new Map<number, number>();
  if (cluster.rows.length < FEWEST_EXAMPLES) return { grouped: cluster.grouped, near };
  const own = new Set(cluster.rows);
  const cut = quantile(leaveOneOut(cluster).sort(), OWN_SHARE);
  for (const row of nearest.rows[place] ?? []) {
    const similarity = nearest.similarities[row] ?? -1;
    if (similarity >= cut && !own.has(row) && !cluster.grouped.has(row)) near.set(row, similarity);
  }
  return { grouped: cluster.grouped, near };
}

/**
 * The cosine of each picture x of a cluster to the centre of the others. With S the sum of all, of length L, and c the cosine of x to S:
 * x (S - x) / |S - x| = (cL - 1) / sqrt(L^2 - 2cL + 1).
 */
export function leaveOneOut({ similarities, length }: Pick<SuggestingCluster, 'similarities' | 'length'>): Float32Array {
  return similarities.map((cosine) => {
    const product = cosine * length;
    return (product - 1) / Math.sqrt(Math.max(Number.EPSILON, length * length - 2 * product + 1));
  });
}
