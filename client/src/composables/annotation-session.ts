import type { ComputedRef, Ref } from 'vue';
import { computed, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { AnnotationField, SummaryPartsFragment } from '../graphql/generated/operations.js';
import { useAnnotationSummaryQuery } from '../graphql/generated/operations.js';
import type { AnnotateAnswer } from './annotate.js';
import { useAnnotate } from './annotate.js';
import type { AnnotationDraft } from './annotation-draft.js';
import { NO_CHANGES, canBeProposed, changesOf, expectedOf, isChanged, isFieldChanged, withoutFields } from './annotation-draft.js';
import { formatCount } from './format.js';

/** A field that others changed while it was changed here, and who did. */
export interface FieldConflict {
  readonly field: AnnotationField;
  readonly by: string | null;
  readonly at: string | null;
}

/** Whose word stands where both changed the same field. */
export type ConflictChoice = 'mine' | 'theirs';

/** Annotating some pictures in the dialog. */
export interface AnnotationSession {
  summary: Readonly<Ref<SummaryPartsFragment | null>>;
  draft: Ref<AnnotationDraft>;
  isChanged: ComputedRef<boolean>;
  isSaving: Readonly<Ref<boolean>>;
  /** Why the summary could not be had. */
  loadError: Readonly<Ref<Error | null>>;
  saveError: Readonly<Ref<Error | null>>;
  /** Empty unless saving met what others changed. */
  conflicts: Readonly<Ref<readonly FieldConflict[]>>;
  choices: Ref<Partial<Record<AnnotationField, ConflictChoice>>>;
  reload: () => Promise<void>;
  /** Saves, or takes over the choices of a conflict and saves what is left; true when the dialog is done. */
  save: () => Promise<boolean>;
}

/** Holds what is typed, saves it against the versions it was typed over, and keeps both sides when they differ. */
export function useAnnotationSession(ids: () => readonly string[]): AnnotationSession {
  const { t } = useI18n();
  const { annotate, propose } = useAnnotate();
  const { result, error, refetch } = useAnnotationSummaryQuery(() => ({ ids: [...ids()] }), { fetchPolicy: 'network-only' });
  const summary = shallowRef<SummaryPartsFragment | null>(null);
  const draft = shallowRef<AnnotationDraft>(NO_CHANGES);
  const isSaving = ref(false);
  const saveError = shallowRef<Error | null>(null);
  const conflicts = shallowRef<readonly FieldConflict[]>([]);
  const choices = ref<AnnotationSession['choices']['value']>({});

  // Once something is typed, the summary it is typed over stays: its versions are what tells that others were here.
  watch(result, (answer) => {
    if (answer && !isChanged(draft.value)) summary.value = answer.annotationSummary;
  });

  const meet = (answer: Extract<AnnotateAnswer, { __typename: 'AnnotationConflict' }>): void => {
    summary.value = answer.summary;
    conflicts.value = answer.fields.filter(({ field }) => isFieldChanged(draft.value, field));
    choices.value = Object.fromEntries(conflicts.value.map(({ field }) => [field, 'mine']));
  };
  const write = async (before: SummaryPartsFragment): Promise<boolean> => {
    const text = t('annotate.saved', { count: formatCount(before.count) }, before.count);
    const answer = await annotate(ids(), changesOf(draft.value), { text, expected: expectedOf(draft.value, before) });
    if (answer.__typename === 'AnnotationConflict') {
      meet(answer);
      return false;
    }
    if (answer.decisionId !== null && canBeProposed(draft.value)) void propose(answer.decisionId);
    return true;
  };
  const save = async (): Promise<boolean> => {
    const yielded = conflicts.value.map(({ field }) => field).filter((field) => choices.value[field] === 'theirs');
    draft.value = withoutFields(draft.value, yielded);
    conflicts.value = [];
    if (!summary.value || isSaving.value) return false;
    if (!isChanged(draft.value)) return true;
    isSaving.value = true;
    saveError.value = null;
    try {
      return await write(summary.value);
    } catch (cause) {
      saveError.value = cause instanceof Error ? cause : new Error(String(cause));
      return false;
    } finally {
      isSaving.value = false;
    }
  };
  return {
    ...{ summary, draft, isSaving, saveError, conflicts, choices, save },
    isChanged: computed(() => isChanged(draft.value)),
    loadError: error,
    reload: refetch,
  };
}
