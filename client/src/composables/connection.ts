import { readonly, ref } from 'vue';
import { endpoint } from './mount.js';

// How soon to look again while the server is away: a restart takes a few seconds.
const LOOK_AGAIN_MS = 2_000;

const isAway = ref(false);
let timer: ReturnType<typeof setTimeout> | undefined;

/** True while the server cannot be reached. */
export const isServerAway = readonly(isAway);

/** Called with every answer of the server. */
export function markAnswered(): void {
  isAway.value = false;
  clearTimeout(timer);
  timer = undefined;
}

/** Called when a request got no answer: looks for the server until it is back, then calls `onBack` once. */
export function markAway(onBack: () => void): void {
  isAway.value = true;
  if (timer !== undefined) return;
  const look = async (): Promise<void> => {
    const isThere = await fetch(endpoint('/healthz'), { cache: 'no-store' }).then((answer) => answer.ok, () => false);
    if (timer === undefined) return;
    if (!isThere) {
      timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
      return;
    }
    markAnswered();
    onBack();
  };
  timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
}
