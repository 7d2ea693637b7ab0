import { readonly, ref } from 'vue';
import { endpoint } from './mount.js';

// How soon to look again while the server is away: a restart takes a few seconds.
const LOOK_AGAIN_MS = 2_000;

const isAway = ref(false);
let isLooking = false;

/** True while the server cannot be reached. */
export const isServerAway = readonly(isAway);

/**
 * Called when something got no answer. Looks for the server: when it is there after all, `onThere` (if given) is called at once;
 * else it counts as away until it is back, then `onBack` is called. While a look is under way further calls do nothing.
 */
export async function lookForServer(onBack: () => void, onThere?: () => void): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  while (!(await isReachable())) {
    isAway.value = true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  const wasAway = isAway.value;
  isAway.value = false;
  isLooking = false;
  if (wasAway) onBack();
  else onThere?.();
}

function isReachable(): Promise<boolean> {
  return fetch(endpoint('/healthz'), { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  );
}
