import type { ShallowRef } from 'vue';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { readInWorker } from '../components/map/map-reader.js';
import type { ReadMap } from '../components/map/map-reading.js';
import { endpoint } from './mount.js';
import { pictureChanges } from './picture-changes.js';

/** The map as far as it was read. */
export interface MapSource {
  map: ShallowRef<ReadMap | null>;
  /** There is no map yet: the job that makes it never ran. */
  isMissing: Ref<boolean>;
  error: ShallowRef<Error | null>;
  reload: () => Promise<void>;
}

/** Asks for the map, and again after every decision that was taken here; what is there stays until the new one is. */
export function useMapSource(): MapSource {
  const source: MapSource = { map: shallowRef(null), isMissing: ref(false), error: shallowRef(null), reload: () => load() };
  let asked = new AbortController();
  const load = async (): Promise<void> => {
    asked.abort();
    const { signal } = (asked = new AbortController());
    try {
      const map = await fetchMap(signal);
      if (signal.aborted) return;
      source.isMissing.value = map === null;
      source.error.value = null;
      source.map.value = map;
    } catch (error) {
      if (!signal.aborted) source.error.value = error instanceof Error ? error : new Error(String(error));
    }
  };
  watch(pictureChanges, load, { immediate: true });
  onScopeDispose(() => asked.abort());
  return source;
}

/** Null where there is none yet; throws what the server says went wrong. */
async function fetchMap(signal: AbortSignal): Promise<ReadMap | null> {
  const answer = await fetch(endpoint('/api/images/map'), { credentials: 'same-origin', headers: { 'x-image-explorer': '1' }, signal });
  if (!answer.ok) {
    // Read in any case: what is not read stays under way.
    const problem = await problemOf(answer);
    if (answer.status === 404) return null;
    throw new Error(problem);
  }
  return readInWorker(await answer.arrayBuffer());
}

async function problemOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  return body?.error?.message ?? `${answer.status} ${answer.statusText}`;
}
