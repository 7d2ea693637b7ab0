/** How a long piece of work tells what it does; counts are of items. */
export interface Progress {
  /** Starts a named phase, such as `Reading pictures`; total is null while unknown. */
  phase(name: string, total: number | null): void;
  /** One item more; failed items count as done too. */
  step(outcome?: 'done' | 'failed'): void;
}

/** What a piece of work amounted to. */
export interface WorkReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly summary: string;
  /** What a report tells besides, as lines to read and as data; it is shown once and not kept with the run. */
  readonly details?: { readonly lines: readonly string[]; readonly data: object };
}
