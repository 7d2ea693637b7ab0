import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { isId, newId } from '../ids.js';
import { MOST_KEPT_REGIONS } from '../media/kept-region.js';
import type { Said } from '../repositories/decision.repository.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { DocumentRepository } from '../repositories/document.repository.js';
import { isSameValue, splitKey, type FactField, type Facts } from '../repositories/fact.js';
import type { SetKind } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { checkChanges, refuseNameOfJob, type AnnotationChanges, type CheckedChanges, type NamedSetChoice } from './annotation-changes.js';
import type { Draft, Ledger, Statement } from './ledger.js';

/** Which version of a field an editor saw; see AnnotationSummary. */
export interface FieldVersion {
  readonly field: FactField;
  readonly version: string;
}

/** A field that someone else changed since it was looked at. */
export interface FieldConflict {
  readonly field: FactField;
  readonly by: string;
  readonly at: Date;
}

/** What became of an annotation: written (null: it was so already), or nothing written because of what others said meanwhile. */
export type AnnotationOutcome =
  | { readonly kind: 'written'; readonly decisionId: string | null; readonly images: DocumentRow[] }
  | { readonly kind: 'conflict'; readonly fields: FieldConflict[] };

/** Pictures, what to say of them, and what the editor had seen. */
export interface AnnotationRequest {
  readonly ids: readonly string[];
  readonly changes: AnnotationChanges;
  readonly expected?: readonly FieldVersion[] | null;
}

const MAX_IMAGES = 10_000;
const MAX_ANSWERED = 500;
const MAX_CHARACTERS = 50_000_000;
/** Each has a vector of its own, which every search compares. */

class Conflict extends Error {
  constructor(readonly fields: FieldConflict[]) {
    super('Fields were changed meanwhile.');
  }
}

/** What a person says about pictures. Every act is one decision; the state it leads to is written in the same unit of work (promise 2). */
export class AnnotationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly documents: DocumentRepository,
  ) {}

  /** Throws BAD_REQUEST for malformed or no changes, NOT_FOUND when a picture, person or cluster is not there. */
  async annotate({ ids, changes, expected }: AnnotationRequest, actor: Actor): Promise<AnnotationOutcome> {
    const subjects = checkSubjects(ids);
    const checked = checkChanges(changes);
    refuseFlood(subjects.length, checked);
    try {
      const decision = await this.ledger.decide(actor, async (repositories) => {
        await refuseStale(repositories, { ids: subjects, checked, expected: expected ?? [] });
        return this.draft(repositories, subjects, checked);
      });
      const images = await this.documents.listByIds(subjects.slice(0, MAX_ANSWERED));
      return { kind: 'written', decisionId: decision?.id ?? null, images };
    } catch (error) {
      if (error instanceof Conflict) return { kind: 'conflict', fields: error.fields };
      throw error;
    }
  }

  private async draft(repositories: Repositories, ids: readonly string[], checked: CheckedChanges): Promise<Draft> {
    const present = await repositories.saidState.lock(ids);
    if (present.length < ids.length) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    if (Object.keys(checked.regions).length > 0) await refuseRegions(repositories, ids, checked.regions);
    const people = await chooseSets(repositories, 'person', checked.people);
    const clusters = await chooseSets(repositories, 'cluster', checked.clusters);
    const facts = await repositories.annotations.factsOf(ids);
    const tags = new Map((await repositories.documents.listByIds(ids)).map((document) => [document.id, new Set(document.tags)]));
    const statements = ids.map((id): Statement => {
      const before = facts.get(id) ?? new Map();
      const say = {
        ...checked.fields,
        ...tagFacts(checked.tags, tags.get(id) ?? new Set(), before),
        ...setFacts('people', people, before),
        ...setFacts('clusters', clusters, before),
        ...checked.regions,
      };
      return { kind: 'document', id, say };
    });
    return { kind: 'annotate', subjects: [...people.made, ...clusters.made, ...statements] };
  }
}

// Whoever looked at an older version of a field is told, unless everyone says the same by now.
async function refuseStale(
  repositories: Repositories,
  { ids, checked, expected }: { ids: readonly string[]; checked: CheckedChanges; expected: readonly FieldVersion[] },
): Promise<void> {
  const relevant = expected.filter(({ field }) => field in checked.fields);
  if (relevant.length === 0) return;
  await repositories.saidState.lock(ids);
  const states = new Map((await repositories.annotations.fieldStates(ids)).map((state) => [state.field, state]));
  const stale = relevant.filter(({ field, version }) => (states.get(field)?.version ?? NOTHING_SAID) !== version);
  if (stale.length === 0) return;
  const facts = await repositories.annotations.factsOf(ids);
  const conflicts = stale.flatMap(({ field }) => {
    const wanted = checked.fields[field];
    const isAgreed = ids.every((id) => isSameValue(facts.get(id)?.get(field)?.value, wanted?.value));
    const { saidBy = 'person:unknown', saidAt = new Date(0) } = states.get(field) ?? {};
    return isAgreed ? [] : [{ field, by: saidBy, at: saidAt }];
  });
  if (conflicts.length > 0) throw new Conflict(conflicts);
}

