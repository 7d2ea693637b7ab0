import type { MediaAnalysis } from '../media/analysis.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Likeness } from './same-picture.js';

/** A file on its way into the archive: decoded once, then filled in step by step. */
export interface IngestItem {
  /** Absolute, inside its root. */
  readonly absolutePath: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly modifiedMs: number;
  readonly analysis: MediaAnalysis;
  readonly draft: DocumentDraft;
}

/** When a picture was taken (wall clock `YYYY-MM-DDTHH:MM:SS.sss`), how exactly, and where that is known from. */
export type Taken = Pick<DocumentRow, 'takenLocal' | 'takenOffsetMinutes' | 'takenPrecision' | 'takenSource'>;

/** A vector to be stored: of the whole picture, or of a moment of a video. */
export interface VectorDraft extends Likeness {
  readonly kind: 'image' | 'frame';
  readonly frameMs: number | null;
}

/** What the steps have made of a file so far; the store writes it in one unit of work. */
export interface DocumentDraft {
  taken?: Taken;
  /** The vector that stands for the document comes first. */
  vectors?: VectorDraft[];
  /** The moment that stands for a video. */
  posterMs?: number | null;
}

/**
 * One thing that ingestion makes of a file. Its outcome is recorded per document and version, so a step whose version grows is made
 * again for every document, and nothing else is.
 */
export interface Step {
  readonly name: string;
  readonly version: number;
  applies(item: IngestItem): boolean;
  run(item: IngestItem): Promise<void>;
}
