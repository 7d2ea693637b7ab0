import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';
import { nextTick, watch } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

const state = (): Record<string, unknown> => ({ ...(history.state as Record<string, unknown> | null) });

/** Keeps a number with the entry of the history when the page is left or loaded again; gives the one that was kept there, 0 for none. */
export function useKeptNumber(key: string, now: () => number): number {
  const kept = Number(state()[key] ?? 0);
  const keep = (): void => history.replaceState({ ...state(), [key]: now() }, '');
  onBeforeRouteLeave(keep);
  // Not `pagehide`: what is written then does not outlast loading again (seen with Chromium).
  useEventListener(window, 'beforeunload', keep);
  return kept;
}

/** Keeps how far an element is scrolled with the entry of the history, so that going back finds the same place; `isThere` once the list is drawn. */
export function useKeptScroll(name: string, element: () => HTMLElement | null, isThere: Readonly<Ref<boolean>>): void {
  const kept = useKeptNumber(`scroll:${name}`, () => element()?.scrollTop ?? 0);
  const stop = watch(
    isThere,
    async (isDrawn) => {
      if (!isDrawn) return;
      await nextTick();
      stop();
      element()?.scrollTo({ top: kept });
    },
    { flush: 'post' },
  );
}
