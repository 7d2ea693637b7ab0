import { keptRegionOf } from './kept-region.js';
import { isObject, type JsonObject, type NamedSet, type Sidecar, type ToldConflict, type ToldFact } from './sidecar-format.js';
import { SIDECAR_FORMAT, SIDECAR_VERSION } from './sidecar-schema.js';

/** What a model sees in a picture; written for other programs and never read. */
export interface ToldLabel {
  readonly name: string;
  readonly score: number;
  readonly model: string;
}

/** What is to stand in a sidecar. */
export interface SidecarContent extends Pick<Sidecar, 'revision' | 'facts' | 'named' | 'conflicts'> {
  readonly documentId: string;
  readonly contentHash: string;
  readonly labels: readonly ToldLabel[];
}

const ATOMIC = ['title', 'description', 'taken', 'place', 'favourite', 'hidden', 'duplicate'];
const SAID = ['by', 'at', 'via'];

/** The lists of a sidecar: by what an element is known, and its keys that are ours. */
const LISTS = {
  tags: { id: 'name', keys: ['name', 'said', ...SAID] },
  people: { id: 'id', keys: ['id', 'name', 'said', ...SAID] },
  clusters: { id: 'id', keys: ['id', 'name', 'description', 'said', ...SAID] },
  notDuplicates: { id: 'id', keys: ['id', 'said', ...SAID] },
  spareFiles: { id: 'path', keys: ['path', 'said', ...SAID] },
  regions: { id: 'region', keys: ['region', 'name', 'said', ...SAID] },
  labels: { id: 'name', keys: ['name', 'score', 'model'] },
  conflicts: { id: 'key', keys: ['key', 'theirs', 'at'] },
} as const;

/** Lists that are left out where they are empty. */
const RARE = ['notDuplicates', 'spareFiles', 'regions'] as const;

/**
 * The text of a sidecar, the same for the same content. `before`: what stands there now; keys of it that are not ours are kept wherever
 * what they stand in is still there.
 */
export function renderSidecar(content: SidecarContent, before: JsonObject | null): string {
  const { revision, documentId, contentHash, labels, conflicts } = content;
  const ours = {
    format: SIDECAR_FORMAT,
    version: SIDECAR_VERSION,
    revision,
    document: keeping({ id: documentId, contentHash }, before?.document),
    annotations: annotationsOf(content, isObject(before?.annotations) ? before.annotations : {}),
    labels: listKeeping(
      'labels',
      labels.map((label) => ({ ...label })),
      before,
    ),
    conflicts: listKeeping('conflicts', conflicts.map(conflictOf), before),
  };
  return `${JSON.stringify(keeping(ours, before), null, 2)}\n`;
}

function annotationsOf({ facts, named }: SidecarContent, before: JsonObject): JsonObject {
  const said = ATOMIC.flatMap((field) => {
    const fact = facts.get(field);
    return fact ? [[field, keepingAll({ value: fact.value, ...saidOf(fact) }, before[field], ['value', ...SAID])] as const] : [];
  });
  const sets = {
    tags: listKeeping('tags', elementsOf('tags', facts, named), before),
    people: listKeeping('people', elementsOf('people', facts, named), before),
    clusters: listKeeping('clusters', elementsOf('clusters', facts, named), before),
  };
  const rare = RARE.flatMap((list) => {
    const elements = rareElementsOf(list, facts);
    return elements.length > 0 ? [[list, listKeeping(list, elements, before)] as const] : [];
  });
  const known = [...ATOMIC, ...Object.keys(sets), ...RARE];
  return keeping({ ...Object.fromEntries(said), ...sets, ...Object.fromEntries(rare) }, before, known);
}

function rareElementsOf(list: (typeof RARE)[number], facts: Sidecar['facts']): JsonObject[] {
  const own = [...facts].filter(([key]) => key.startsWith(`${list}/`)).sort(([a], [b]) => compare(a, b));
  return own.map(([key, fact]) => {
    const element = key.slice(list.length + 1);
    return { ...(list === 'regions' ? regionOf(element, fact.value) : { [LISTS[list].id]: element, said: fact.value }), ...saidOf(fact) };
  });
}

function regionOf(element: string, value: unknown): JsonObject {
  const kept = keptRegionOf(element, value);
  return { region: element.split(',').map(Number), ...(kept?.name ? { name: kept.name } : {}), said: kept !== null };
}

function elementsOf(field: string, facts: Sidecar['facts'], named: Sidecar['named']): JsonObject[] {
  const own = [...facts].filter(([key]) => key.startsWith(`${field}/`));
  const elements = own.map(([key, fact]) => ({ ...identityOf(key, named.get(key)), said: fact.value, ...saidOf(fact) }));
  return elements.sort((a, b) => compare(a.name, b.name) || compare(a.id ?? '', b.id ?? ''));
}

function identityOf(key: string, set: NamedSet | undefined): { id?: string; name: string; description?: string | null } {
  const element = key.slice(key.indexOf('/') + 1);
  return key.startsWith('tags/') ? { name: element } : { id: element, name: element, ...set };
}

function saidOf({ by, at, via }: Omit<ToldFact, 'value'>): JsonObject {
  return { by, at, ...(via ? { via } : {}) };
}

function conflictOf({ key, theirs, at }: ToldConflict): JsonObject {
  return { key, theirs: theirs && { value: theirs.value, ...saidOf(theirs) }, at };
}

// Elements are matched by what names them; one that is not ours any more goes, with all that stood in it.
function listKeeping(list: keyof typeof LISTS, ours: readonly JsonObject[], before: JsonObject | null): JsonObject[] {
  const { id, keys } = LISTS[list];
  const nameOf = (element: JsonObject): string => String(element[id]).normalize('NFC').trim();
  const there = before?.[list];
  const old = new Map((Array.isArray(there) ? there : []).filter(isObject).map((element) => [nameOf(element), element]));
  return ours.map((element) => keepingAll(element, old.get(nameOf(element)), keys));
}

function keepingAll(ours: JsonObject, before: unknown, known: readonly string[] = Object.keys(ours)): JsonObject {
  const old = isObject(before) ? before : {};
  const inside = Object.entries(ours).map(([key, value]) => [key, isObject(value) ? keepingAll(value, old[key]) : value] as const);
  return keeping(Object.fromEntries(inside), old, known);
}

// Object.fromEntries, because an assignment to "__proto__" would change the object and not the key.
function keeping(ours: JsonObject, before: unknown, known: readonly string[] = Object.keys(ours)): JsonObject {
  const foreign = isObject(before) ? Object.entries(before).filter(([key]) => !known.includes(key)) : [];
  return Object.fromEntries([...Object.entries(ours), ...foreign]);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
