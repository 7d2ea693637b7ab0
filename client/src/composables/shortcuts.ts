import { onScopeDispose } from 'vue';

/** Keys to acts: a single key (`?`), a chord (`mod+k`; mod is Ctrl or Cmd), or two keys in a row (`g p`). */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

// A pause longer than this starts a new row of keys.
const ROW_MS = 900;

/** Listens to the whole page until the component goes; typing in a field is left alone, chords are not. */
export function useShortcuts(shortcuts: Shortcuts): void {
  let before = { key: '', at: 0 };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const isChord = event.ctrlKey || event.metaKey;
    if (!isChord && isTyping(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const row = event.timeStamp - before.at < ROW_MS ? `${before.key} ${key}` : '';
    const act = isChord ? shortcuts[`mod+${key}`] : (shortcuts[row] ?? shortcuts[key]);
    before = { key, at: event.timeStamp };
    if (!act) return;
    event.preventDefault();
    act(event);
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
