import type { ComputedRef } from 'vue';
import { computed, watch } from 'vue';
import type { JobRunPartsFragment } from '../graphql/generated/operations.js';
import { useJobProgressSubscription, useJobRunsQuery } from '../graphql/generated/operations.js';
import { useApolloClient } from './apollo.js';
import { pictureChanges } from './picture-changes.js';

// Counts in the rail follow a running job, but not with every event of it.
const COUNTS_EVERY_MS = 4_000;
// What a run may have changed by its end.
const ENDED = [
  ...['Archive', 'Jobs', 'JobRuns', 'IngestionFailures', 'Timeline'],
  ...['Cluster', 'ClusterCounts', 'Clusters', 'MapClusterWords'],
  ...['Decisions', 'ProposalCount', 'ProposalGroups', 'Proposals', 'SidecarStatus', 'SidecarProblems'],
];

/** The job that finds clusters and lays out the map. */
export const CLUSTERING = 'cluster-images';

/** Runs that are under way, newest first; keeps counts and lists current while they go on. Called once, by the frame. */
export function useRunningJobs(): ComputedRef<JobRunPartsFragment[]> {
  const client = useApolloClient();
  const { result, refetch } = useJobRunsQuery({ first: 20 });
  const { result: event } = useJobProgressSubscription();
  let countedAt = 0;

  watch(event, (latest) => {
    const run = latest?.jobProgress;
    if (!run) return;
    if (!result.value?.jobRuns.some((known) => known.id === run.id)) void refetch();
    const hasEnded = run.outcome !== 'RUNNING';
    if (!hasEnded && Date.now() - countedAt < COUNTS_EVERY_MS) return;
    countedAt = Date.now();
    const names = hasEnded ? ENDED : ['Archive'];
    // The map and the members of clusters are kept outside of the cache.
    if (hasEnded && run.job === CLUSTERING) pictureChanges.value += 1;
    // Refetches only what is on screen; a failed one shows in its own place.
    for (const query of client.getObservableQueries()) {
      if (query.queryName && names.includes(query.queryName)) void query.refetch().catch(() => undefined);
    }
  });
  return computed(() => (result.value?.jobRuns ?? []).filter((run) => run.outcome === 'RUNNING'));
}

/** Share of a run that is done, 0..1; null while its end is not known. */
export function shareDone(run: Pick<JobRunPartsFragment, 'done' | 'total'>): number | null {
  return run.total ? Math.min(1, run.done / run.total) : null;
}
