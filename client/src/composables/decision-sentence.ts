import { clusterSentence } from './cluster-sentence.js';
import type { SaidChange, SaidDecision, Say } from './said-decision.js';

const FIELDS = [
  'title',
  'description',
  'tags',
  'people',
  'clusters',
  'taken',
  'place',
  'favourite',
  'hidden',
  'search',
  'duplicate',
  'notDuplicates',
  'spareFiles',
  'regions',
];
// Words that a person wrote stand in quotation marks, names of things do not.
const QUOTED = ['title', 'description', 'regions'];
// What holds one text: another one takes its place.
const SINGLE = ['title', 'description'];
const MOST_NAMES = 4;
const MOST_LETTERS = 60;
/** Kinds with a sentence of their own around what they change. */
const AROUND: Readonly<Record<string, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  sidecar: 'fromSidecars',
  restore: 'fromSidecars',
};

interface Group {
  readonly field: string;
  readonly isRemoved: boolean;
  readonly texts: readonly string[];
}

/** A decision as one sentence; `say` looks the texts of `history` up and is given the count where a plural form depends on it. */
export function sentenceOf(decision: SaidDecision, say: Say): string {
  const pictures = say('pictures', { n: decision.imageCount.toLocaleString('en') }, decision.imageCount);
  // Nothing of what was forgotten is left to be counted, except where the decision kept the number.
  if (decision.kind === 'forget') return decision.imageCount > 0 ? say('forgot', { pictures }) : say('forgotSome', {});
  return clusterSentence(decision, { pictures, say }) ?? aboutNamedSet(decision, say) ?? aboutPictures(decision, { pictures, say });
}

// Of a person or a cluster itself: `person-name`, `cluster-description`, ... Whoever was named first on a picture is made by it, which needs no words.
function aboutNamedSet({ kind, changes }: SaidDecision, say: Say): string | null {
  const own = changes.filter(isOfSet);
  if (kind === 'merge') return mergeSentence(changes, say);
  const [one, other] = own;
  if (!one || own.length < changes.length) return null;
  const [set, attribute] = one.field.split('-');
  if (attribute === 'mergedInto') return say(one.isRemoved ? 'unmerged' : 'mergedSome', {});
  if (attribute === 'description') return say(one.isRemoved ? 'undescribed' : 'described', { what: namesOf(asGroup(one)) });
  const [from, to] = [true, false].map((isRemoved) => [one, other].find((name) => name?.isRemoved === isRemoved)?.text ?? '');
  if (from && to) return say('renamed', { from, to });
  return to ? say(`named.${set}`, { to }) : say('unnamed', { from: from ?? '' });
}

function mergeSentence(changes: readonly SaidChange[], say: Say): string {
  const names = (isRemoved: boolean): string[] =>
    changes
      .filter((one) => one.isRemoved === isRemoved && !/mergedInto|description/.test(one.field))
      .flatMap(({ text }) => (text ? [text] : []));
  const [from, [to]] = [[...new Set(names(true))].slice(0, MOST_NAMES).join(', '), names(false)];
  return from && to ? say('merged', { from, to }) : say('mergedSome', {});
}

function isOfSet({ field }: SaidChange): boolean {
  return /^(person|cluster)-/.test(field);
}

function asGroup({ field, isRemoved, text }: SaidChange): Group {
  return { field: field.replace(/^\w+-/, ''), isRemoved, texts: text ? [text] : [] };
}

function aboutPictures(decision: SaidDecision, { pictures, say }: { pictures: string; say: Say }): string {
  const groups = groupsOf(decision.changes);
  const [only, ...others] = groups;
  if (!only) return say(decision.isRedacted ? 'nothingRedacted' : 'nothing', {});
  const around = AROUND[decision.kind];
  if (!around && others.length === 0) {
    const [what, count] = [namesOf(only), only.field === 'favourite' ? decision.imageCount : only.texts.length];
    return say(`say.${keyOf(only)}`, { pictures, what }, count);
  }
  // What is refused is named like what is accepted: that it is not so stands before it.
  const shown = decision.kind === 'reject' ? groups.map((group) => ({ ...group, isRemoved: false })) : groups;
  const parts = shown.map((group) => say(`part.${keyOf(group)}`, { what: namesOf(group) }, group.texts.length)).join(', ');
  return say(around ?? 'many', { pictures, parts });
}

function groupsOf(changes: readonly SaidChange[]): Group[] {
  const groups = new Map<string, { field: string; isRemoved: boolean; texts: string[] }>();
  for (const { field, text, isRemoved } of changes.filter((one) => !isOfSet(one))) {
    const key = `${field} ${String(isRemoved)}`;
    const group = groups.get(key) ?? { field, isRemoved, texts: [] };
    if (text) group.texts.push(text);
    groups.set(key, group);
  }
  // A new title says all about the old one.
  return [...groups.values()].filter(({ field, isRemoved }) => !isRemoved || !SINGLE.includes(field) || !groups.has(`${field} false`));
}

function keyOf({ field, isRemoved }: Group): string {
  return `${FIELDS.includes(field) ? field : 'other'}.${isRemoved ? 'removed' : 'added'}`;
}

function namesOf({ field, texts }: Group): string {
  const names = texts.slice(0, MOST_NAMES).map((text) => (QUOTED.includes(field) ? `“${shortened(text)}”` : shortened(text)));
  const hidden = texts.length - names.length;
  return [...names, ...(hidden > 0 ? [`+${hidden}`] : [])].join(', ') || (FIELDS.includes(field) ? '' : field);
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('').trimEnd()}…` : text;
}
