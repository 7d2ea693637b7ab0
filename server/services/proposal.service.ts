import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { factKey } from '../repositories/fact.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import { proposalCursor, type ProposalGroupRow, type ProposalGroupKey, type ProposalRow } from '../repositories/proposal.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Ledger, Statement } from './ledger.js';
import type { SaidChange } from './ledger-words.js';
import type { PropagationService } from './propagation.service.js';

/** A suggestion with the picture it is about, and the cursor of a page that follows it. */
export interface Proposal extends ProposalRow {
  readonly image: DocumentRow;
  readonly cursor: string;
}

/** Open suggestions of one thing, with the best of their pictures. */
export interface ProposalGroup extends Omit<ProposalGroupRow, 'documentIds'> {
  readonly samples: DocumentRow[];
}

/** The decision that answered suggestions, and how many pictures it is about. */
export interface Answer {
  readonly decisionId: string;
  readonly imageCount: number;
}

const MOST_ANSWERED = 10_000;

/** What jobs suggest, and what a person answers: each answer is one decision, however many suggestions it is of. */
export class ProposalService {
  constructor(
    private readonly repositories: Repositories,
    private readonly ledger: Ledger,
    private readonly propagation: PropagationService,
  ) {}

  /** Proposes what a decision said for the neighbours of its pictures. Throws NOT_FOUND. Repeating it gives the same. */
  async proposeToNeighbours(decisionId: string): Promise<{ count: number; groups: ProposalGroup[] }> {
    await this.propagation.propose(decisionId);
    const groups = await this.listGroups(decisionId);
    return { count: groups.reduce((sum, group) => sum + group.count, 0), groups };
  }

  /** Open ones, largest group first; of all, or of those that were proposed from one decision. */
  async listGroups(decisionId: string | null): Promise<ProposalGroup[]> {
    const groups = decisionId === null || isId(decisionId) ? await this.repositories.proposals.listGroups(decisionId) : [];
    const rows = await this.repositories.documents.listByIds(groups.flatMap(({ documentIds }) => documentIds));
    const images = new Map(rows.map((row) => [row.id, row]));
    return groups.map(({ documentIds, ...group }) => ({ ...group, samples: documentIds.flatMap((id) => images.get(id) ?? []) }));
  }

  /** Open ones of one target, best first. Throws BAD_REQUEST for a malformed target, size or cursor. */
  async list(target: ProposalGroupKey, page: PageRequest): Promise<Page<Proposal> & { totalCount: number }> {
    if (target.decisionId && !isId(target.decisionId)) throw new AppError('NOT_FOUND', 'There is no such decision.');
    if (target.element.includes('\0')) throw new AppError('BAD_REQUEST', 'Expected a tag without the character NUL.');
    const { proposals, documents } = this.repositories;
    const found = await proposals.page(target, page);
    const images = new Map((await documents.listByIds(found.rows.map(({ documentId }) => documentId))).map((row) => [row.id, row]));
    const rows = found.rows.flatMap((row) => {
      const image = images.get(row.documentId);
      return image ? [{ ...row, image, cursor: proposalCursor(row) }] : [];
    });
    return { ...found, rows, totalCount: await proposals.countOpen(target) };
  }

  countOpen(): Promise<number> {
    return this.repositories.proposals.countOpen();
  }

  /** Says of the pictures what was proposed, and that it was. Throws BAD_REQUEST for too many, CONFLICT where none is open any more. */
  accept(ids: readonly string[], actor: Actor): Promise<Answer> {
    return this.answer(ids, 'accept', actor);
  }

  /** Says of the pictures that what was proposed is not so: it is never proposed again. Throws as `accept`. */
  reject(ids: readonly string[], actor: Actor): Promise<Answer> {
    return this.answer(ids, 'reject', actor);
  }

  private async answer(ids: readonly string[], kind: 'accept' | 'reject', actor: Actor): Promise<Answer> {
    const wanted = [...new Set(ids)].filter(isId);
    if (wanted.length === 0 || wanted.length > MOST_ANSWERED) {
      throw new AppError('BAD_REQUEST', `Expected 1 to ${MOST_ANSWERED} suggestions but received ${wanted.length}.`);
    }
    const decision = await this.ledger.decide(actor, async ({ proposals }) => {
      const open = await proposals.lockOpen(wanted);
      if (open.length === 0) throw new AppError('CONFLICT', 'These suggestions were answered already. Look at the list again.');
      const subjects = [...statementsOf(open, kind), ...open.map(({ id }) => answered(id, kind))];
      const says = saysOf(open, kind);
      return { kind, subjects, says, payload: says.length > 0 ? { images: countPictures(open) } : {} };
    });
    if (!decision) throw new AppError('CONFLICT', 'These suggestions were answered already. Look at the list again.');
    const { images: imageCount } = {
      images: decision.subjects.filter((subject) => subject.kind === 'document').length,
      ...decision.payload,
    };
    return { decisionId: decision.id, imageCount };
  }
}

function statementsOf(open: readonly ProposalRow[], kind: 'accept' | 'reject'): Statement[] {
  const statements = new Map<string, Record<string, Statement['say'][string]>>();
  for (const { documentId, field, element, score, model } of open.filter(isSaidOfPicture)) {
    const say = statements.get(documentId) ?? {};
    say[factKey(field, element)] = kind === 'accept' ? { value: true, via: { kind: 'proposal', score, model } } : { value: false };
    statements.set(documentId, say);
  }
  return [...statements].map(([id, say]) => ({ kind: 'document', id, say }));
}

// That a search is right about a picture is no word about the picture: it stands with the suggestion alone, and in the history.
function isSaidOfPicture({ kind }: ProposalRow): boolean {
  return kind !== 'search';
}

function saysOf(open: readonly ProposalRow[], answer: 'accept' | 'reject'): SaidChange[] {
  const names = new Set(open.filter((row) => !isSaidOfPicture(row)).map(({ name }) => name));
  return [...names].map((text) => ({ field: 'search', text, isRemoved: answer === 'reject' }));
}

function countPictures(open: readonly ProposalRow[]): number {
  return new Set(open.map(({ documentId }) => documentId)).size;
}

function answered(id: string, kind: 'accept' | 'reject'): Statement {
  return { kind: 'proposal', id, say: { state: { value: kind === 'accept' ? 'accepted' : 'rejected' } } };
}
