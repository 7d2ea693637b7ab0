import type { ComputedRef } from 'vue';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { AnnotateImagesMutation, AnnotationChanges, FieldVersionInput } from '../graphql/generated/operations.js';
import { useAnnotateImagesMutation, useProposeToNeighboursMutation } from '../graphql/generated/operations.js';
import { useDecisions } from './decisions.js';
import { formatCount } from './format.js';
import { useIsOwner } from './owner.js';
import { showError, showUndo } from './toasts.js';

/** How saving ended: written, or nothing written because others changed the same fields meanwhile. */
export type AnnotateAnswer = AnnotateImagesMutation['annotateImages'];

/** The pictures that the dialog is open for, null while it is closed. */
export const annotating = shallowRef<readonly string[] | null>(null);

/** Opens the dialog for these pictures; does nothing for none. */
export function openAnnotation(ids: Iterable<string>): void {
  const list = [...ids];
  if (list.length > 0) annotating.value = list;
}

/** Acts that say something about pictures. */
export interface AnnotateActs {
  /** Only the owner annotates. */
  canAnnotate: ComputedRef<boolean>;
  /** Opens the dialog, for the owner only. */
  open: (ids: Iterable<string>) => void;
  /** Writes changes; `text` is said in the toast that offers to undo them. */
  annotate: (ids: readonly string[], changes: AnnotationChanges, options: AnnotateOptions) => Promise<AnnotateAnswer>;
  /** One change without a dialog; what goes wrong is said in a toast. */
  say: (id: string, changes: AnnotationChanges, text: string) => Promise<void>;
  /** Looks for pictures that may be meant as well; never an error of its own. */
  propose: (decisionId: string) => Promise<void>;
}

interface AnnotateOptions {
  text: string;
  expected?: FieldVersionInput[];
}

/** Annotating with its undo toast and, after it, what looks alike. */
export function useAnnotate(): AnnotateActs {
  const { t } = useI18n();
  const router = useRouter();
  const { offerUndo, refresh } = useDecisions();
  const { mutate } = useAnnotateImagesMutation();
  const { mutate: proposeToNeighbours } = useProposeToNeighboursMutation();
  const canAnnotate = useIsOwner();

  const annotate: AnnotateActs['annotate'] = async (ids, changes, { text, expected }) => {
    const { annotateImages: answer } = await mutate({ ids: [...ids], changes, expected });
    // Without a decision nothing was changed: somebody had said the same already.
    if (answer.__typename === 'AnnotationResult') {
      if (answer.decisionId !== null) offerUndo(text, answer.decisionId);
      refresh();
    }
    return answer;
  };
  const say: AnnotateActs['say'] = async (id, changes, text) => {
    if (canAnnotate.value) await annotate([id], changes, { text }).catch(showError);
  };
  const propose: AnnotateActs['propose'] = async (decisionId) => {
    // Proposals are an offer: a failure here must not look as if saving had failed.
    const count = await proposeToNeighbours({ decisionId }).then(
      (answer) => answer.proposeToNeighbours.count,
      () => 0,
    );
    const run = (): void => void router.push({ path: '/proposals', query: { decision: decisionId } });
    if (count > 0) showUndo(t('annotate.alike', { count: formatCount(count) }, count), { label: t('annotate.review'), run });
  };
  const open = (ids: Iterable<string>): void => void (canAnnotate.value && openAnnotation(ids));
  return { canAnnotate, open, annotate, say, propose };
}
