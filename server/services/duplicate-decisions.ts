import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import type { Decision } from '../repositories/decision.repository.js';
import type { DuplicateMark } from '../repositories/duplicate.repository.js';
import { factKey } from '../repositories/fact.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Ledger, Statement } from './ledger.js';

/** What is said of a picture, or of one of its files (`<root name>/<relative path>`); null takes back what was said. */
export interface MarkRequest {
  readonly imageId: string;
  readonly path?: string | null;
  readonly mark?: DuplicateMark | null;
}

/** A decision about duplicates. */
export interface DuplicateDecision {
  readonly decisionId: string;
  readonly imageCount: number;
}

const MOST_MARKS = 1000;
const MOST_APART = 200;

/** What a person says of duplicates: each act is one decision of the ledger, which no run of a job changes. Files are never touched. */
export class DuplicateDecisions {
  constructor(
    private readonly repositories: Pick<Repositories, 'documents' | 'sources'>,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Says which are kept and which are spare. Throws BAD_REQUEST for none or too many, for two marks of one, and where no file of a picture
   * would be kept; NOT_FOUND for a picture or a file that the archive does not have; CONFLICT where all of it was said already.
   */
  async mark(marks: readonly MarkRequest[], actor: Actor): Promise<DuplicateDecision> {
    if (marks.length === 0 || marks.length > MOST_MARKS)
      throw new AppError('BAD_REQUEST', `Expected 1 to ${MOST_MARKS} marks but received ${marks.length}.`);
    const ids = [...new Set(marks.map(({ imageId }) => imageId))];
    await this.requireDocuments(ids);
    await this.requireFiles(marks);
    const says = new Map<string, Record<string, Statement['say'][string]>>(ids.map((id) => [id, {}]));
    for (const { imageId, path, mark } of marks) {
      const say = says.get(imageId) ?? {};
      const key = path ? factKey('spareFiles', path) : 'duplicate';
      if (key in say) throw new AppError('BAD_REQUEST', 'Expected at most one mark for each picture and file.');
      say[key] = mark ? { value: path ? mark === 'spare' : mark } : null;
    }
    return this.decide(
      [...says].map(([id, say]) => ({ kind: 'document', id, say })),
      actor,
    );
  }

  /** Says that no two of these pictures are duplicates, for ever; a mark of them as spare is taken back. Throws as `mark`. */
  async setApart(imageIds: readonly string[], actor: Actor): Promise<DuplicateDecision> {
    const ids = [...new Set(imageIds)];
    if (ids.length < 2 || ids.length > MOST_APART)
      throw new AppError('BAD_REQUEST', `Expected 2 to ${MOST_APART} pictures but received ${ids.length}.`);
    await this.requireDocuments(ids);
    const subjects = ids.map((id): Statement => {
      const others = ids.filter((other) => other !== id).map((other) => [factKey('notDuplicates', other), { value: true }] as const);
      return { kind: 'document', id, say: { ...Object.fromEntries(others), duplicate: null } };
    });
    return this.decide(subjects, actor);
  }

  private async decide(subjects: readonly Statement[], actor: Actor): Promise<DuplicateDecision> {
    const decision: Decision | null = await this.ledger.decide(actor, () => Promise.resolve({ kind: 'duplicates', subjects }));
    if (!decision) throw new AppError('CONFLICT', 'This was said already.');
    return { decisionId: decision.id, imageCount: decision.subjects.filter(({ kind }) => kind === 'document').length };
  }

  private async requireDocuments(ids: readonly string[]): Promise<void> {
    const found = ids.every(isId) ? await this.repositories.documents.listByIds(ids) : [];
    if (found.length < ids.length) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
  }

  private async requireFiles(marks: readonly MarkRequest[]): Promise<void> {
    const named = marks.filter(({ path }) => path);
    const files = await this.repositories.sources.listNamed([...new Set(named.map(({ imageId }) => imageId))]);
    for (const { imageId, path } of named)
      if (!files.some((file) => file.documentId === imageId && file.path === path))
        throw new AppError('NOT_FOUND', 'There is no such file of this picture in the archive.');
    const spare = new Set(named.filter(({ mark }) => mark === 'spare').map(({ path }) => path));
    for (const { imageId } of named) {
      const present = files.filter((file) => file.documentId === imageId && file.isPresent);
      if (present.length > 0 && present.every(({ path }) => spare.has(path)))
        throw new AppError('BAD_REQUEST', 'Expected that at least one file of the picture is kept.');
    }
  }
}
