import type { Ref } from 'vue';
import { nextTick, watch } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/** Keeps how far an element is scrolled with the entry of the history, so that going back finds the same place; `isThere` once the list is drawn. */
export function useKeptScroll(name: string, element: () => HTMLElement | null, isThere: Readonly<Ref<boolean>>): void {
  const key = `scroll:${name}`;
  const state = (): Record<string, unknown> => ({ ...(history.state as Record<string, unknown> | null) });
  const kept = Number(state()[key] ?? 0);
  onBeforeRouteLeave(() => history.replaceState({ ...state(), [key]: element()?.scrollTop ?? 0 }, ''));
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
