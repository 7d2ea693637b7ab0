import { AppError } from '../errors.js';
import { failPoint } from '../fail-point.js';
import { readSidecar, removeSidecar, replaceSidecar, sweepSidecar, type SidecarFile } from '../media/sidecar.js';
import type { JsonObject, NamedSet } from '../media/sidecar-format.js';
import { renderSidecar, type SidecarContent } from '../media/sidecar-render.js';
import { splitKey, type Facts } from '../repositories/fact.js';
import type { Repositories } from '../repositories/repositories.js';
import type { SidecarTask } from '../repositories/sidecar-queue.repository.js';
import type { CheckedSidecar } from '../repositories/sidecar.repository.js';
import { sidecarKeyOf, type SidecarMerger, type TakenSidecar } from './sidecar-merger.js';
import { expectPicture, type SidecarPlace, type SidecarPlaces } from './sidecar-places.js';

/** What stands in a place: the file and what it says. */
interface Standing extends TakenSidecar {
  readonly file: SidecarFile;
}

/** What is to be written, without the number that the revision will have. */
type Words = Omit<SidecarContent, 'revision' | 'facts'> & { readonly facts: Facts };

// Each time round something else was put into the place meanwhile. A program that does so without end is told of.
const MAX_ROUNDS = 20;

/** Writes sidecars: what others put there is merged first, and nothing of it is ever lost. */
export class SidecarWriter {
  constructor(
    private readonly repositories: Repositories,
    private readonly places: SidecarPlaces,
    private readonly merger: SidecarMerger,
  ) {}

  /** Brings the sidecar of a claimed document up to date, and takes it off the queue. Throws AppError with a sentence to show. */
  async write({ documentId, wasBegun }: SidecarTask): Promise<void> {
    await failPoint('claimed');
    const place = (await this.places.listOf([documentId])).get(documentId);
    if (!place) return this.repositories.sidecarQueue.finish(documentId, await this.repositories.sidecarQueue.findReason(documentId));
    await expectPicture(place);
    if (wasBegun) await this.sweep(documentId, place);
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      if (await this.tryToWrite(documentId, place)) return;
      await this.sweep(documentId, place);
    }
    throw new AppError('UNAVAILABLE', 'Another program changes the sidecar all the time. It is written as soon as that ends.');
  }

  private async tryToWrite(documentId: string, place: SidecarPlace): Promise<boolean> {
    const moved = await this.takeElsewhere(documentId, place);
    const there = await this.takeAt(documentId, place);
    await failPoint('merged');
    const reason = await this.repositories.sidecarQueue.findReason(documentId);
    const words = await this.wordsOf(documentId);
    const before = [there, ...moved].find((standing) => standing?.isOwn)?.sidecar.raw ?? null;
    if (words && (before || words.facts.size > 0) && !(await this.put(place, words, { there, before }))) return false;
    if (!(await this.removeElsewhere(documentId, place))) return false;
    await failPoint('recorded');
    await this.repositories.sidecarQueue.finish(documentId, reason);
    await failPoint('dequeued');
    return true;
  }

  /** Returns false when something else was in the place. What is there and says the same already is only remembered. */
  private async put(
    place: SidecarPlace,
    words: Words,
    { there, before }: { there: Standing | null; before: JsonObject | null },
  ): Promise<boolean> {
    const { sidecars } = this.repositories;
    const { documentId, contentHash } = words;
    const isSaid =
      there !== null && renderSidecar({ ...words, revision: there.sidecar.revision }, before) === there.file.content.toString();
    const revision = isSaid ? there.sidecar.revision : 1 + Math.max(await sidecars.lastRevision(documentId), there?.sidecar.revision ?? 0);
    // Before the file: whoever reads it and writes it back must find what it began with.
    await sidecars.putBase(documentId, revision, words.facts);
    await failPoint('base-recorded');
    const file = isSaid ? there.file : await replaceSidecar(place, renderSidecar({ ...words, revision }, before), there?.file.hash ?? null);
    if (!file) return false;
    if (!(await this.repositories.documents.findById(documentId))) {
      // Forgotten in this very moment: what was not there before must not stay behind.
      if (!there) await removeSidecar(place, file.hash);
      return true;
    }
    await sidecars.put({ ...sidecarKeyOf(place), documentId, contentHash, revision, ...figuresOf(file), writtenAt: new Date() });
    return true;
  }

  private async takeAt(documentId: string, place: SidecarPlace): Promise<Standing | null> {
    const file = await readSidecar(place);
    return file && { file, ...(await this.merger.take({ ...file, ...sidecarKeyOf(place), documentId })) };
  }

  private async sweep(documentId: string, place: SidecarPlace): Promise<void> {
    await sweepSidecar(place, async (file) => void (await this.merger.take({ ...file, ...sidecarKeyOf(place), documentId })));
  }

  // A sidecar of ours that lies where it does not belong any more may hold words that we have not seen. Places that are away keep theirs.
  private async takeElsewhere(documentId: string, place: SidecarPlace): Promise<Standing[]> {
    const standings: Standing[] = [];
    for (const { row, spot } of await this.listElsewhere(documentId, place)) {
      const file = await readSidecar(spot).catch(() => null);
      if (file) standings.push({ file, ...(await this.merger.take({ ...file, ...sidecarKeyOf(row), documentId })) });
    }
    return standings;
  }

  private async removeElsewhere(documentId: string, place: SidecarPlace): Promise<boolean> {
    for (const { row, spot } of await this.listElsewhere(documentId, place)) {
      const file = await readSidecar(spot).catch(() => undefined);
      if (file === undefined) continue;
      if (file && !(await removeSidecar(spot, row.hash))) return false;
      await this.repositories.sidecars.remove(row.rootId, row.path);
    }
    return true;
  }

  private async listElsewhere(documentId: string, place: SidecarPlace) {
    const elsewhere = [];
    for (const row of await this.repositories.sidecars.listOfDocuments([documentId])) {
      const spot = isAt(row, place) || row.writtenAt === null ? null : await this.places.findSpot(row);
      if (spot) elsewhere.push({ row, spot });
    }
    return elsewhere;
  }

  private async wordsOf(documentId: string): Promise<Words | null> {
    const { documents, annotations, sidecars } = this.repositories;
    const document = await documents.findById(documentId);
    if (!document) return null;
    const facts: Facts = (await annotations.factsOf([documentId])).get(documentId) ?? new Map();
    const conflicts = await sidecars.listConflicts([documentId]);
    return {
      documentId,
      contentHash: document.contentHash,
      facts,
      named: await this.namesIn(facts),
      labels: await sidecars.listLabels(documentId),
      conflicts: conflicts.map(({ key, theirs, at }) => ({ key, theirs, at: at.toISOString() })),
    };
  }

  private async namesIn(facts: Facts): Promise<Map<string, NamedSet>> {
    const named = new Map<string, NamedSet>();
    for (const [field, kind] of [
      ['people', 'person'],
      ['clusters', 'cluster'],
    ] as const) {
      const ids = [...facts.keys()]
        .map(splitKey)
        .filter((key) => key.field === field)
        .map(({ element }) => element);
      const sets = ids.length > 0 ? await this.repositories.namedSets.listByIds(kind, ids) : [];
      for (const { id, name, description } of sets) named.set(`${field}/${id}`, kind === 'person' ? { name } : { name, description });
    }
    return named;
  }
}

function isAt(row: CheckedSidecar, place: SidecarPlace): boolean {
  return row.rootId === place.rootId && row.path === place.path;
}

function figuresOf({ hash, bytes, modifiedMs }: SidecarFile) {
  return { hash, bytes, modifiedMs };
}
