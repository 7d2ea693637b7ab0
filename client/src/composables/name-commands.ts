import { Boxes, Tag, UserRound } from 'lucide-vue-next';
import type { Component, Ref } from 'vue';
import { shallowRef, watch } from 'vue';
import { formatCount } from './format.js';
import type { FindNames } from './name-sources.js';
import { useNameSources } from './name-sources.js';

/** A tag, person or cluster that a filter can name. */
export interface NameCommand {
  readonly key: string;
  readonly name: string;
  readonly count: string;
  readonly icon: Component;
  /** Of a cluster, whose page it opens. */
  readonly clusterId: string | null;
}

const WAIT_MS = 120;
const MOST = 8;

/** Splits what was typed into its sign and the rest: `@` asks for people, `#` for tags and clusters; null for anything else. */
export function askedName(typed: string): { sign: '@' | '#'; text: string } | null {
  const sign = typed[0];
  return sign === '@' || sign === '#' ? { sign, text: typed.slice(1).trim() } : null;
}

/** What exists under the name that is being typed, looked up once the typing pauses. */
export function useNameCommands(typed: Readonly<Ref<string>>): Readonly<Ref<readonly NameCommand[]>> {
  const sources = useNameSources();
  const found = shallowRef<readonly NameCommand[]>([]);
  const list = async (find: FindNames, text: string, icon: Component): Promise<NameCommand[]> =>
    (await find(text)).map(({ id, name, count }) => ({
      ...{ key: `name:${id}`, name, count: formatCount(count), icon },
      clusterId: find === sources.clusters ? id : null,
    }));

  watch(typed, (_, __, onCleanup) => {
    const asked = askedName(typed.value);
    if (!asked) {
      found.value = [];
      return;
    }
    let isOver = false;
    const look = async (): Promise<void> => {
      const { sign, text } = asked;
      const lists =
        sign === '@' ? [list(sources.people, text, UserRound)] : [list(sources.tags, text, Tag), list(sources.clusters, text, Boxes)];
      const answers = await Promise.all(lists).catch(() => []);
      if (!isOver) found.value = answers.flatMap((names) => names.slice(0, MOST / answers.length));
    };
    const timer = setTimeout(() => void look(), WAIT_MS);
    onCleanup(() => {
      isOver = true;
      clearTimeout(timer);
    });
  });
  return found;
}
