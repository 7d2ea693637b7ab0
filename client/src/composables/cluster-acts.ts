import { useI18n } from 'vue-i18n';
import type {
  ChangeClusterMutationVariables,
  ClusterPartsFragment,
  CreateClusterMutationVariables,
  SplitClusterMutationVariables,
} from '../graphql/generated/operations.js';
import {
  useAddToClusterMutation,
  useChangeClusterMutation,
  useCreateClusterMutation,
  useMergeClustersMutation,
  useRemoveClusterMutation,
  useRemoveFromClusterMutation,
  useSplitClusterMutation,
} from '../graphql/generated/operations.js';
import { useDecisions } from './decisions.js';
import { formatCount } from './format.js';

/** A cluster that something is done with. */
export type NamedCluster = Pick<ClusterPartsFragment, 'id' | 'name'>;
/** One that was chosen among others. */
export type ChosenCluster = NamedCluster & Pick<ClusterPartsFragment, 'kind'>;

/** Acts on clusters, each one decision with an undo toast. All throw what the server answers; `onUndone` is called when it was taken back from the toast. */
export interface ClusterActs {
  create: (cluster: CreateClusterMutationVariables) => Promise<ClusterPartsFragment>;
  /** Names or describes; an automatic cluster becomes one of a person, under another id. */
  change: (
    cluster: Pick<ClusterPartsFragment, 'id' | 'kind'>,
    changes: Omit<ChangeClusterMutationVariables, 'id'>,
    onUndone?: () => void,
  ) => Promise<ClusterPartsFragment>;
  add: (cluster: NamedCluster, imageIds: readonly string[]) => Promise<ClusterPartsFragment>;
  takeOut: (cluster: NamedCluster, imageIds: readonly string[], onUndone?: () => void) => Promise<ClusterPartsFragment>;
  merge: (cluster: NamedCluster, into: NamedCluster, onUndone?: () => void) => Promise<ClusterPartsFragment>;
  split: (id: string, strips: SplitClusterMutationVariables['strips'], onUndone?: () => void) => Promise<void>;
  remove: (cluster: NamedCluster) => Promise<void>;
}

/** Making, naming, filling, merging, splitting and removing clusters. */
export function useClusterActs(): ClusterActs {
  const { t } = useI18n();
  const { offerUndo, refresh } = useDecisions();
  const { mutate: create } = useCreateClusterMutation();
  const { mutate: change } = useChangeClusterMutation();
  const { mutate: add } = useAddToClusterMutation();
  const { mutate: takeOut } = useRemoveFromClusterMutation();
  const { mutate: merge } = useMergeClustersMutation();
  const { mutate: split } = useSplitClusterMutation();
  const { mutate: remove } = useRemoveClusterMutation();

  const say = (text: string, decisionId: string, onUndone?: () => void): void => {
    offerUndo(text, decisionId, onUndone);
    refresh();
  };
  const counted = (key: 'made' | 'added' | 'tookOut', name: string, n: number): string =>
    t(`clusters.${key}`, { name, n: formatCount(n) }, n);
  return {
    create: async (wanted) => {
      const { cluster, decisionId } = (await create(wanted)).createCluster;
      say(counted('made', cluster.name, cluster.size), decisionId);
      return cluster;
    },
    change: async ({ id, kind }, changes, onUndone) => {
      const { cluster, decisionId } = (await change({ id, ...changes })).changeCluster;
      const key = kind === 'KMEANS' ? 'yours' : typeof changes.name === 'string' ? 'renamed' : 'described';
      say(t(`clusters.${key}`, { name: cluster.name }), decisionId, onUndone);
      return cluster;
    },
    add: async ({ id }, imageIds) => {
      const { cluster, decisionId, imageCount } = (await add({ id, imageIds: [...imageIds] })).addToCluster;
      say(counted('added', cluster.name, imageCount), decisionId);
      return cluster;
    },
    takeOut: async ({ id, name }, imageIds, onUndone) => {
      const { cluster, decisionId } = (await takeOut({ id, imageIds: [...imageIds] })).removeFromCluster;
      say(counted('tookOut', name, imageIds.length), decisionId, onUndone);
      return cluster;
    },
    merge: async ({ id }, into, onUndone) => {
      const { cluster, decisionId } = (await merge({ ids: [id], into: into.id })).mergeClusters;
      say(t('clusters.merged', { name: cluster.name }), decisionId, onUndone);
      return cluster;
    },
    split: async (id, strips, onUndone) => {
      const { clusters, decisionId } = (await split({ id, strips })).splitCluster;
      say(t('clusters.wasSplit', { n: formatCount(clusters.length) }, clusters.length), decisionId, onUndone);
    },
    remove: async ({ id, name }) => {
      const { decisionId } = (await remove({ id })).removeCluster;
      say(t('clusters.removed', { name }), decisionId);
    },
  };
}
