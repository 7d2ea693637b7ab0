/** What a child process is asked, once. */
export interface ComputationMessage {
  readonly task: string;
  readonly request: unknown;
}

/** What it says while it computes, and then its result or why there is none. */
export type ComputationReply =
  | { readonly kind: 'phase'; readonly name: string; readonly total: number | null }
  | { readonly kind: 'step' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly detail: string };
