import { useDebounceFn } from '@vueuse/core';
import type { Ref, ShallowRef } from 'vue';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useRoute } from 'vue-router';
import { readInWorker } from '../components/map/map-reader.js';
import type { ReadMap } from '../components/map/map-reading.js';
import { endpoint } from './mount.js';
import { pictureChanges } from './picture-changes.js';

/** A map of a million pictures is 26 MB: changes that follow each other so soon are one reason to ask. */
const CHANGES_REST_MS = 300;

/** The map as far as it was read. */
export interface MapSource {
  map: ShallowRef<ReadMap | null>;
  /** There is no map yet: the job that makes it never ran. */
  isMissing: Ref<boolean>;
  error: ShallowRef<Error | null>;
  reload: () => Promise<void>;
}

/** Asks for the map, and again once something was changed here and the map is looked at; what is there stays until the new one is. */
export function useMapSource(): MapSource {
  const route = useRoute();
  const source: MapSource = { map: shallowRef(null), isMissing: ref(false), error: shallowRef(null), reload: () => load() };
  let asked = new AbortController();
  let changesSeen = pictureChanges.value;
  let version: string | null = null;
  const load = async (): Promise<void> => {
    changesSeen = pictureChanges.value;
    asked.abort();
    const { signal } = (asked = new AbortController());
    try {
      const answer = await askForMap(signal);
      const tag = answer?.headers.get('etag') ?? null;
      const map = tag !== null && tag === version ? await keep(source.map.value, answer) : answer && (await read(answer));
      if (signal.aborted) return;
      version = tag;
      source.isMissing.value = map === null;
      source.error.value = null;
      source.map.value = map;
    } catch (error) {
      if (!signal.aborted) source.error.value = error instanceof Error ? error : new Error(String(error));
    }
  };
  const refresh = useDebounceFn(() => {
    if (!asked.signal.aborted && route.name === 'map' && changesSeen !== pictureChanges.value) void load();
  }, CHANGES_REST_MS);
  watch([pictureChanges, () => route.name], () => void refresh());
  onScopeDispose(() => asked.abort());
  void load();
  return source;
}

/** Null where there is none yet; throws what the server says went wrong. */
async function askForMap(signal: AbortSignal): Promise<Response | null> {
  const headers = { 'x-image-explorer': '1' };
  // Asked for in any case, and sent only where the browser does not hold this state of it.
  const answer = await fetch(endpoint('/api/images/map'), { credentials: 'same-origin', cache: 'no-cache', headers, signal });
  if (answer.ok) return answer;
  // Read in any case: what is not read stays under way.
  const problem = await problemOf(answer);
  if (answer.status === 404) return null;
  throw new Error(problem);
}

async function read(answer: Response): Promise<ReadMap> {
  return readInWorker(await answer.arrayBuffer());
}

async function keep(map: ReadMap | null, answer: Response | null): Promise<ReadMap | null> {
  await answer?.body?.cancel();
  return map;
}

async function problemOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  return body?.error?.message ?? `${answer.status} ${answer.statusText}`;
}
