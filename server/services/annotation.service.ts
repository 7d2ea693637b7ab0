import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import { refreshDerived } from '../ingestion/archive-writer.js';
import type { Decision } from '../repositories/decision.repository.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { DocumentRepository } from '../repositories/document.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { actorKey, type UnitOfWork } from '../repositories/unit-of-work.js';

/** What to change of pictures: a field left out stays, null clears it. */
export interface AnnotationChanges {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly addTags?: readonly string[] | null;
  readonly removeTags?: readonly string[] | null;
  readonly favourite?: boolean | null;
}

const MAX_IMAGES = 10_000;
const MAX_LENGTHS = { title: 500, description: 20_000, tag: 200 } as const;

/** What a person says about pictures. Every act is one decision; the state it leads to is written in the same unit of work (promise 2). */
export class AnnotationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: DocumentRepository,
  ) {}

  /** Throws BAD_REQUEST for texts that are too long or no change, NOT_FOUND when a picture is not there. */
  async annotate(ids: readonly string[], changes: AnnotationChanges, actor: Actor): Promise<{ decisionId: string; images: DocumentRow[] }> {
    const subjects = [...new Set(ids)];
    if (subjects.length === 0 || subjects.length > MAX_IMAGES) {
      throw new AppError('BAD_REQUEST', `Expected 1 to ${MAX_IMAGES} pictures but received ${subjects.length}.`);
    }
    const payload = cleaned(changes);
    const known = await this.documents.listByIds(subjects);
    if (known.length < subjects.length) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    const decision: Decision = {
      id: newId(),
      at: new Date(),
      actor: actorKey(actor),
      kind: 'annotate',
      payload: { ...payload },
      undoes: null,
      subjects: subjects.map((id) => ({ kind: 'document', id })),
    };
    await this.unitOfWork(actor, (repositories) => applyAnnotation(repositories, decision));
    return { decisionId: decision.id, images: await this.documents.listByIds(subjects) };
  }
}

/** Writes an `annotate` decision and what follows from it; also how the start replays what a power cut took from the database. */
export async function applyAnnotation(repositories: Repositories, decision: Decision): Promise<void> {
  await repositories.decisions.insert(decision);
  const changes = cleaned(decision.payload as AnnotationChanges);
  for (const document of await repositories.documents.listByIds(decision.subjects.map(({ id }) => id))) {
    for (const [field, value] of fieldsOf(document, changes)) {
      await repositories.annotations.put({ documentId: document.id, field, provenance: 'person', value });
    }
    await refreshDerived(repositories, document.id);
  }
}

function* fieldsOf(document: DocumentRow, changes: AnnotationChanges): Generator<[field: string, value: unknown]> {
  if (changes.title !== undefined) yield ['title', changes.title];
  if (changes.description !== undefined) yield ['description', changes.description];
  if (typeof changes.favourite === 'boolean') yield ['favourite', changes.favourite];
  if (!changes.addTags && !changes.removeTags) return;
  const removed = new Set(changes.removeTags ?? []);
  yield ['tags', [...new Set([...document.tags, ...(changes.addTags ?? [])])].filter((tag) => !removed.has(tag))];
}

function cleaned(changes: AnnotationChanges): AnnotationChanges {
  const kept = Object.fromEntries(
    Object.entries({
      title: text(changes.title, 'title'),
      description: text(changes.description, 'description'),
      addTags: tags(changes.addTags),
      removeTags: tags(changes.removeTags),
      favourite: changes.favourite ?? undefined,
    }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(kept).length === 0) throw new AppError('BAD_REQUEST', 'Expected at least one change but received none.');
  return kept;
}

function text(value: string | null | undefined, field: 'title' | 'description' | 'tag'): string | null | undefined {
  if (value === undefined || value === null) return value;
  // Half of a surrogate pair is no character, and jsonb refuses it.
  const tidy = value
    .replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')
    .normalize('NFC')
    .trim();
  if (tidy.includes('\0')) throw new AppError('BAD_REQUEST', `A ${field} cannot hold a zero character.`);
  if (tidy.length > MAX_LENGTHS[field]) {
    throw new AppError('BAD_REQUEST', `Expected a ${field} of at most ${MAX_LENGTHS[field]} characters but received ${tidy.length}.`);
  }
  return tidy === '' ? null : tidy;
}

function tags(list: readonly string[] | null | undefined): string[] | undefined {
  if (!list) return undefined;
  return [...new Set(list.map((tag) => text(tag, 'tag')).filter((tag) => tag !== null && tag !== undefined))];
}
