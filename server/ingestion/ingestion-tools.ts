import type { MediaEngine } from '../media/analysis.js';
import type { FileStore } from '../media/file-store.js';
import { EmbeddingBatcher } from '../models/embedding-batcher.js';
import type { EmbeddingModel } from '../models/embedding-model.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { ArchiveWriter } from './archive-writer.js';
import { HeirFinder } from './heirs.js';
import { Intake } from './intake.js';
import { findGivenId } from './given-id.js';
import { Pipeline } from './pipeline.js';
import { DateStep } from './steps/date.step.js';
import { EmbedStep } from './steps/embed.step.js';
import { PosterStep } from './steps/poster.step.js';

/** What ingestion is built from. `target`: the model that new vectors are made with. */
export interface IngestionParts {
  readonly repositories: Repositories;
  readonly media: MediaEngine;
  readonly files: FileStore;
  readonly dataDir: string;
  readonly unitOfWork: UnitOfWork;
  readonly target: () => Promise<{ readonly id: number; readonly encoder: EmbeddingModel }>;
}

/** The pipeline as it is now, and what takes files through it. */
export interface IngestionRun {
  readonly pipeline: Pipeline;
  readonly writer: ArchiveWriter;
  readonly intake: Intake;
}

/** Builds what one run of ingestion needs, for the model of that moment. */
export class IngestionTools {
  constructor(private readonly parts: IngestionParts) {}

  /** Waits for the model, which may be downloading. */
  async open(): Promise<IngestionRun> {
    const { repositories, media, files, dataDir, unitOfWork, target } = this.parts;
    const { id, encoder } = await target();
    const batcher = new EmbeddingBatcher(encoder.images);
    const steps = [new DateStep(), new EmbedStep(batcher, id), new PosterStep(media, files)];
    const pipeline = new Pipeline(media, encoder.images.recipe, dataDir, steps);
    const writer = new ArchiveWriter(unitOfWork, id, pipeline.versions, (file) => findGivenId(file, dataDir));
    const heirs = new HeirFinder(repositories, media, files, { id, recipe: encoder.images.recipe, batcher });
    return { pipeline, writer, intake: new Intake(repositories, media, pipeline, heirs, writer) };
  }
}
