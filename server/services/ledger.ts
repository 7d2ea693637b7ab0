import type { Actor } from '../context.js';
import type { SubjectKind } from '../database/entities/decision-subject.entity.js';
import { newId } from '../ids.js';
import type { Change, ChangedSubject, Decision, Said } from '../repositories/decision.repository.js';
import { isSameValue, splitKey, type Fact } from '../repositories/fact.js';
import type { Repositories } from '../repositories/repositories.js';
import { actorKey, type UnitOfWork } from '../repositories/unit-of-work.js';
import { setKindOf } from './ledger-keys.js';
import { applyDecision } from './ledger-state.js';
import { describeChanges, type SaidChange } from './ledger-words.js';

/** What is to be said of one subject: by key, a value, or null to take back what was said. */
export interface Statement {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly say: Readonly<Record<string, Said | null>>;
}

/** A decision before it is known what it changes. */
export interface Draft {
  readonly kind: string;
  readonly subjects: readonly Statement[];
  /** What it says of no picture itself, for example that a search is right about it. */
  readonly says?: readonly SaidChange[];
  /** Shown with the decision; what it says is added by itself. */
  readonly payload?: object;
  readonly undoes?: string;
  /** Whether it is a decision even where it leaves everything as it is. */
  readonly isKept?: boolean;
}

/** Where all decisions are made: what was said before is looked up, the decision and all that follows from it are written in one unit of work. */
export class Ledger {
  private readonly listeners = new Set<(decision: Decision) => void>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes one decision. `compose` reads what it needs inside the unit of work; documents it names are locked until the end.
   * Returns null when nothing would change: then nothing is written.
   */
  async decide(actor: Actor, compose: (repositories: Repositories) => Promise<Draft>): Promise<Decision | null> {
    const decision = await this.unitOfWork(actor, async (repositories) => {
      const draft = await compose(repositories);
      const made = await this.make(repositories, draft, actor);
      if (made) await applyDecision(repositories, made);
      return made;
    });
    if (decision) this.listeners.forEach((listener) => listener(decision));
    return decision;
  }

  /** Hears of every decision made here once it is stored; returns the way to stop. */
  onDecision(listener: (decision: Decision) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private async make(repositories: Repositories, draft: Draft, actor: Actor): Promise<Decision | null> {
    const documentIds = draft.subjects.filter(({ kind }) => kind === 'document').map(({ id }) => id);
    const present = new Set(await repositories.saidState.lock(documentIds));
    const before = await saidBefore(repositories, draft.subjects);
    const changed = draft.subjects
      .filter(({ kind, id }) => kind !== 'document' || present.has(id))
      .map(({ kind, id, say }) => ({ kind, id, change: changeOf(say, before(kind, id)) }));
    const subjects = withNamedSets(changed);
    if (!draft.isKept && subjects.every(({ change }) => Object.keys(change).length === 0)) return null;
    const said = [...(await describeChanges(repositories, subjects)), ...(draft.says ?? [])];
    return {
      id: newId(),
      // Read after the lock: of two decisions about one picture the later has the later time.
      at: new Date(),
      actor: actorKey(actor),
      kind: draft.kind,
      payload: { ...draft.payload, said },
      undoes: draft.undoes ?? null,
      subjects,
    };
  }
}

async function saidBefore(
  repositories: Repositories,
  subjects: readonly Statement[],
): Promise<(kind: SubjectKind, id: string) => ReadonlyMap<string, Said>> {
  const ids = (wanted: SubjectKind): string[] => subjects.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const facts: ReadonlyMap<string, ReadonlyMap<string, Fact>> = await repositories.annotations.factsOf(ids('document'));
  const attributes = new Map<string, Map<string, Said>>();
  for (const kind of ['person', 'cluster'] as const) {
    for (const { id, name, description, mergedInto } of await repositories.namedSets.listByIds(kind, ids(kind))) {
      const given = Object.entries({ name, description, mergedInto }).filter(([, value]) => value !== null);
      attributes.set(id, new Map(given.map(([key, value]) => [key, { value }])));
    }
  }
  const states = await repositories.proposals.statesOf(ids('proposal'));
  for (const [id, state] of states) if (state !== 'open') attributes.set(id, new Map([['state', { value: state }]]));
  return (kind, id) => (kind === 'document' ? facts.get(id) : attributes.get(id)) ?? new Map<string, Said>();
}

function changeOf(say: Statement['say'], before: ReadonlyMap<string, Said>): Change {
  const change: Record<string, { from?: Said; to?: Said }> = {};
  for (const [key, to] of Object.entries(say)) {
    const from = before.get(key);
    if (from && to ? isSameValue(from.value, to.value) : !from && !to) continue;
    change[key] = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
  return change;
}

// A person or cluster that documents are put into is a subject as well: whoever made it cannot unmake it under them.
function withNamedSets(subjects: readonly ChangedSubject[]): ChangedSubject[] {
  const known = new Set(subjects.map(({ id }) => id));
  const named = new Map<string, ChangedSubject>();
  const keys = new Set(subjects.flatMap(({ kind, change }) => (kind === 'document' ? Object.keys(change) : [])));
  for (const { field, element } of [...keys].map(splitKey)) {
    const kind = setKindOf(field);
    if (kind && !known.has(element)) named.set(element, { kind, id: element, change: {} });
  }
  return [...subjects.filter(({ kind, change }) => kind !== 'document' || Object.keys(change).length > 0), ...named.values()];
}
