import type { AnnotationField, SummaryPartsFragment } from '../graphql/generated/operations.js';
import type { AnnotationDraft } from './annotation-draft.js';
import { DRAFT_NAMES, isListEdits, listOf } from './annotation-draft.js';
import { formatPlace } from './place-text.js';
import { formatTaken } from './taken-text.js';

/** What one side says of a field; the screen has its own words for the plain ones. */
export type SideWords = { readonly text: string } | { readonly word: 'nothing' | 'differs' | 'yes' | 'no' };

/** What was typed here. */
export function wordsOfDraft(draft: AnnotationDraft, field: AnnotationField): SideWords {
  const name = DRAFT_NAMES[field];
  const value = name && draft[name];
  if (isListEdits(value))
    return { text: [...value.added.map(({ name }) => `+ ${name}`), ...value.removed.map(({ name }) => `− ${name}`)].join(', ') };
  if (value === undefined || value === null) return { word: 'nothing' };
  if (typeof value === 'boolean') return { word: value ? 'yes' : 'no' };
  if (typeof value === 'string') return { text: value };
  return { text: 'local' in value ? formatTaken(value.local) : formatPlace(value) };
}

/** What the pictures say now. */
export function wordsOfSummary(summary: SummaryPartsFragment, field: AnnotationField): SideWords {
  const name = DRAFT_NAMES[field];
  if (!name) return { word: 'nothing' };
  if (name === 'tags' || name === 'people' || name === 'clusters') {
    const names = listOf(summary, name).map(({ named }) => named.name);
    return names.length > 0 ? { text: names.join(', ') } : { word: 'nothing' };
  }
  if (name === 'favourite') return share(summary.favourites, summary.count);
  if (name === 'hidden') return share(summary.hidden, summary.count);
  if (summary[name].isMixed) return { word: 'differs' };
  const text = name === 'place' ? formatPlace(summary.place.values[0]?.place ?? {}) : (summary[name].values[0]?.value ?? '');
  return text ? { text: name === 'taken' ? formatTaken(text) : text } : { word: 'nothing' };
}

function share(count: number, total: number): SideWords {
  if (count > 0 && count < total) return { word: 'differs' };
  return { word: count > 0 ? 'yes' : 'no' };
}
