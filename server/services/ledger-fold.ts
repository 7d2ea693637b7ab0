import type { Decision } from '../repositories/decision.repository.js';
import type { Fact } from '../repositories/fact.js';
import type { SetAttributes, SetKind } from '../repositories/named-set.repository.js';
import { factOf } from './ledger-state.js';

/** What decisions lead to: facts by document and key, and the attributes of people and clusters. */
export interface FoldedState {
  readonly documents: Map<string, Map<string, Fact>>;
  readonly sets: Readonly<Record<SetKind, Map<string, SetAttributes>>>;
}

/**
 * Folds decisions, oldest first: the rebuild of everything people said from the ledger alone, and what the tables are compared with.
 * Decisions of imports are passed over: their words have another level of authority.
 */
export async function foldDecisions(decisions: AsyncIterable<Decision> | Iterable<Decision>): Promise<FoldedState> {
  const state: FoldedState = { documents: new Map(), sets: { person: new Map(), cluster: new Map() } };
  for await (const decision of decisions) if (decision.actor.startsWith('person:')) fold(state, decision);
  return state;
}

function fold(state: FoldedState, decision: Decision): void {
  for (const { kind, id, change } of decision.subjects) {
    if (kind === 'document') foldInto(state.documents, id, (facts) => foldFacts(facts, decision, change));
    if (kind === 'person' || kind === 'cluster') foldSet(state.sets[kind], id, change);
  }
}

function foldFacts(facts: Map<string, Fact>, decision: Decision, change: Decision['subjects'][number]['change']): void {
  for (const [key, { to }] of Object.entries(change)) {
    if (to) facts.set(key, factOf(to, decision));
    else facts.delete(key);
  }
}

function foldInto(documents: FoldedState['documents'], id: string, work: (facts: Map<string, Fact>) => void): void {
  const facts = documents.get(id) ?? new Map<string, Fact>();
  work(facts);
  if (facts.size > 0) documents.set(id, facts);
  else documents.delete(id);
}

function foldSet(sets: Map<string, SetAttributes>, id: string, change: Decision['subjects'][number]['change']): void {
  const said = Object.entries(change).map(([key, { to }]) => [key, (to?.value ?? null) as string | null] as const);
  if (said.length === 0) return;
  const attributes: SetAttributes = { ...sets.get(id), ...Object.fromEntries(said) };
  if (attributes.name === null) sets.delete(id);
  else sets.set(id, attributes);
}
