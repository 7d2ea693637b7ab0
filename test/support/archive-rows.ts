import { createHash } from 'node:crypto';
import { newId } from '../../server/ids.js';
import type { NewDocument } from '../../server/repositories/document.repository.js';
import type { ChangedSubject, Decision, Subject } from '../../server/repositories/decision.repository.js';
import type { Fact } from '../../server/repositories/fact.js';
import type { Repositories } from '../../server/repositories/repositories.js';
import type { UnitOfWork } from '../../server/repositories/unit-of-work.js';
import type { Actor } from '../../server/context.js';

/** A person who may decide. */
export const OWNER: Actor = { kind: 'person', id: '01890000-0000-7000-8000-000000000001', name: 'Ada', role: 'owner' };
/** A job, which may not. */
export const JOB: Actor = { kind: 'job', name: 'ingest' };

/** A photo with every required field; what matters to a test is given. */
export function newDocument(fields: Partial<NewDocument> = {}): NewDocument {
  const id = fields.id ?? newId();
  return {
    id,
    kind: 'photo',
    contentHash: createHash('sha256').update(id).digest('hex'),
    mime: 'image/jpeg',
    format: 'jpeg',
    bytes: 1000,
    width: 400,
    height: 300,
    takenLocal: '2020-06-15T12:00:00.000',
    takenPrecision: 'second',
    takenSource: 'exif',
    thumbhash: 'AAAA',
    ...fields,
  };
}

/** Inserts documents and returns their ids in the same order. */
export async function insertDocuments(repositories: Repositories, documents: readonly Partial<NewDocument>[]): Promise<string[]> {
  const rows = documents.map(newDocument);
  for (const row of rows) await repositories.documents.insert(row);
  return rows.map((row) => row.id);
}

/** A decision of the owner about some documents. */
export function newDecision(subjects: readonly (Subject & Partial<ChangedSubject>)[], fields: Partial<Decision> = {}): Decision {
  return {
    id: newId(),
    at: new Date(),
    actor: `person:${OWNER.kind === 'person' ? OWNER.id : ''}`,
    kind: 'annotate',
    payload: {},
    undoes: null,
    subjects: subjects.map((subject) => ({ change: {}, ...subject })),
    ...fields,
  };
}

/** Writes something a person owns, together with a decision. */
export async function decide<T>(unitOfWork: UnitOfWork, work: (repositories: Repositories) => Promise<T>): Promise<T> {
  return unitOfWork(OWNER, async (repositories) => {
    await repositories.decisions.insert(newDecision([]));
    return work(repositories);
  });
}

/** A fact as the owner would have said it just now. */
export function newFact(value: unknown): Fact {
  return { value, by: `person:${OWNER.kind === 'person' ? OWNER.id : ''}`, at: new Date().toISOString() };
}

/** Says of a document that it is hidden or not; inside a unit of work with a decision. */
export async function hide(inside: Repositories, documentId: string, isHidden: boolean): Promise<void> {
  await inside.annotations.putMany([{ documentId, field: 'hidden', element: '', fact: newFact(isHidden) }]);
  await inside.saidState.refreshHidden([documentId]);
}
