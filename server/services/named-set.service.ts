import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { CountedSet } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { containsPattern } from '../repositories/sql.js';
import { mayDo } from '../security/policies.js';
import { checkName } from './annotation-changes.js';
import type { Draft, Ledger, Statement } from './ledger.js';

/** A decision that was made, and how many pictures it is about. */
export interface DecisionMade {
  readonly decisionId: string;
  readonly imageCount: number;
}

const MAX_LISTED = 200;
const MAX_SEARCH = 200;

/** People and tags: finding them, naming people, merging those who are one. Each act is one decision that can be undone. */
export class NamedSetService {
  constructor(
    private readonly ledger: Ledger,
    private readonly repositories: Repositories,
  ) {}

  /** People whose name holds the text, those with most pictures first; for whoever may not see hidden pictures only those in others (T21). */
  async listPeople({ search, first }: { search?: string | null; first: number }, actor: Actor): Promise<CountedSet[]> {
    const people = await this.repositories.namedSets.searchPeople(patternOf(search ?? null), checkFirst(first));
    return mayDo({ actor }, 'seeHidden') ? people : people.filter(({ count }) => count > 0);
  }

  /** Tags that hold the text, said or read from files, most frequent first. */
  async listTags(search: string | null, first: number): Promise<{ name: string; count: number }[]> {
    const tags = await this.repositories.annotations.listTags(patternOf(search), checkFirst(first));
    return tags.map(({ element, count }) => ({ name: element, count }));
  }

  /** Throws NOT_FOUND, BAD_REQUEST for an empty name, CONFLICT when it is the name already. */
  async renamePerson(id: string, name: string, actor: Actor): Promise<DecisionMade> {
    const say = { name: { value: checkName(name) } };
    return this.decide(actor, async (repositories) => {
      await refuseUnknown(repositories, [id]);
      return { kind: 'rename', subjects: [{ kind: 'person', id, say }] };
    });
  }

  /** Makes several people one: what shows any of them shows `into`. Throws NOT_FOUND, BAD_REQUEST. */
  async mergePeople(ids: readonly string[], into: string, actor: Actor): Promise<DecisionMade> {
    const others = [...new Set(ids)].filter((id) => id !== into);
    if (others.length === 0) throw new AppError('BAD_REQUEST', 'Expected at least one other person to merge but received none.');
    return this.decide(actor, async (repositories) => {
      await refuseUnknown(repositories, [into, ...others]);
      return { kind: 'merge', subjects: await mergeStatements(repositories, others, into) };
    });
  }

  private async decide(actor: Actor, compose: (repositories: Repositories) => Promise<Draft>): Promise<DecisionMade> {
    const decision = await this.ledger.decide(actor, compose);
    if (!decision) throw new AppError('CONFLICT', 'It is so already: nothing was changed.');
    return { decisionId: decision.id, imageCount: decision.subjects.filter(({ kind }) => kind === 'document').length };
  }
}

// Who was merged stays as a pointer to the other, so that old links find them.
async function mergeStatements({ namedSets, annotations }: Repositories, others: readonly string[], into: string): Promise<Statement[]> {
  const documents = await namedSets.listMembers('person', others);
  const facts = await annotations.factsOf(documents);
  const moved = documents.map((id): Statement => {
    const said = others.filter((other) => facts.get(id)?.get(`people/${other}`)?.value === true);
    const takenBack = Object.fromEntries(said.map((other) => [`people/${other}`, null]));
    return { kind: 'document', id, say: said.length > 0 ? { ...takenBack, [`people/${into}`]: { value: true } } : {} };
  });
  return [...others.map((id): Statement => ({ kind: 'person', id, say: { mergedInto: { value: into } } })), ...moved];
}

async function refuseUnknown({ namedSets }: Repositories, ids: readonly string[]): Promise<void> {
  const people = await namedSets.listByIds('person', ids);
  if (people.length < new Set(ids).size) throw new AppError('NOT_FOUND', 'There is no such person in the archive.');
}

/** A LIKE pattern for a text that someone searches names by. Throws BAD_REQUEST for one that is too long. */
export function patternOf(search: string | null): string {
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
