import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import { decisionCursor, type ChangedSubject, type DecisionRow, type LaterDecision } from '../repositories/decision.repository.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import type { Repositories } from '../repositories/repositories.js';
import { shadowsBack } from './cluster-covers.js';
import type { Ledger, Statement } from './ledger.js';
import type { SaidChange } from './ledger-words.js';

/** What became of an undo: done, or refused because of later decisions that build on what it would take away. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly decisionId: string; readonly imageCount: number }
  | { readonly kind: 'conflict'; readonly message: string; readonly decisions: DecisionRow[] };

const MAX_NAMED = 20;
const MAX_PAGE = 200;

class Blocked extends Error {
  constructor(readonly decisions: DecisionRow[]) {
    super('Later decisions build on it.');
  }
}

/** The history of what people said: reading it, taking parts of it back, handing it out. */
export class DecisionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly repositories: Repositories,
  ) {}

  /** Newest first, of all or about one picture. Throws BAD_REQUEST for a malformed size or cursor. */
  async list(page: PageRequest, imageId: string | null): Promise<Page<DecisionRow> & { totalCount: number }> {
    if (page.first > MAX_PAGE)
      throw new AppError('BAD_REQUEST', `Expected at most ${MAX_PAGE} decisions a page but received ${page.first}.`);
    const { decisions } = this.repositories;
    if (imageId !== null && !isId(imageId)) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    return { ...(await decisions.list(page, imageId)), totalCount: await decisions.count(imageId) };
  }

  /** The cursor of a page that follows this decision. */
  cursorOf(decision: DecisionRow): string {
    return decisionCursor(decision);
  }

  /**
   * Takes a decision back by another one that says what was said before. Throws NOT_FOUND; CONFLICT when it was taken back already or
   * its words were forgotten.
   */
  async undo(id: string, actor: Actor): Promise<UndoOutcome> {
    try {
      const decision = await this.ledger.decide(actor, async (repositories) => {
        const undone = await getUndoable(repositories, id);
        await repositories.saidState.lock(undone.subjects.filter(({ kind }) => kind === 'document').map((subject) => subject.id));
        await lockSets(repositories, undone);
        await refuseBuiltUpon(repositories, undone);
        const { images, says } = aboutSearches(undone);
        return {
          kind: 'undo',
          undoes: id,
          says,
          payload: { of: undone.kind, ...images, ...shadowsBack(undone) },
          subjects: undone.subjects.map(reversed),
        };
      });
      if (!decision) throw new AppError('CONFLICT', 'There is nothing left of this decision that could be taken back.');
      return { kind: 'undone', decisionId: decision.id, imageCount: decision.subjects.filter(({ kind }) => kind === 'document').length };
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      return { kind: 'conflict', message: blockedMessage(error.decisions.length), decisions: error.decisions };
    }
  }

  /** Everything that was said, oldest first, one JSON object a line. */
  async *exportLines(): AsyncGenerator<string> {
    for await (const decision of this.repositories.decisions.readAll()) yield `${JSON.stringify(decision)}\n`;
  }
}

async function getUndoable({ decisions }: Repositories, id: string): Promise<DecisionRow> {
  const decision = await decisions.findById(id);
  if (!decision) throw new AppError('NOT_FOUND', 'There is no such decision.');
  if (decision.redactedAt || decision.kind === 'forget') {
    throw new AppError('CONFLICT', 'The words of this decision were forgotten; it cannot be taken back.');
  }
  return decision;
}

// What was said of searches names no picture: the words and the number stand in the payload alone.
function aboutSearches({ payload }: DecisionRow): { says: SaidChange[]; images: object } {
  const said = 'said' in payload ? (payload.said as SaidChange[]) : [];
  const says = said.filter(({ field }) => field === 'search').map((one) => ({ ...one, isRemoved: !one.isRemoved }));
  return { says, images: says.length > 0 && 'images' in payload ? { images: payload.images } : {} };
}

// Whoever puts a picture into one of them just now is waited for and seen, or finds it gone.
async function lockSets({ namedSets }: Repositories, { subjects }: DecisionRow): Promise<void> {
  for (const kind of ['person', 'cluster'] as const)
    await namedSets.lock(
      kind,
      subjects.filter((subject) => subject.kind === kind).map(({ id }) => id),
    );
}

async function refuseBuiltUpon({ decisions }: Repositories, { id, at }: DecisionRow): Promise<void> {
  const later = await decisions.listLater({ id, at });
  const standing = standingOf(later);
  if (standing.some(({ undoes }) => undoes === id)) throw new AppError('CONFLICT', 'This decision was taken back already.');
  const blocking = standing.filter(({ undoes }) => undoes === null || !later.some((one) => one.id === undoes));
  if (blocking.length === 0) return;
  throw new Blocked(await decisions.listByIds(blocking.slice(0, MAX_NAMED).map((blocker) => blocker.id)));
}

/** Of later decisions, newest first, those that no standing one took back. */
function standingOf(later: readonly LaterDecision[]): LaterDecision[] {
  const undone = new Set<string>();
  const standing: LaterDecision[] = [];
  for (const decision of later) {
    if (undone.has(decision.id)) continue;
    standing.push(decision);
    if (decision.undoes) undone.add(decision.undoes);
  }
  return standing;
}

// What was said before comes back with who said it and when.
function reversed({ kind, id, change }: ChangedSubject): Statement {
  return { kind, id, say: Object.fromEntries(Object.entries(change).map(([key, { from }]) => [key, from ?? null])) };
}

function blockedMessage(count: number): string {
  return `${count === 1 ? 'A later decision builds' : `${count} later decisions build`} on this one. Take ${count === 1 ? 'it' : 'them'} back first.`;
}
