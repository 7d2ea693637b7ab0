import type { ComputedRef, Ref } from 'vue';
import { computed, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { DuplicateGroupsQuery } from '../graphql/generated/operations.js';
import { useMarkDuplicatesMutation, useNotDuplicatesMutation } from '../graphql/generated/operations.js';
import { useDecisions } from './decisions.js';
import { formatCount } from './format.js';
import { closeToast, showError, showNote } from './toasts.js';

/** A group as the page shows it. */
export type ShownGroup = DuplicateGroupsQuery['duplicateGroups']['edges'][number]['node'];

/** Deciding about groups, with one undo each. */
export interface DuplicateAnswers {
  /** Groups that were answered and are gone from the page before the server says so. */
  answered: Ref<ReadonlySet<string>>;
  canUndo: ComputedRef<boolean>;
  /** Keeps one member and marks the others as spare. */
  keep: (group: ShownGroup, index: number) => Promise<void>;
  /** Says that they are no duplicates; files of the same bytes are all kept. */
  setApart: (group: ShownGroup) => Promise<void>;
  undoLast: () => Promise<void>;
}

/** Sends what is decided; `reload` asks for the groups again. */
export function useDuplicateAnswers(reload: () => Promise<unknown>): DuplicateAnswers {
  const { t } = useI18n();
  const { undo, offerUndo, refresh } = useDecisions();
  const { mutate: mark } = useMarkDuplicatesMutation();
  const { mutate: notDuplicates } = useNotDuplicatesMutation();
  const answered = shallowRef<ReadonlySet<string>>(new Set());
  // In the order in which they were given, which is not the one in which the server answers.
  const given = shallowRef<readonly Promise<string>[]>([]);
  // The decision that the toast offers to undo.
  let offered = Promise.resolve('');
  let lastToast = 0;
  // One after another: what is under way may have been read before what was just decided.
  let reloading: Promise<unknown> = Promise.resolve();
  const again = (): Promise<unknown> => (reloading = reloading.then(reload));

  const without = (id: string): void => void (answered.value = new Set([...answered.value].filter((one) => one !== id)));
  const drop = (deciding: Promise<string>): void => void (given.value = given.value.filter((one) => one !== deciding));
  const taken = async (deciding: Promise<string>): Promise<void> => {
    drop(deciding);
    await again();
  };
  // Not where a later one is offered already, nor once it is being taken back.
  const offer = (deciding: Promise<string>, show: () => number): void => {
    if (given.value.indexOf(deciding) <= given.value.indexOf(offered)) return;
    closeToast(lastToast);
    offered = deciding;
    lastToast = show();
  };
  const send = async (group: ShownGroup, act: () => Promise<{ decisionId: string; text: string }>): Promise<void> => {
    answered.value = new Set([...answered.value, group.id]);
    const acting = act();
    const deciding = acting.then(({ decisionId }) => decisionId);
    given.value = [...given.value, deciding];
    try {
      const { decisionId, text } = await acting;
      offer(deciding, () => offerUndo(text, decisionId, () => void taken(deciding)));
      refresh();
      await again();
    } catch (error) {
      drop(deciding);
      showError(error);
    } finally {
      without(group.id);
    }
  };
  const markAll = async (group: ShownGroup, kept: (index: number) => boolean): Promise<string> => {
    const marks = group.members.map(({ image, path }, index) => ({
      imageId: image.id,
      path: group.kind === 'EXACT' ? path : null,
      mark: kept(index) ? ('KEEP' as const) : ('SPARE' as const),
    }));
    return (await mark({ marks })).markDuplicates.decisionId;
  };
  const keep = (group: ShownGroup, index: number): Promise<void> =>
    send(group, async () => {
      const decisionId = await markAll(group, (at) => at === index);
      const spares = group.members.length - 1;
      return { decisionId, text: t('duplicates.kept', { n: formatCount(spares) }, spares) };
    });
  const setApart = (group: ShownGroup): Promise<void> =>
    send(group, async () => {
      if (group.kind === 'EXACT') return { decisionId: await markAll(group, () => true), text: t('duplicates.allKept') };
      const { decisionId } = (await notDuplicates({ ids: group.members.map(({ image }) => image.id) })).notDuplicates;
      return { decisionId, text: t('duplicates.apartDone') };
    });
  const undoLast = async (): Promise<void> => {
    const place = given.value.length - 1;
    const last = given.value[place];
    if (!last) return showNote(t('duplicates.nothingToUndo'));
    // At once: the next undo is meant for the one before.
    drop(last);
    const decisionId = await last.catch(() => null);
    // What failed has said so, and there is nothing to take back.
    if (decisionId === null) return;
    try {
      const answer = await undo(decisionId);
      if (answer.__typename === 'UndoConflict') return showError(answer.message);
      if (offered === last) closeToast(lastToast);
      await again();
      showNote(t('history.undoDone'));
    } catch (error) {
      given.value = given.value.toSpliced(place, 0, last);
      showError(error);
    }
  };
  return { answered, canUndo: computed(() => given.value.length > 0), keep, setApart, undoLast };
}
