/** What a decision says, as far as a sentence needs it. */
export interface SaidDecision {
  readonly kind: string;
  readonly imageCount: number;
  readonly isRedacted: boolean;
  readonly changes: readonly SaidChange[];
}

/** One change of a decision: `text` is the tag, the name, the words. */
export interface SaidChange {
  readonly field: string;
  readonly text: string | null;
  readonly isRemoved: boolean;
}

/** Looks a text up: its key, what stands in it, and how many it speaks of. */
export type Say = (key: string, values: Record<string, string>, count?: number) => string;
