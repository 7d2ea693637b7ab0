import {
  Activity,
  Boxes,
  Copy,
  FilterX,
  FolderOpen,
  Image,
  ImagePlus,
  History,
  Keyboard,
  LogOut,
  Map,
  Monitor,
  Moon,
  RefreshCw,
  ScanSearch,
  SlidersHorizontal,
  Sparkles,
  Sun,
} from 'lucide-vue-next';
import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { formatCount } from '../../composables/format.js';
import { useSearchCommands } from '../../composables/saved-searches.js';
import { useSearch } from '../../composables/search.js';
import { useSignOut } from '../../composables/sign-out.js';
import type { Theme } from '../../composables/theme.js';
import { theme } from '../../composables/theme.js';
import { showError, showNote } from '../../composables/toasts.js';
import { useRunJobMutation } from '../../graphql/generated/operations.js';
import type { Command } from './commands.js';

type PageName = 'photos' | 'similar' | 'clusters' | 'duplicates' | 'map' | 'activity' | 'settings';

/** What the palette offers here and now. */
export function useCommands(options: {
  roots: () => readonly string[];
  /** How many suggestions wait for an answer. */
  proposals: () => number;
  pick: () => void;
  showShortcuts: () => void;
}): ComputedRef<Command[]> {
  const { t } = useI18n();
  const router = useRouter();
  const search = useSearch();
  const signOut = useSignOut();
  const saved = useSearchCommands();
  const { mutate: runJob } = useRunJobMutation({});

  const goTo = (name: PageName, keys: string, icon: Command['icon']): Command => ({
    key: name,
    kind: 'command',
    label: t('frame.palette.go', { place: t(`frame.nav.${name}`) }),
    keys,
    icon,
    run: () => void router.push({ name }),
  });
  const wear = (choice: Theme, label: string, icon: Command['icon']): Command => ({
    key: `theme:${choice}`,
    kind: 'command',
    label,
    icon,
    run: () => void (theme.value = choice),
  });
  const act = (key: string, icon: Command['icon'], run: () => void): Command => ({
    key,
    kind: 'command',
    label: t(`frame.palette.${key}`),
    icon,
    run,
  });
  const suggestions = (count: number): Command => ({
    key: 'proposals',
    kind: 'command',
    label: t('proposals.command', { n: formatCount(count) }),
    icon: Sparkles,
    run: () => void router.push({ name: 'proposals' }),
  });
  const readIn = async (): Promise<void> => {
    try {
      const { runJob: run } = await runJob({ name: 'ingest' });
      showNote(t('frame.jobStarted', { name: run.phase ?? run.job }));
    } catch (error) {
      showError(error);
    }
  };

  return computed(() => [
    goTo('photos', 'G P', Image),
    goTo('similar', 'G S', ScanSearch),
    goTo('clusters', 'G C', Boxes),
    goTo('duplicates', 'G D', Copy),
    goTo('map', 'G M', Map),
    goTo('activity', 'G A', Activity),
    goTo('settings', 'G ,', SlidersHorizontal),
    ...(options.proposals() > 0 ? [suggestions(options.proposals())] : []),
    act('history', History, () => void router.push({ name: 'history' })),
    ...saved.value,
    act('pick', ImagePlus, options.pick),
    ...(Object.keys(search.filter.value).length > 0 ? [act('clearFilters', FilterX, () => search.setFilter({}))] : []),
    ...options.roots().map<Command>((root) => ({
      key: `root:${root}`,
      kind: 'folder',
      label: root,
      hint: t('frame.palette.folder'),
      icon: FolderOpen,
      run: () => search.setFilter({ ...search.filter.value, roots: [root] }),
    })),
    act('readIn', RefreshCw, () => void readIn()),
    wear('system', t('frame.palette.themeSystem'), Monitor),
    wear('light', t('frame.palette.themeLight'), Sun),
    wear('dark', t('frame.palette.themeDark'), Moon),
    act('shortcuts', Keyboard, options.showShortcuts),
    act('signOut', LogOut, () => void signOut()),
  ]);
}
