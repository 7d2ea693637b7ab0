import type { Actor } from '../context.js';
import type { WorkReport } from '../progress.js';
import type { DuplicatePairRow, DuplicateRepository, DuplicateSearch, HashedDocument } from '../repositories/duplicate.repository.js';
import type { SettingRepository } from '../repositories/setting.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { BACKGROUND_PICTURES, DUPLICATE_RULE_VERSION, floorsOf, matchOf, NEAR_DISTANCES, type CosineFloors } from './duplicate-rule.js';
import { HashBands, mirroredHash, type NearHash } from './hash-bands.js';
import type { JobTask } from './job.service.js';
import type { ModelRegistry } from './model-registry.js';

const FINDER: Actor = { kind: 'job', name: 'find-duplicates' };
/** Under which key stands the model whose pairs are shown. */
export const SHOWN_MODEL = 'duplicates.model';
const DOCUMENTS_PER_SLICE = 200;
/** Pictures without anything in them have the same hash by the thousand: of each so many of the nearest are compared. */
const MOST_COMPARED = 100;
/** Two cuts of one film differ in length. */
const SAME_LENGTH_MS = 1000;

type Task = Pick<JobTask, 'progress' | 'signal' | 'dryRun'>;

/** All documents of a model by hash, and how near vectors must be. */
interface Finding extends DuplicateSearch {
  readonly documents: readonly HashedDocument[];
  readonly bands: HashBands;
  readonly floors: CosineFloors;
}

/** Finds pictures that show the same: candidates by their hashes, judged by hash and vector together. Never touches what a person said. */
export class DuplicateFinder {
  constructor(
    private readonly repositories: { readonly duplicates: DuplicateRepository; readonly settings: SettingRepository },
    private readonly unitOfWork: UnitOfWork,
    private readonly models: Pick<ModelRegistry, 'current'>,
  ) {}

  /** Compares pictures whose vector was not compared yet with all others; stops between slices and goes on there. */
  async run(task: Task): Promise<WorkReport> {
    const { duplicates } = this.repositories;
    const { id: modelId } = await this.models.current();
    task.progress.phase('Reading hashes', null);
    const documents = await duplicates.listHashed(modelId);
    const search = { modelId, version: versionFor(documents.length) };
    const waiting = new Set(await duplicates.listWaiting(search));
    if (task.dryRun) return reportOf({ compared: 0, waiting: waiting.size }, `${waiting.size} pictures would be compared.`);
    const floors = floorsOf(waiting.size > 0 ? await duplicates.background(modelId, BACKGROUND_PICTURES) : []);
    const bands = new HashBands(waiting.size > 0 ? documents.map(({ perceptualHash }) => perceptualHash) : []);
    const compared = await this.compareAll({ ...search, documents, bands, floors }, waiting, task);
    if (!task.signal.aborted) await this.showFound(modelId);
    const { same, near } = await duplicates.countPairs(modelId);
    const summary = `${compared} pictures were compared; ${same} pairs are one picture saved again, ${near} are nearly the same.`;
    return reportOf({ compared, same, near }, waiting.size > 0 ? summary : 'Every picture was compared already.');
  }

  private async compareAll(finding: Finding, waiting: ReadonlySet<string>, task: Task): Promise<number> {
    let compared = 0;
    task.progress.phase('Comparing pictures', waiting.size);
    const places = [...finding.documents.keys()].filter((place) => waiting.has(finding.documents[place]?.documentId ?? ''));
    for (let from = 0; from < places.length && !task.signal.aborted; from += DOCUMENTS_PER_SLICE) {
      const slice = places.slice(from, from + DOCUMENTS_PER_SLICE);
      const pairs = await this.pairsOf(slice, finding);
      // Pairs of these pictures and the note that they were compared: all or nothing.
      const searched = slice.flatMap((place) => finding.documents[place] ?? []);
      await this.unitOfWork(FINDER, ({ duplicates }) => duplicates.put(searched, pairs, finding));
      compared += slice.length;
      slice.forEach(() => task.progress.step());
    }
    return compared;
  }

  private async pairsOf(places: readonly number[], { documents, bands, floors, modelId }: Finding): Promise<DuplicatePairRow[]> {
    const candidates = places.flatMap((place) => {
      const one = documents[place];
      return one ? candidatesOf(one, bands, documents).map((other) => ({ one, other })) : [];
    });
    const ids = new Set(candidates.flatMap(({ one, other }) => [one.documentId, other.documentId]));
    const vectors = await this.repositories.duplicates.vectorsOf(modelId, [...ids]);
    const found = new Map<string, DuplicatePairRow>();
    for (const { one, other } of candidates) {
      const [vector, otherVector] = [vectors.get(one.documentId), vectors.get(other.documentId)];
      const match = vector && otherVector ? matchOf({ ...one, vector }, { ...other, vector: otherVector }, floors) : null;
      const [firstId, secondId] = [one.documentId, other.documentId].sort() as [string, string];
      if (match) found.set(`${firstId} ${secondId}`, { firstId, secondId, ...match });
    }
    return [...found.values()];
  }

  // Until every picture was compared under a new model, what the old one found is shown: then all of it goes at once.
  private async showFound(modelId: number): Promise<void> {
    if ((await this.repositories.settings.get(SHOWN_MODEL)) === modelId) return;
    await this.unitOfWork(FINDER, async ({ duplicates, settings }) => {
      await settings.put(SHOWN_MODEL, modelId);
      await duplicates.removeOfOthers(modelId);
    });
  }
}

/** What is usual in an archive is known better with every doubling of its pictures, until the background is full: then all are compared anew. */
export function versionFor(pictures: number): number {
  return DUPLICATE_RULE_VERSION * 100 + Math.floor(Math.log2(Math.max(1, Math.min(pictures, BACKGROUND_PICTURES))));
}

function candidatesOf(one: HashedDocument, bands: HashBands, documents: readonly HashedDocument[]): HashedDocument[] {
  const near: NearHash[] = [
    ...bands.within(one.perceptualHash, NEAR_DISTANCES.wide),
    ...bands.within(mirroredHash(one.perceptualHash), NEAR_DISTANCES.mirrored),
  ];
  const others = near.sort((a, b) => a.distance - b.distance).flatMap(({ index }) => documents[index] ?? []);
  return [...new Set(others)].filter((other) => mayShowTheSame(one, other)).slice(0, MOST_COMPARED);
}

function mayShowTheSame(one: HashedDocument, other: HashedDocument): boolean {
  if (one.documentId === other.documentId || one.kind !== other.kind) return false;
  return Math.abs((one.durationMs ?? 0) - (other.durationMs ?? 0)) <= SAME_LENGTH_MS;
}

function reportOf(counts: Readonly<Record<string, number>>, summary: string): WorkReport {
  return { counts, failures: [], summary };
}
