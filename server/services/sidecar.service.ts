import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { Said } from '../repositories/decision.repository.js';
import { splitKey, type Fact, type FactField } from '../repositories/fact.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { SidecarCounts, SidecarProblem, SidecarStanding } from '../repositories/sidecar-queue.repository.js';
import { setKindOf } from './ledger-keys.js';
import type { Ledger } from './ledger.js';
import type { DecisionMade } from './named-set.service.js';
import type { SidecarPlaces } from './sidecar-places.js';
import type { SidecarPump } from './sidecar-pump.js';

/** Words of a sidecar that differ from ours although both began with others; null: nothing is said. */
export interface ShownConflict {
  readonly key: string;
  readonly field: FactField;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** How the sidecar of a picture stands, as it is shown. */
export interface ShownSidecar {
  readonly state: 'none' | 'written' | 'pending' | 'failing' | 'conflict';
  readonly message: string | null;
  readonly place: Root['sidecars'];
  readonly writtenAt: Date | null;
  readonly conflicts: readonly ShownConflict[];
}

/** Something that keeps a sidecar from being written or merged, as a sentence. */
export interface ShownProblem {
  readonly documentId: string;
  readonly message: string;
  readonly since: Date;
  readonly cursor: string;
}

const IDS_PER_SLICE = 1000;

/** How sidecars stand, what is in their way, and what a person decides about them. */
export class SidecarService {
  constructor(
    private readonly repositories: Repositories,
    private readonly places: SidecarPlaces,
    private readonly ledger: Ledger,
    private readonly pump: SidecarPump,
  ) {}

  /** By document, in their order. */
  async describe(documentIds: readonly string[]): Promise<ShownSidecar[]> {
    const standings = new Map((await this.repositories.sidecarQueue.standingOf(documentIds)).map((row) => [row.documentId, row]));
    const places = await this.places.listOf(documentIds);
    const shown: ShownSidecar[] = [];
    for (const id of documentIds) {
      const standing = standings.get(id);
      const conflicts = standing && standing.conflicts > 0 ? await this.conflictsOf(id) : [];
      const { writtenAt = null, error = null } = standing ?? {};
      shown.push({ state: stateOf(standing), message: error, place: places.get(id)?.isOurs ? 'apart' : 'beside', writtenAt, conflicts });
    }
    return shown;
  }

  count(): Promise<SidecarCounts> {
    return this.repositories.sidecarQueue.count();
  }

  /** What is in the way, the longest first. Throws BAD_REQUEST for a malformed size or cursor. */
  async listProblems(request: PageRequest): Promise<Page<ShownProblem> & { totalCount: number }> {
    const page = await this.repositories.sidecarQueue.listProblems(request);
    return { ...page, rows: page.rows.map((row) => ({ ...row, message: sentenceOf(row) })) };
  }

  /** Where the sidecars of these pictures are written. */
  async planOf(documentIds: readonly string[]): Promise<{ beside: number; apart: number }> {
    const plan = { beside: 0, apart: 0 };
    for (let from = 0; from < documentIds.length; from += IDS_PER_SLICE) {
      const places = await this.places.listOf(documentIds.slice(from, from + IDS_PER_SLICE));
      for (const { isOurs } of places.values()) plan[isOurs ? 'apart' : 'beside'] += 1;
    }
    return plan;
  }

  /** Ends a conflict by saying one side's words. Throws NOT_FOUND when there is none (any more). */
  async resolve(
    { documentId, key, keep }: { documentId: string; key: string; keep: 'mine' | 'theirs' },
    actor: Actor,
  ): Promise<DecisionMade> {
    const decision = await this.ledger.decide(actor, async (repositories) => {
      await repositories.saidState.lock([documentId]);
      const conflict = (await repositories.sidecars.listConflicts([documentId])).find((one) => one.key === key);
      if (!conflict) throw new AppError('NOT_FOUND', 'There is no such conflict any more.');
      await repositories.sidecars.removeConflict(documentId, key);
      await repositories.sidecarQueue.put([documentId]);
      const mine = (await repositories.annotations.factsOf([documentId])).get(documentId)?.get(key);
      const said: Said | null = (keep === 'mine' ? mine : conflict.theirs && { value: conflict.theirs.value }) ?? null;
      return {
        kind: 'resolve',
        isKept: true,
        payload: { key, keep },
        subjects: [{ kind: 'document', id: documentId, say: { [key]: said } }],
      };
    });
    this.pump.hurry();
    return { decisionId: decision?.id ?? '', imageCount: 1 };
  }

  /** Says where the sidecars of a root are written; those there are move. Throws NOT_FOUND, BAD_REQUEST where the root cannot have that. */
  async setPlace(rootId: string, place: Root['sidecars']): Promise<void> {
    const root = await this.repositories.roots.getById(rootId);
    if (place === 'beside' && root.kind !== 'folder') {
      throw new AppError(
        'BAD_REQUEST',
        'Nothing is ever written into a photo library or an export: its sidecars are kept in the data folder.',
      );
    }
    await this.repositories.roots.setSidecars(rootId, place);
    await this.repositories.sidecarQueue.putOfRoot(rootId);
    this.pump.hurry();
  }

  private async conflictsOf(documentId: string): Promise<ShownConflict[]> {
    const facts = (await this.repositories.annotations.factsOf([documentId])).get(documentId);
    const shown: ShownConflict[] = [];
    for (const { key, theirs } of await this.repositories.sidecars.listConflicts([documentId])) {
      const name = await this.nameOf(key);
      const mine = textOf(facts?.get(key), name);
      shown.push({ key, field: splitKey(key).field as FactField, mine, theirs: textOf(theirs ?? undefined, name) });
    }
    return shown;
  }

  private async nameOf(key: string): Promise<string> {
    const { field, element } = splitKey(key);
    const kind = setKindOf(field);
    const [set] = kind ? await this.repositories.namedSets.listByIds(kind, [element]) : [];
    return set?.name ?? element;
  }
}

function stateOf(standing: SidecarStanding | undefined): ShownSidecar['state'] {
  if (!standing) return 'none';
  if (standing.error !== null) return 'failing';
  if (standing.conflicts > 0) return 'conflict';
  if (standing.isPending) return 'pending';
  return standing.writtenAt ? 'written' : 'none';
}

function sentenceOf({ error, conflicts }: SidecarProblem): string {
  const differing = conflicts === 1 ? 'One field was' : `${conflicts} fields were`;
  return error ?? `${differing} changed here and in the sidecar. Choose which words stand.`;
}

function textOf(fact: Pick<Fact, 'value'> | undefined, element: string): string | null {
  if (!fact || fact.value === null) return null;
  if (element !== '') return fact.value === true ? element : `not ${element}`;
  if (typeof fact.value !== 'object') return String(fact.value);
  const { local, name, latitude, longitude } = fact.value as Record<string, unknown>;
  return String(local ?? name ?? `${String(latitude)}, ${String(longitude)}`);
}
