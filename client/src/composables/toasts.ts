import { shallowRef } from 'vue';

/** One note at the foot of the screen. Errors stay until they are closed, all else goes after `durationMs`. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
  readonly durationMs: number;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What can still be undone stays for 10 s, a plain note for 5. */
export const UNDO_MS = 10_000;
const NOTE_MS = 5_000;

let lastId = 0;

/** The toasts that are shown, newest first. */
export const toasts = shallowRef<readonly Toast[]>([]);

/** Says something that needs no answer. */
export function showNote(text: string, action?: Toast['action']): void {
  add({ text, isError: false, durationMs: NOTE_MS, action });
}

/** Says what was done and offers to undo it while the line runs; the number closes it. */
export function showUndo(text: string, undo: { label: string; run: () => void }): number {
  return add({ text, isError: false, durationMs: UNDO_MS, action: undo });
}

/** Says what went wrong; takes an error or a sentence. */
export function showError(cause: unknown): void {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (!toasts.value.some((toast) => toast.isError && toast.text === text))
    add({ text, isError: true, durationMs: Number.POSITIVE_INFINITY });
}

/** Takes a toast away. */
export function closeToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

function add(toast: Omit<Toast, 'id'>): number {
  lastId += 1;
  toasts.value = [{ ...toast, id: lastId }, ...toasts.value];
  return lastId;
}
