import { shallowRef } from 'vue';
import type { ForgetScope } from '../graphql/generated/operations.js';

/** What is to be forgotten, and how it is called: `selection` speaks of a number of pictures. */
export interface ForgetRequest {
  readonly scope: ForgetScope;
  readonly name:
    { readonly key: 'selection'; readonly count: number } | { readonly key: 'folder'; readonly name: string } | { readonly key: 'missing' };
  /** After the job has started. */
  readonly onStarted?: () => void;
}

/** What the open dialog asks about; null while none is open. */
export const forgetRequest = shallowRef<ForgetRequest | null>(null);

/** Asks whether some pictures should be forgotten; nothing happens before the dialog is answered. */
export function askToForget(imageIds: readonly string[], onStarted?: () => void): void {
  forgetRequest.value = { scope: { imageIds: [...imageIds] }, name: { key: 'selection', count: imageIds.length }, onStarted };
}

/** The same for a folder. */
export function askToForgetFolder(root: { id: string; name: string }): void {
  forgetRequest.value = { scope: { rootId: root.id }, name: { key: 'folder', name: root.name } };
}

/** The same for everything without a file. */
export function askToForgetMissing(): void {
  forgetRequest.value = { scope: { allMissing: true }, name: { key: 'missing' } };
}

/** True when what was typed is the number of pictures, however its thousands are written. */
export function isTypedCount(typed: string, count: number): boolean {
  const digits = typed.replace(/[\s.,'’]/g, '');
  return /^\d+$/.test(digits) && Number(digits) === count;
}
