import type { Actor } from '../context.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { Source } from '../repositories/source.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { composeContent } from './content.js';
import { refreshContents } from './written-text.js';
import type { StepVersion } from './pipeline.js';
import type { IngestItem } from './step.js';
import { takenOfFile } from './steps/date.step.js';

/** A file and the root it lies in; `isNew` where nothing was known of its path. */
export type SourceFile = Omit<Source, 'documentId' | 'state'> & { readonly isNew?: boolean };

const INGEST: Actor = { kind: 'job', name: 'ingest' };

/** Writes what ingestion made into the archive, one unit of work a file. What a person said is never among it. */
export class ArchiveWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly modelId: number,
    private readonly versions: readonly StepVersion[],
    private readonly findGivenId: (file: { root: string; path: string; contentHash: string }) => Promise<string | null> = async () => null,
  ) {}

  /** A file with bytes the archive has already: one document, one source more. */
  async link(file: SourceFile, document: DocumentRow): Promise<void> {
    await this.unitOfWork(INGEST, async (repositories) => {
      const previous = await repositories.sources.find(file.rootId, file.path);
      await this.storeSource(repositories, document.id, file);
      const touched = [document.id, ...(previous && previous.documentId !== document.id ? [previous.documentId] : [])];
      await repositories.documents.refreshStates(touched);
      for (const id of touched) await refreshDerived(repositories, id);
    });
  }

  /**
   * A file that no document holds yet. Its text needs no look-up: one file, and nobody has said anything. `formerId`: the document that this
   * path held until another picture took its name. A picture whose sidecar is there gets back the id it had.
   */
  async add(
    root: Pick<Root, 'name' | 'path'>,
    file: SourceFile,
    { item, formerId }: { item: IngestItem; formerId: string | null },
  ): Promise<void> {
    const givenId = await this.findGivenId({ root: root.path, path: file.path, contentHash: file.contentHash });
    const fields = machineFields(item);
    const sourcePaths = [`${root.name}/${file.path}`];
    const content = composeContent({ ...fields, tags: fields.keywords, people: [], clusters: [], place: null, labels: [], sourcePaths });
    await this.unitOfWork(INGEST, async (repositories) => {
      const isFree = givenId !== null && !(await repositories.documents.findById(givenId));
      const id = isFree ? givenId : await repositories.documents.idFor(fields.contentHash);
      await repositories.documents.insert({ id, ...fields, content });
      await this.storeParts(repositories, id, { file, item });
      if (formerId !== null) await repositories.documents.refreshStates([formerId]);
    });
  }

  /** New bytes of a document, or a newer version of what is made of the old ones. */
  async replace(id: string, file: SourceFile, item: IngestItem): Promise<void> {
    await this.unitOfWork(INGEST, async (repositories) => {
      await repositories.documents.updateMachineFields(id, machineFields(item));
      await repositories.embeddings.removeOfDocument(id, this.modelId);
      await this.storeParts(repositories, id, { file, item });
      await repositories.documents.refreshStates([id]);
      await refreshDerived(repositories, id);
    });
  }

  private async storeParts(
    repositories: Repositories,
    documentId: string,
    { file, item }: { file: SourceFile; item: IngestItem },
  ): Promise<void> {
    await this.storeSource(repositories, documentId, file);
    await this.storeVectors(repositories, documentId, item);
    const made = this.versions.filter(({ kind = item.analysis.identification.kind }) => kind === item.analysis.identification.kind);
    await repositories.processing.record(made.map(({ step, version }) => ({ documentId, step, version, outcome: 'done' as const })));
  }

  private async storeSource(repositories: Repositories, documentId: string, { isNew, ...file }: SourceFile): Promise<void> {
    await repositories.sources.put({ ...file, documentId, state: 'present' });
    if (!isNew) await repositories.failures.remove(file.rootId, file.path);
  }

  private async storeVectors(repositories: Repositories, documentId: string, { draft }: IngestItem): Promise<void> {
    const rows = (draft.vectors ?? []).map(({ kind, frameMs, vector, perceptualHash }) => ({
      documentId,
      modelId: this.modelId,
      kind,
      region: null,
      frameMs: kind === 'image' ? (draft.posterMs ?? null) : frameMs,
      embedding: vector,
      perceptualHash,
    }));
    await repositories.embeddings.put(rows);
  }
}

function machineFields({ analysis, draft }: IngestItem) {
  const { identification, metadata } = analysis;
  return {
    kind: identification.kind,
    contentHash: identification.contentHash,
    pixelHash: analysis.pixelHash,
    mime: identification.mime,
    format: identification.format,
    bytes: identification.bytes,
    width: analysis.width,
    height: analysis.height,
    durationMs: analysis.durationMs,
    ...takenFields(draft),
    latitude: metadata.latitude,
    longitude: metadata.longitude,
    camera: metadata.camera,
    lens: metadata.lens,
    exposure: metadata.exposure,
    title: metadata.title,
    description: metadata.description,
    keywords: [...metadata.keywords],
    thumbhash: analysis.thumbhash,
    livePhotoId: metadata.livePhotoId,
    posterMs: draft.posterMs ?? null,
  };
}

function takenFields({ taken }: IngestItem['draft']) {
  if (!taken) throw new TypeError('The date step has not run.');
  return taken;
}

/**
 * What follows from all files of a document together: its text, and the date where only file names and times tell it. Both depend on
 * nothing but the set of files, so that every order of ingestion gives the same archive (promise 4).
 */
export async function refreshDerived(repositories: Repositories, documentId: string): Promise<void> {
  await refreshContents(repositories, [documentId]);
  const document = await repositories.documents.getById(documentId);
  if (document.takenSource !== 'file-name' && document.takenSource !== 'file-time') return;
  const taken = bestFileDate(await repositories.sources.listOfDocuments([documentId]));
  await repositories.documents.updateMachineFields(documentId, taken);
}

// A name that tells a date is worth more than a time stamp; of several the earliest, because copying makes them later.
function bestFileDate(sources: readonly Source[]) {
  const dates = sources.map(({ path, modifiedMs }) => takenOfFile(path, modifiedMs));
  const named = dates.filter(({ takenSource }) => takenSource === 'file-name');
  const [best] = (named.length > 0 ? named : dates).sort((a, b) => (a.takenLocal < b.takenLocal ? -1 : 1));
  return best ?? {};
}
