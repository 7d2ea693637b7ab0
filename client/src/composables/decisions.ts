import type { ApolloClient } from '@apollo/client/core';
import { useI18n } from 'vue-i18n';
import type { Composer } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { UndoDecisionMutation } from '../graphql/generated/operations.js';
import { useUndoDecisionMutation } from '../graphql/generated/operations.js';
import { useApolloClient } from './apollo.js';
import { sentenceOf } from './decision-sentence.js';
import type { SaidDecision } from './said-decision.js';
import { pictureChanges } from './picture-changes.js';
import { showError, showNote, showUndo } from './toasts.js';

/** Queries whose answer a decision may change; only those on the screen are asked again. */
const TOUCHED = [
  'AnnotationSummary',
  'Archive',
  'Cluster',
  'ClusterChoices',
  'ClusterCounts',
  'Clusters',
  'Decisions',
  'HiddenState',
  'Image',
  'ProposalCount',
  'ProposalGroups',
  'SavedSearches',
  'SidecarProblems',
  'SidecarStatus',
  'Timeline',
];

/** How an undo ended: done, or held up by later decisions that build on it. */
export type UndoAnswer = UndoDecisionMutation['undoDecision'];

/** Brings what is shown up to date after a decision. */
export function refreshAfterDecision(client: ApolloClient): void {
  pictureChanges.value += 1;
  askAnew(client, TOUCHED);
}

/** Asks those of the named queries again that are on the screen. */
export function askAnew(client: ApolloClient, names: readonly string[]): void {
  for (const query of client.getObservableQueries()) {
    if (!query.queryName || !names.includes(query.queryName)) continue;
    // Not joined to a request under way: that one may have been answered before this decision. What is asked reaches the screen by the cache.
    const anew = { fetchPolicy: 'network-only', context: { queryDeduplication: false } } as const;
    void client.query({ query: query.query, variables: query.variables, ...anew }).catch(() => undefined);
  }
}

/** Acts on decisions that every page shares. */
export interface DecisionActs {
  /** Undoes one and brings what is shown up to date; what holds it up is only returned. */
  undo: (id: string) => Promise<UndoAnswer>;
  /** Says what was done and offers to undo it for ten seconds; the number closes the toast. */
  offerUndo: (text: string, decisionId: string, onUndone?: () => void) => number;
  refresh: () => void;
}

/** Undo and its toasts. */
export function useDecisions(): DecisionActs {
  const { t } = useI18n();
  const client = useApolloClient();
  const router = useRouter();
  const { mutate } = useUndoDecisionMutation();
  const refresh = (): void => refreshAfterDecision(client);
  const undo = async (id: string): Promise<UndoAnswer> => {
    const { undoDecision: answer } = await mutate({ id });
    if (answer.__typename === 'DecisionResult') {
      client.cache.modify({ id: `Decision:${id}`, fields: { undoneBy: () => answer.decisionId } });
      refresh();
    }
    return answer;
  };
  const undoFromToast = async (id: string, onUndone?: () => void): Promise<void> => {
    try {
      const answer = await undo(id);
      if (answer.__typename === 'UndoConflict') {
        showNote(answer.message, { label: t('history.show'), run: () => void router.push({ name: 'history' }) });
        return;
      }
      onUndone?.();
      showNote(t('history.undoDone'));
    } catch (error) {
      showError(error);
    }
  };
  const offerUndo: DecisionActs['offerUndo'] = (text, decisionId, onUndone) =>
    showUndo(text, { label: t('parts.undo'), run: () => void undoFromToast(decisionId, onUndone) });
  return { undo, offerUndo, refresh };
}

/** The sentence of a decision in the reader's language. */
export function describeDecision(decision: SaidDecision, t: Composer['t']): string {
  return sentenceOf(decision, (key, values, count) => t(`history.${key}`, values, count ?? 1));
}