// A rectangle is of one picture; of a moving one it would be of one moment only.
async function refuseRegions(
  { annotations, documents }: Repositories,
  ids: readonly string[],
  regions: CheckedChanges['regions'],
): Promise<void> {
  if (ids.length > 1) throw new AppError('BAD_REQUEST', `Expected one picture to keep parts of but received ${ids.length}.`);
  const [document] = await documents.listByIds(ids);
  if (document?.kind !== 'photo') throw new AppError('BAD_REQUEST', 'Parts are kept of photos, and this is a video.');
  const facts = (await annotations.factsOf(ids)).get(document.id) ?? new Map<string, unknown>();
  const kept = new Set([...facts.keys()].filter((key) => splitKey(key).field === 'regions'));
  for (const [key, said] of Object.entries(regions)) kept[said ? 'add' : 'delete'](key);
  if (kept.size > MOST_KEPT_REGIONS)
    throw new AppError('BAD_REQUEST', `Expected at most ${MOST_KEPT_REGIONS} kept parts of a picture but received ${kept.size}.`);
}

/** The version of a field of which nothing was ever said. */
export const NOTHING_SAID = 'none';

interface ChosenSets {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly made: readonly Statement[];
}

async function chooseSets(
  { namedSets }: Repositories,
  kind: SetKind,
  { add, remove }: { add: readonly NamedSetChoice[]; remove: readonly string[] },
): Promise<ChosenSets> {
  const given = [...new Set([...add.flatMap(({ id }) => id ?? []), ...remove])];
  const known = given.length > 0 ? await namedSets.listByIds(kind, given) : [];
  if (known.length < given.length) throw new AppError('NOT_FOUND', `There is no such ${kind} in the archive.`);
  const merged = new Map(known.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const ids = add.flatMap(({ id }) => (id ? [merged.get(id) ?? id] : []));
  const made: Statement[] = [];
  for (const name of new Set(add.flatMap((choice) => choice.name ?? []))) {
    const known = await namedSets.findByName(kind, name);
    // One that a sidecar brought keeps what it is called, and pictures can be put into it.
    if (!known && kind === 'cluster') refuseNameOfJob(name);
    const id = known?.id ?? newId();
    if (!known) made.push({ kind, id, say: { name: { value: name } } });
    ids.push(id);
  }
  return { add: ids, remove, made };
}

// A tag that came from the file is taken off by saying so; one that a person put there is just taken back.
function tagFacts({ add, remove }: CheckedChanges['tags'], effective: ReadonlySet<string>, before: Facts): Record<string, Said | null> {
  const added = add.filter((tag) => before.get(`tags/${tag}`)?.value !== true).map((tag) => [`tags/${tag}`, { value: true }]);
  const removed = remove.filter((tag) => effective.has(tag)).map((tag) => [`tags/${tag}`, { value: false }]);
  return Object.fromEntries([...added, ...removed]) as Record<string, Said | null>;
}

function setFacts(field: 'people' | 'clusters', { add, remove }: ChosenSets, before: Facts): Record<string, Said | null> {
  const added = add.map((id) => [`${field}/${id}`, { value: true }]);
  const removed = remove.filter((id) => before.get(`${field}/${id}`)?.value === true).map((id) => [`${field}/${id}`, { value: false }]);
  return Object.fromEntries([...added, ...removed]) as Record<string, Said | null>;
}

/** Ids of pictures, each once. Throws NOT_FOUND for what is none, BAD_REQUEST for none or too many. */
export function checkSubjects(ids: readonly string[]): string[] {
  const subjects = [...new Set(ids)];
  if (!subjects.every(isId)) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
  if (subjects.length > 0 && subjects.length <= MAX_IMAGES) return subjects;
  throw new AppError('BAD_REQUEST', `Expected 1 to ${MAX_IMAGES} pictures but received ${subjects.length}.`);
}

// Each picture keeps its own words: a long text for ten thousand would fill the memory.
function refuseFlood(count: number, { fields }: CheckedChanges): void {
  const characters = count * JSON.stringify(fields).length;
  if (characters <= MAX_CHARACTERS) return;
  throw new AppError('BAD_REQUEST', `Expected at most ${MAX_CHARACTERS} characters over all pictures but received ${characters}.`);
}
