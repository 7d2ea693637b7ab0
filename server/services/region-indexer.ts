import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { MediaError, type Region } from '../media/analysis.js';
import { keptRegionOf } from '../media/kept-region.js';
import type { UnindexedPicture } from '../repositories/region.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { RegisteredModel } from './model-registry.js';
import type { RegionVectors } from './region-vectors.js';

const INDEXER: Actor = { kind: 'job', name: 'index-regions' };

/** Parts of one picture that are to get vectors; `layout` where they are tiles. */
export interface WantedParts {
  readonly regions: readonly Region[];
  readonly layout: number | null;
}

/** What became of a picture: why its parts got no vectors, null where they did. */
export type IndexingFailure = { readonly code: string; readonly message: string } | null;

/** Makes and stores the vectors of parts of pictures. */
export class RegionIndexer {
  constructor(
    private readonly repositories: Repositories,
    private readonly unitOfWork: UnitOfWork,
    private readonly regions: RegionVectors,
  ) {}

  /** The parts of a picture that people keep. */
  indexKept(picture: UnindexedPicture, model: RegisteredModel): Promise<IndexingFailure> {
    const regions = picture.elements.flatMap((element) => keptRegionOf(element, {})?.region ?? []);
    return this.index(picture, { regions, layout: null }, model);
  }

  /** A file that cannot be read now is a failure of its own: the next run tries it again. */
  async index(picture: UnindexedPicture, { regions, layout }: WantedParts, model: RegisteredModel): Promise<IndexingFailure> {
    const { documentId, contentHash } = picture;
    try {
      const made = await this.regions.make(documentId, { regions }, model);
      const rows = made.map(({ region, vector, perceptualHash }) => ({
        ...{ documentId, modelId: model.id, kind: 'region' as const, region, tileLayout: layout },
        ...{ embedding: vector, perceptualHash },
      }));
      await this.unitOfWork(INDEXER, async ({ saidState, documents, embeddings, regions: stored }) => {
        // Meanwhile the picture may have got other bytes, been forgotten, or its part taken back.
        await saidState.lock([documentId]);
        if ((await documents.findById(documentId))?.contentHash !== contentHash) return;
        await embeddings.put(rows);
        await stored.removeUnkept([documentId]);
      });
      return null;
    } catch (error) {
      if (error instanceof MediaError || error instanceof AppError) return { code: error.code, message: error.message };
      throw error;
    }
  }

  /** `<root name>/<relative path>` of a picture, for a report. */
  async pathOf(documentId: string): Promise<string> {
    return (await this.repositories.documents.findById(documentId))?.sourcePath ?? documentId;
  }
}
