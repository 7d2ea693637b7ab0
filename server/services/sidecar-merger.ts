import type { Actor } from '../context.js';
import { newId } from '../ids.js';
import type { SidecarFile } from '../media/sidecar.js';
import { parseSidecar, type Sidecar, type ToldFact } from '../media/sidecar-format.js';
import type { Said } from '../repositories/decision.repository.js';
import type { Fact } from '../repositories/fact.js';
import type { Repositories } from '../repositories/repositories.js';
import { actorKey } from '../repositories/unit-of-work.js';
import type { SidecarRepository, SidecarRow } from '../repositories/sidecar.repository.js';
import type { Draft, Ledger, Statement } from './ledger.js';
import { isSame, mergeFacts, type Merge } from './sidecar-merge.js';

/** A sidecar's file, with whose it is and where it lies. */
export interface FoundSidecar extends SidecarFile, Pick<SidecarRow, 'documentId' | 'rootId' | 'path'> {}

/** What a sidecar says; `isOwn` is false when it came with another picture of the archive. */
export interface TakenSidecar {
  readonly sidecar: Sidecar;
  readonly isOwn: boolean;
}

/** Who speaks where a sidecar does not tell who changed it. */
const SIDECAR: Actor = { kind: 'person', id: 'sidecar', name: 'sidecar', role: 'owner' };

/** Takes what sidecars say into the archive: what was changed elsewhere becomes a decision, or a conflict that waits for a person. */
export class SidecarMerger {
  constructor(
    private readonly ledger: Ledger,
    private readonly sidecars: SidecarRepository,
  ) {}

  /**
   * Returns what the file says. Does nothing more when just these bytes were taken before. The words of a sidecar that came with another
   * picture are that picture's. Throws UNPROCESSABLE for what cannot be read.
   */
  async take(found: FoundSidecar): Promise<TakenSidecar> {
    const sidecar = parseSidecar(found.content);
    if (await this.isTaken(found)) return { sidecar, isOwn: true };
    let isOwn = true;
    await this.ledger.decide(SIDECAR, async (repositories) => {
      const documentId = await ownerOf(repositories, sidecar, found.documentId);
      isOwn = documentId === found.documentId;
      const known = await repositories.sidecars.find(found.rootId, found.path);
      const isTaken = known?.hash === found.hash && known.documentId === documentId;
      if (documentId === null) return NOTHING;
      if (isTaken) await repositories.sidecars.put({ ...known, ...seen(found), writtenAt: null });
      return isTaken ? NOTHING : merge(repositories, sidecar, { ...found, documentId });
    });
    return { sidecar, isOwn };
  }

  // Most often it is as it was: that is told without a transaction, which would cost ten times as much.
  private async isTaken(found: FoundSidecar): Promise<boolean> {
    const known = await this.sidecars.find(found.rootId, found.path);
    if (known?.hash !== found.hash || known.documentId !== found.documentId) return false;
    await this.sidecars.put({ ...known, ...seen(found), writtenAt: null });
    return true;
  }
}

/** Which file it is, of anything that tells. */
export function sidecarKeyOf({ rootId, path }: Pick<SidecarRow, 'rootId' | 'path'>): Pick<SidecarRow, 'rootId' | 'path'> {
  return { rootId, path };
}

const NOTHING: Draft = { kind: 'sidecar', subjects: [] };

// Both are locked until the merge is done. Of two pictures that changed their names each finds the other's sidecar beside it.
async function ownerOf(
  { saidState, documents }: Repositories,
  { documentId, contentHash }: Sidecar,
  found: string,
): Promise<string | null> {
  const present = await saidState.lock(documentId === null ? [found] : [found, documentId]);
  if (!present.includes(found)) return null;
  if (documentId === null || !present.includes(documentId)) return found;
  return (await documents.getById(found)).contentHash === contentHash ? found : documentId;
}

