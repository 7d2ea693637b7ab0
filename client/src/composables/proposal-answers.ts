import type { ApolloClient } from '@apollo/client/core';
import { computed, ref, shallowRef } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ProposalsQuery, ProposalsQueryVariables } from '../graphql/generated/operations.js';
import { ProposalsDocument, useAcceptProposalsMutation, useRejectProposalsMutation } from '../graphql/generated/operations.js';
import { useApolloClient } from './apollo.js';
import { useDecisions } from './decisions.js';
import { formatCount } from './format.js';
import type { ProposalChoice } from './proposal-choice.js';
import { closeToast, showError, showNote } from './toasts.js';

/** A proposal as the page shows it. */
export type ShownProposal = ProposalsQuery['proposals']['edges'][number]['node'];
/** What is said to a proposal. */
export type Answer = 'accept' | 'reject';
/** Which proposals belong together. */
export type GroupKey = Pick<ProposalsQueryVariables, 'kind' | 'target' | 'decisionId'>;

/** More than these are asked about before they are answered at once. */
export const MOST_UNASKED = 50;
const PAGE = 500;

/** Accepting and refusing, with one undo each. */
export interface ProposalAnswers {
  isBusy: Ref<boolean>;
  canUndo: ComputedRef<boolean>;
  /** Answers what is chosen: gone from the page at once, back on it if the server says no. `text` is said in the toast. */
  give: (answer: Answer, ids: readonly string[], text?: string) => Promise<void>;
  /** Everything of a group, loaded or not, so that it can be answered as one decision. */
  listAll: (group: GroupKey) => Promise<string[]>;
  undoLast: () => Promise<void>;
}

/** Sends answers and remembers them, so that the last can be taken back. */
export function useProposalAnswers(choice: ProposalChoice<ShownProposal>, onBack: () => void): ProposalAnswers {
  const { t } = useI18n();
  const client = useApolloClient();
  const { undo, offerUndo, refresh } = useDecisions();
  const { mutate: accept } = useAcceptProposalsMutation();
  const { mutate: reject } = useRejectProposalsMutation();
  const isBusy = ref(false);
  let lastToast = 0;
  const given = shallowRef<readonly { decisionId: string; ids: readonly string[] }[]>([]);

  const forgetGiven = (decisionId: string): void => void (given.value = given.value.filter((one) => one.decisionId !== decisionId));
  const putBack = (decisionId: string, ids: readonly string[]): void => {
    forgetGiven(decisionId);
    choice.putBack(ids);
    onBack();
  };
  const send = async (answer: Answer, ids: readonly string[]): Promise<string> =>
    answer === 'accept'
      ? (await accept({ ids: [...ids] })).acceptProposals.decisionId
      : (await reject({ ids: [...ids] })).rejectProposals.decisionId;

  const give: ProposalAnswers['give'] = async (answer, ids, text) => {
    if (ids.length === 0) return;
    choice.take(ids);
    try {
      const decisionId = await send(answer, ids);
      given.value = [...given.value, { decisionId, ids }];
      const usual = t(answer === 'accept' ? 'proposals.accepted' : 'proposals.rejected', { n: formatCount(ids.length) }, ids.length);
      // One toast is enough however quickly one answers; the key and the history undo the earlier ones.
      closeToast(lastToast);
      lastToast = offerUndo(text ?? usual, decisionId, () => putBack(decisionId, ids));
      refresh();
    } catch (error) {
      choice.putBack(ids);
      showError(error);
    }
  };
  const listAll = async (group: GroupKey): Promise<string[]> => {
    isBusy.value = true;
    try {
      return await idsOf(client, group);
    } catch (error) {
      showError(error);
      return [];
    } finally {
      isBusy.value = false;
    }
  };
  const undoLast = async (): Promise<void> => {
    const last = given.value.at(-1);
    if (!last) return showNote(t('proposals.nothingToUndo'));
    try {
      const answer = await undo(last.decisionId);
      if (answer.__typename === 'UndoConflict') return showError(answer.message);
      closeToast(lastToast);
      putBack(last.decisionId, last.ids);
      showNote(t('history.undoDone'));
    } catch (error) {
      showError(error);
    }
  };
  return { isBusy, canUndo: computed(() => given.value.length > 0), give, listAll, undoLast };
}

async function idsOf(client: ApolloClient, group: GroupKey): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const variables: ProposalsQueryVariables = { ...group, first: PAGE, after };
    const answer = await client.query<ProposalsQuery, ProposalsQueryVariables>({
      query: ProposalsDocument,
      variables,
      fetchPolicy: 'no-cache',
    });
    const found: ProposalsQuery['proposals'] | undefined = answer.data?.proposals;
    ids.push(...(found?.edges.map(({ node }) => node.id) ?? []));
    after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}
