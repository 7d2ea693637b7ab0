import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { Said } from '../repositories/decision.repository.js';
import type { CountedSet, NamedSet, SetKind } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { containsPattern } from '../repositories/sql.js';
import { mayDo } from '../security/policies.js';
import { checkName, tidyText } from './annotation-changes.js';
import type { Draft, Ledger, Statement } from './ledger.js';

/** A decision that was made, and how many pictures it is about. */
export interface DecisionMade {
  readonly decisionId: string;
  readonly imageCount: number;
}

/** A user cluster as it is shown. */
export type UserCluster = CountedSet & { readonly kind: 'user' };

const MAX_LISTED = 200;
const MAX_SEARCH = 200;

/** People and user clusters: finding them, naming them, merging what is the same. Each act is one decision that can be undone. */
export class NamedSetService {
  constructor(
    private readonly ledger: Ledger,
    private readonly repositories: Repositories,
  ) {}

  /** Sets whose name holds the text, largest first; for whoever may not see hidden pictures those that are of others (T21). */
  async list(kind: SetKind, { search, first }: { search?: string | null; first: number }, actor: Actor): Promise<CountedSet[]> {
    const sets = await this.repositories.namedSets.search(kind, patternOf(search ?? null), checkFirst(first));
    return mayDo({ actor }, 'seeHidden') ? sets : sets.filter(({ count }) => count > 0);
  }

  /** Tags that hold the text, said or read from files, most frequent first. */
  async listTags(search: string | null, first: number): Promise<{ name: string; count: number }[]> {
    const tags = await this.repositories.annotations.listTags(patternOf(search), checkFirst(first));
    return tags.map(({ element, count }) => ({ name: element, count }));
  }

  /** Renames or describes. Throws NOT_FOUND, BAD_REQUEST for no change, CONFLICT when it is so already. */
  async change(
    kind: SetKind,
    { id, name, description }: { id: string; name?: string | null; description?: string | null },
    actor: Actor,
  ): Promise<DecisionMade> {
    const say: Record<string, Said | null> = {};
    if (name !== undefined && name !== null) say.name = { value: checkName(name) };
    if (description !== undefined) say.description = descriptionOf(description);
    if (Object.keys(say).length === 0) throw new AppError('BAD_REQUEST', 'Expected a name or a description but received neither.');
    return this.decide(actor, async (repositories) => {
      await getSets(repositories, kind, [id]);
      return { kind: say.name ? 'rename' : 'describe', subjects: [{ kind, id, say }] };
    });
  }

  /** Makes several sets one: what was in any of them is in `into`, the others are gone. Throws NOT_FOUND, BAD_REQUEST. */
  async merge(kind: SetKind, { ids, into }: { ids: readonly string[]; into: string }, actor: Actor): Promise<DecisionMade> {
    const others = [...new Set(ids)].filter((id) => id !== into);
    if (others.length === 0) throw new AppError('BAD_REQUEST', `Expected at least one other ${kind} to merge but received none.`);
    return this.decide(actor, async (repositories) => {
      await getSets(repositories, kind, [into, ...others]);
      return { kind: 'merge', subjects: await mergeStatements(repositories, kind, { others, into }) };
    });
  }

  private async decide(actor: Actor, compose: (repositories: Repositories) => Promise<Draft>): Promise<DecisionMade> {
    const decision = await this.ledger.decide(actor, compose);
    if (!decision) throw new AppError('CONFLICT', 'It is so already: nothing was changed.');
    return { decisionId: decision.id, imageCount: decision.subjects.filter(({ kind }) => kind === 'document').length };
  }
}

/** Says of a set that it is a cluster, and whose. */
export function asCluster(set: CountedSet): UserCluster {
  return { ...set, kind: 'user' };
}

// A person stays as a pointer to the other, so that old links find them; a cluster goes.
async function mergeStatements(
  repositories: Repositories,
  kind: SetKind,
  { others, into }: { others: readonly string[]; into: string },
): Promise<Statement[]> {
  const field = kind === 'person' ? 'people' : 'clusters';
  const documents = await repositories.namedSets.listMembers(kind, others);
  const facts = await repositories.annotations.factsOf(documents);
  const moved = documents.map((id): Statement => {
    const said = others.filter((other) => facts.get(id)?.get(`${field}/${other}`)?.value === true);
    const takenBack = Object.fromEntries(said.map((other) => [`${field}/${other}`, null]));
    return { kind: 'document', id, say: { ...takenBack, ...(said.length > 0 ? { [`${field}/${into}`]: { value: true } } : {}) } };
  });
  const gone = others.map((id): Statement => ({
    kind,
    id,
    say: kind === 'person' ? { mergedInto: { value: into } } : { name: null, description: null },
  }));
  return [...gone, ...moved];
}

async function getSets({ namedSets }: Repositories, kind: SetKind, ids: readonly string[]): Promise<NamedSet[]> {
  const sets = await namedSets.listByIds(kind, ids);
  if (sets.length < new Set(ids).size) throw new AppError('NOT_FOUND', `There is no such ${kind} in the archive.`);
  return sets;
}

function descriptionOf(description: string | null): Said | null {
  const tidy = description === null ? null : tidyText(description, 'description');
  return tidy === null ? null : { value: tidy };
}

function patternOf(search: string | null): string {
  const text = (search ?? '').trim();
  if (text.length > MAX_SEARCH || text.includes('\0')) {
    throw new AppError('BAD_REQUEST', `Expected a text of at most ${MAX_SEARCH} characters without the character NUL.`);
  }
  return containsPattern(text);
}

function checkFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_LISTED) return first;
  throw new AppError('BAD_REQUEST', `Expected 1 to ${MAX_LISTED} entries but received ${first}.`);
}