async function merge(repositories: Repositories, sidecar: Sidecar, found: FoundSidecar): Promise<Draft> {
  const { documentId } = found;
  const ours = (await repositories.annotations.factsOf([documentId])).get(documentId) ?? new Map<string, Fact>();
  const base = sidecar.documentId === documentId ? await repositories.sidecars.findBase(documentId, sidecar.revision) : null;
  const numbered = await numberByName(repositories, sidecar);
  const outcome = mergeFacts({ base: base ?? new Map(), ours, theirs: numbered.facts });
  const attribute = (key: string, fact: ToldFact): Fact => attributed(fact, base?.get(key), found);
  await keepConflicts(repositories, { outcome, documentId, attribute, at: new Date() });
  if (base === null && ours.size === 0) await restoreConflicts(repositories, sidecar, { documentId, attribute });
  await dropSettled(repositories, documentId, (key) => (outcome.say.has(key) ? outcome.say.get(key) : ours.get(key)));
  const { revision, contentHash } = sidecar;
  await repositories.sidecars.put({ ...seen(found), documentId, revision, contentHash, writtenAt: null });
  // Whatever came of it, the file is to be looked at again: it may lack what is said here.
  await repositories.sidecarQueue.put([documentId]);
  const say = Object.fromEntries([...outcome.say].map(([key, fact]) => [key, fact ? attribute(key, fact) : null]));
  const sets = await statementsOfSets(repositories, numbered.named, say);
  return { kind: 'sidecar', subjects: [...sets, { kind: 'document', id: documentId, say }] };
}

function seen({ rootId, path, hash, bytes, modifiedMs }: FoundSidecar) {
  return { rootId, path, hash, bytes, modifiedMs };
}

// Programs that change a word mostly leave who said it and when as they were: then it is not they who said it.
function attributed({ value, by, at, via }: ToldFact, base: Fact | undefined, { modifiedMs }: FoundSidecar): Fact {
  const isStale = base !== undefined && base.by === by && base.at === at;
  if (!isStale && by !== null && at !== null) return { value, by, at, ...(via ? { via } : {}) };
  const changedAt = new Date(Math.min(modifiedMs, Date.now())).toISOString();
  return { value, by: (isStale ? null : by) ?? actorKey(SIDECAR), at: (isStale ? null : at) ?? changedAt };
}

async function keepConflicts(
  { sidecars }: Repositories,
  {
    outcome,
    documentId,
    attribute,
    at,
  }: { outcome: Merge; documentId: string; attribute: (key: string, fact: ToldFact) => Fact; at: Date },
): Promise<void> {
  for (const [key, theirs] of outcome.conflicts)
    await sidecars.putConflict({ documentId, key, theirs: theirs && attribute(key, theirs), at });
}

async function restoreConflicts(
  { sidecars }: Repositories,
  { conflicts, facts }: Sidecar,
  { documentId, attribute }: { documentId: string; attribute: (key: string, fact: ToldFact) => Fact },
): Promise<void> {
  for (const { key, theirs, at } of conflicts.filter((conflict) => facts.has(conflict.key))) {
    await sidecars.putConflict({ documentId, key, theirs: theirs && attribute(key, theirs), at: at === null ? new Date() : new Date(at) });
  }
}

async function dropSettled(
  { sidecars }: Repositories,
  documentId: string,
  ours: (key: string) => Pick<Fact, 'value'> | undefined,
): Promise<void> {
  for (const { key, theirs } of await sidecars.listConflicts([documentId])) {
    if (isSame(ours(key), theirs ?? undefined)) await sidecars.removeConflict(documentId, key);
  }
}

/** People and clusters that someone wrote by name alone get the id of the one of this name, or a new one. */
async function numberByName({ namedSets }: Repositories, sidecar: Sidecar): Promise<Pick<Sidecar, 'facts' | 'named'>> {
  const [facts, named] = [new Map(sidecar.facts), new Map(sidecar.named)];
  for (const { field, fact, ...set } of sidecar.unnumbered) {
    const same = [...named].find(([key, { name }]) => key.startsWith(`${field}/`) && name === set.name)?.[0];
    const key = same ?? `${field}/${(await namedSets.findByName(KINDS[field], set.name))?.id ?? newId()}`;
    if (!facts.has(key)) facts.set(key, fact);
    named.set(key, set);
  }
  return { facts, named };
}

const KINDS = { people: 'person', clusters: 'cluster' } as const;

/** The people and clusters that are not known here yet come with their ids and names. */
async function statementsOfSets(
  { namedSets }: Repositories,
  named: Sidecar['named'],
  say: Readonly<Record<string, Fact | null>>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const field of ['people', 'clusters'] as const) {
    const ids = Object.keys(say)
      .filter((key) => say[key] && key.startsWith(`${field}/`))
      .map((key) => key.slice(field.length + 1));
    const known = new Set((await namedSets.listByIds(KINDS[field], ids)).map(({ id }) => id));
    for (const id of ids.filter((one) => !known.has(one))) {
      const { name = id, description } = named.get(`${field}/${id}`) ?? {};
      const said: Record<string, Said> = { name: { value: name }, ...(description ? { description: { value: description } } : {}) };
      statements.push({ kind: KINDS[field], id, say: said });
    }
  }
  return statements;
}
