import { onScopeDispose } from 'vue';

/** Keys to acts: a single key (`?`), a chord (`mod+k`; mod is Ctrl or Cmd), or two keys in a row (`g p`). An act that gives `false` leaves the key to the browser. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

// A pause longer than this starts a new row of keys.
const ROW_MS = 900;
// Chords that a field has for itself: select all, copy, cut, paste, undo and redo.
const EDITING = new Set([...'acvxyz']);

/** Listens to the whole page until the component goes; typing in a field is left alone, and so are chords that edit it. */
export function useShortcuts(shortcuts: Shortcuts): void {
  let before = { key: '', at: 0 };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const isChord = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((!isChord || EDITING.has(key)) && isTyping(event.target)) return;
    const row = event.timeStamp - before.at < ROW_MS ? `${before.key} ${key}` : '';
    const act = isChord ? shortcuts[`mod+${key}`] : (shortcuts[row] ?? shortcuts[key]);
    before = { key, at: event.timeStamp };
    if (act && act(event) !== false) event.preventDefault();
  };
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}

/** True while a dialog lies over the page: what is pressed there is not meant for what lies below. */
export function isUnderDialog(): boolean {
  return document.querySelector('.modal-dialog') !== null;
}

/** True where a letter would be written. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** True on Apple's keyboards, where Cmd stands for Ctrl. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
