import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { effectScope } from 'vue';

// By a name that is not followed: the types of a browser are not those of the tests.
const MODULE: string = '../../../../client/src/composables/shortcuts.js';

/** Stands for an element of the page; `selector`: what it is. */
class FakeElement extends EventTarget {
  readonly isContentEditable = false;
  constructor(private readonly selector: string) {
    super();
  }
  matches(selectors: string): boolean {
    return selectors.split(', ').includes(this.selector);
  }
}

describe('shortcuts of a page', () => {
  const page = new EventTarget();
  let shortcuts: { useShortcuts: (keys: Record<string, () => unknown>) => void };
  const press = (key: string, { on = 'div', ...held }: { on?: string; ctrlKey?: boolean } = {}): boolean => {
    const event = new Event('keydown', { cancelable: true });
    Object.defineProperty(event, 'target', { value: new FakeElement(on) });
    page.dispatchEvent(Object.assign(event, { key, ...held }));
    return event.defaultPrevented;
  };

  beforeAll(async () => {
    Object.assign(globalThis, { window: page, HTMLElement: FakeElement });
    if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: 'none' } });
    shortcuts = (await import(MODULE)) as typeof shortcuts;
  });
  afterAll(() => void Object.assign(globalThis, { window: undefined, HTMLElement: undefined }));

  test('leave what edits a field to the field, and other chords to the page', () => {
    const pressed: string[] = [];
    const scope = effectScope();
    scope.run(() =>
      shortcuts.useShortcuts(Object.fromEntries(['mod+a', 'mod+z', 'mod+k', 'a'].map((keys) => [keys, () => pressed.push(keys)]))),
    );
    const taken = ['a', 'z', 'k'].map((key) => press(key, { on: 'input', ctrlKey: true }));
    expect([taken, pressed]).toEqual([[false, false, true], ['mod+k']]);
    expect([press('a', { on: 'textarea' }), press('a'), press('A', { ctrlKey: true })]).toEqual([false, true, true]);
    expect(pressed).toEqual(['mod+k', 'a', 'mod+a']);
    scope.stop();
    expect(press('a')).toBe(false);
  });

  test('leave the key to the browser where the act refuses', () => {
    const scope = effectScope();
    scope.run(() => shortcuts.useShortcuts({ 'mod+z': () => false, 'mod+a': () => undefined }));
    expect([press('z', { ctrlKey: true }), press('a', { ctrlKey: true })]).toEqual([false, true]);
    scope.stop();
  });
});
