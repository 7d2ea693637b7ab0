import { MediaError, type Identification, type MediaEngine } from '../media/analysis.js';
import type { PixelRecipe } from '../models/embedding-model.js';
import type { DocumentDraft, IngestItem, Step } from './step.js';

/** Where a file lies and how it looked when it was found. */
export interface PendingFile {
  readonly absolutePath: string;
  readonly path: string;
  readonly modifiedMs: number;
  /** Where it is known already, to notice a change. */
  readonly contentHash?: string;
}

/** Raised by one when a change of decoding or metadata reading must reach every document. */
const DECODE_VERSION = 1;
/** Raised when other moments of a video are kept. Archives from before scenes were looked for have none of it. */
const MOMENTS_VERSION = 1;

/** A step that a document processed now has gone through; of one kind of document only, where that is told. */
export interface StepVersion {
  readonly step: string;
  readonly version: number;
  readonly kind?: Identification['kind'];
}

/** The row of steps from a file to what the archive stores of it: one decode, then every step that applies, in order. */
export class Pipeline {
  constructor(
    private readonly media: MediaEngine,
    private readonly recipe: PixelRecipe,
    private readonly dataDir: string,
    private readonly steps: readonly Step[],
  ) {}

  /** Names and versions that a document processed now has. */
  get versions(): StepVersion[] {
    const media: StepVersion[] = [
      { step: 'decode', version: DECODE_VERSION },
      { step: 'moments', version: MOMENTS_VERSION, kind: 'video' },
    ];
    return [...media, ...this.steps.map(({ name, version }) => ({ step: name, version }))];
  }

  /** Throws MediaError for a file that cannot be read in. */
  async process(file: PendingFile): Promise<IngestItem> {
    const analysis = await this.media.analyse({ path: file.absolutePath, recipe: this.recipe, dataDir: this.dataDir });
    if (file.contentHash !== undefined && analysis.identification.contentHash !== file.contentHash) {
      throw new MediaError('changing', 'The file changed while it was read. It is read at the next run.');
    }
    const draft: DocumentDraft = {};
    const item: IngestItem = { ...file, analysis, draft };
    for (const step of this.steps) if (step.applies(item)) await step.run(item);
    return item;
  }
}
