import type { Provenance } from '../database/entities/annotation.entity.js';
import { refreshContents } from '../ingestion/written-text.js';
import type { ChangedSubject, Decision, Said } from '../repositories/decision.repository.js';
import { splitKey, type Fact } from '../repositories/fact.js';
import type { FactWrite } from '../repositories/annotation.repository.js';
import type { SetAttributes, SetKind } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { TakenColumns } from '../repositories/said-state.repository.js';
import { shadowMovesOf } from './cluster-covers.js';
import { takenColumns } from './said-date.js';

/**
 * Writes a decision, the state it leads to and all that follows from that: the one way in which the state of what people said changes.
 * Also how decisions are replayed that a power cut took from the database.
 */
export async function applyDecision(repositories: Repositories, decision: Decision): Promise<void> {
  await repositories.decisions.insert(decision);
  await repositories.clusters.moveShadows(shadowMovesOf(decision));
  for (const kind of ['person', 'cluster'] as const) await applyToSets(repositories, kind, decision);
  await applyToProposals(repositories, decision);
  const touched = await applyToDocuments(repositories, decision);
  const renamed = await membersOfChanged(repositories, decision);
  const documentIds = [...new Set([...touched, ...renamed])];
  await refreshContents(repositories, documentIds);
  await repositories.saidState.queueSidecars(documentIds, decision.id);
}

/** What a decision says, with who and when, which it leaves out where it says so itself. */
export function factOf({ value, by, at, via }: Said, decision: Pick<Decision, 'actor' | 'at'>): Fact {
  return { value, by: by ?? decision.actor, at: at ?? decision.at.toISOString(), ...(via ? { via } : {}) };
}

async function applyToSets(repositories: Repositories, kind: SetKind, { subjects }: Decision): Promise<void> {
  for (const { id, change } of subjects.filter((subject) => subject.kind === kind)) {
    const attributes = Object.fromEntries(Object.entries(change).map(([key, { to }]) => [key, to ? to.value : null])) as SetAttributes;
    if (Object.keys(attributes).length > 0) await repositories.namedSets.apply(kind, id, attributes);
  }
}

async function applyToProposals(repositories: Repositories, { subjects }: Decision): Promise<void> {
  const states = new Map(
    subjects.filter(({ kind }) => kind === 'proposal').map(({ id, change }) => [id, change.state?.to?.value ?? 'open']),
  );
  if (states.size > 0) await repositories.proposals.setStates(states as Map<string, 'open' | 'accepted' | 'rejected'>);
}

async function applyToDocuments(repositories: Repositories, decision: Decision): Promise<string[]> {
  const documents = decision.subjects.filter(({ kind }) => kind === 'document');
  const writes = documents.flatMap((subject) => writesOf(subject, decision));
  await repositories.annotations.putMany(writes, provenanceOf(decision.actor));
  await refreshDerived(repositories, writes);
  return documents.map(({ id }) => id);
}

function writesOf({ id, change }: ChangedSubject, decision: Decision): FactWrite[] {
  return Object.entries(change).map(([key, { to }]) => ({ documentId: id, ...splitKey(key), fact: to ? factOf(to, decision) : null }));
}

function provenanceOf(actor: string): Provenance {
  return actor.startsWith('import:') ? (actor.slice('import:'.length) as Provenance) : 'person';
}

async function refreshDerived({ saidState, annotations, regions }: Repositories, writes: readonly FactWrite[]): Promise<void> {
  const of = (field: string): FactWrite[] => writes.filter((write) => write.field === field);
  const ids = (field: string): string[] => [...new Set(of(field).map(({ documentId }) => documentId))];
  if (of('hidden').length > 0) await saidState.refreshHidden(ids('hidden'));
  if (of('people').length > 0) await saidState.refreshPeople(ids('people'));
  if (of('clusters').length > 0) {
    await saidState.refreshClusters(ids('clusters'));
    await saidState.refreshClusterSizes([...new Set(of('clusters').map(({ element }) => element))]);
  }
  if (of('regions').length > 0) await regions.removeUnkept(ids('regions'));
  if (of('taken').length === 0) return;
  const facts = await annotations.factsOf(ids('taken'));
  const dates = new Map<string, TakenColumns>();
  for (const id of ids('taken')) {
    const columns = takenColumns(facts.get(id)?.get('taken')?.value);
    if (columns) dates.set(id, columns);
  }
  await saidState.setTaken(dates);
  await saidState.clearTaken(ids('taken').filter((id) => !dates.has(id)));
}

// A name that changes stands in the texts and sidecars of everything under it.
async function membersOfChanged({ namedSets }: Repositories, { subjects }: Decision): Promise<string[]> {
  const changed = (wanted: SetKind): string[] =>
    subjects.filter(({ kind, change }) => kind === wanted && Object.keys(change).length > 0).map(({ id }) => id);
  const [people, clusters] = [changed('person'), changed('cluster')];
  return [
    ...(people.length > 0 ? await namedSets.listMembers('person', people) : []),
    ...(clusters.length > 0 ? await namedSets.listMembers('cluster', clusters) : []),
  ];
}
