import { join } from 'node:path';
import { clusterVectors } from '../../server/models/clustering/kmeans.js';
import { spoolSource } from '../../server/models/clustering/vector-source.js';
import { type VectorSpool, VectorSpoolWriter } from '../../server/models/clustering/vector-spool.js';
import { normalisedInformation, purity } from '../support/partitions.js';
import { mean } from '../support/retrieval.js';
import { embedLabelled } from '../support/labelled-vectors.js';
import { askPeer } from './kmeans-peer.js';
import type { BenchRow } from './report.js';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
// scikit-learn's n_init; 10 was its default until version 1.4 made it one.
const ATTEMPTS = 10;
// What the archive's size asks for (the root of 122 / 2), as many as there are categories, and more.
const KS = [8, 26, 40];

type Labels = ArrayLike<number>;

/** Purity and normalised mutual information against the categories of the labelled photographs, beside scikit-learn where `hasPeer`. */
export async function measureQuality(folder: string, hasPeer: boolean): Promise<BenchRow[]> {
  const labelled = await embedLabelled();
  const writer = await VectorSpoolWriter.open(join(folder, 'labelled'), labelled[0]?.vector.length ?? 0);
  for (const { vector } of labelled) await writer.append(vector);
  const vectors = await writer.finish();
  const truths = labelled.map(({ category }) => category);
  const rows: BenchRow[] = [];
  for (const k of KS) {
    const ours: Labels[] = [];
    for (const seed of SEEDS) ours.push((await clusterVectors(spoolSource(vectors), { k, seed })).assignments);
    const theirs = hasPeer ? await labelsOfPeer(vectors, k) : [];
    rows.push(...rowsOf(`purity, k = ${k}`, { ours, theirs }, (labels) => purity(labels, truths)));
    rows.push(...rowsOf(`normalised mutual information, k = ${k}`, { ours, theirs }, (labels) => normalisedInformation(labels, truths)));
  }
  return rows;
}

/** Means over the seeds; the target is scikit-learn's. */
function rowsOf(
  name: string,
  { ours, theirs }: { ours: readonly Labels[]; theirs: readonly Labels[] },
  score: (labels: Labels) => number,
): BenchRow[] {
  const target = theirs.length > 0 ? mean(theirs.map(score)) : undefined;
  return [{ measure: `${name}, mean of ${SEEDS.length} seeds`, value: mean(ours.map(score)), unit: 'share', target }];
}

async function labelsOfPeer({ path, dims }: VectorSpool, k: number): Promise<Labels[]> {
  const request = { task: 'labels', vectors: path, dims, k, attempts: ATTEMPTS, seeds: SEEDS };
  return (await askPeer<{ labels: number[][] }>(request)).labels;
}
