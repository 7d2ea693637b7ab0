import type { ComputedRef } from 'vue';
import { computed, onScopeDispose, watch } from 'vue';
import type { SidecarStatusQuery } from '../graphql/generated/operations.js';
import { useSidecarStatusQuery } from '../graphql/generated/operations.js';

const POLL_MS = 2_000;

type SidecarState = SidecarStatusQuery['archive']['sidecars'];

/** How the sidecars stand as the frame last heard; null until it is known. */
export function useSidecarStatus(): ComputedRef<SidecarState | null> {
  const { result } = useSidecarStatusQuery({ fetchPolicy: 'cache-first' });
  return computed(() => result.value?.archive.sidecars ?? null);
}

/** The same, asked again every two seconds, but only while some wait to be written. Called once, by the frame. */
export function usePolledSidecarStatus(): ComputedRef<SidecarState | null> {
  const { result, refetch } = useSidecarStatusQuery();
  const status = computed(() => result.value?.archive.sidecars ?? null);
  const isWaiting = computed(() => status.value !== null && waitingOf(status.value) > 0);
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = (): void => {
    if (timer) clearInterval(timer);
    timer = null;
  };
  watch(
    isWaiting,
    (isNow) => {
      stop();
      if (isNow) timer = setInterval(() => document.visibilityState === 'visible' && void refetch(), POLL_MS);
    },
    { immediate: true },
  );
  onScopeDispose(stop);
  return status;
}

/** How many will be written by themselves: of those not written yet, all that do not fail. */
export function waitingOf({ pending, failing }: Pick<SidecarState, 'pending' | 'failing'>): number {
  return Math.max(0, pending - failing);
}
