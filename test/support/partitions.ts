/** How often each pair of a cluster and a truth stands together, and each of them alone. */
interface Contingency {
  readonly total: number;
  readonly pairs: ReadonlyMap<string, number>;
  readonly clusters: ReadonlyMap<string, number>;
  readonly truths: ReadonlyMap<string, number>;
}

/** The share of things that are in a cluster most of which is of their own kind. */
export function purity(clusters: ArrayLike<number>, truths: readonly string[]): number {
  const { pairs, total } = contingency(clusters, truths);
  const largest = new Map<string, number>();
  for (const [pair, count] of pairs) {
    const [cluster = ''] = pair.split(' ');
    largest.set(cluster, Math.max(count, largest.get(cluster) ?? 0));
  }
  return sum(largest.values()) / total;
}

/** Normalised mutual information, by the mean of both entropies as scikit-learn does: 1 for the same partition, 0 for unrelated ones. */
export function normalisedInformation(clusters: ArrayLike<number>, truths: readonly string[]): number {
  const { pairs, clusters: inClusters, truths: inTruths, total } = contingency(clusters, truths);
  const information = sum(
    [...pairs].map(([pair, count]) => {
      const [cluster = '', truth = ''] = splitOnce(pair);
      return (count / total) * Math.log((count * total) / ((inClusters.get(cluster) ?? 0) * (inTruths.get(truth) ?? 0)));
    }),
  );
  const entropy = (counts: ReadonlyMap<string, number>): number =>
    -sum([...counts.values()].map((count) => (count / total) * Math.log(count / total)));
  return information / ((entropy(inClusters) + entropy(inTruths)) / 2 || 1);
}

function contingency(clusters: ArrayLike<number>, truths: readonly string[]): Contingency {
  const numbers = Array.from(clusters, String);
  return {
    total: numbers.length,
    pairs: counted(numbers.map((cluster, at) => `${cluster} ${truths[at]}`)),
    clusters: counted(numbers),
    truths: counted(truths),
  };
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf(' ');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const sum = (values: Iterable<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
