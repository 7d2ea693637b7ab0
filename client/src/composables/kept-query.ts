import type { RouteLocationRaw } from 'vue-router';
import { useI18n } from 'vue-i18n';
import type { ImageFilter, KeptQueryPartsFragment } from '../graphql/generated/operations.js';
import { type datesOf, formatClock, formatCount } from './format.js';
import { pictureName } from './picture.js';
import { chipsOf } from './search-chips.js';
import { filterToQuery } from './url-state.js';

/** A query as it is kept, with the cut it is asked again with; null for the calibrated one. */
export interface KeptSearch {
  readonly query: KeptQueryPartsFragment;
  readonly threshold: number | null;
  readonly topK: number;
}

/** The address of the Similar page that asks it again; null for what was not kept. */
export function addressOf({ query, threshold, topK }: KeptSearch): RouteLocationRaw | null {
  if (!query.canRunAgain) return null;
  const [part] = query.parts;
  if (!part) return null;
  const { text, image, region, frameMs } = part;
  const asked = text ? { text } : { id: image?.id ?? '' };
  const address = {
    ...asked,
    ...(typeof frameMs !== 'number' ? {} : { frame: String(frameMs) }),
    ...(region
      ? { region: [region.x, region.y, region.width, region.height].map((part) => String(Number(part.toFixed(4)))).join(',') }
      : {}),
    top: String(topK),
    ...(threshold === null ? {} : { threshold: threshold.toFixed(2) }),
  };
  return { name: 'similar', query: { ...address, ...filterToQuery(filterOf(query)) } };
}

function filterOf({ filter }: KeptQueryPartsFragment): ImageFilter {
  return Object.fromEntries(Object.entries(filter ?? {}).filter(([name, value]) => name !== '__typename' && value !== null));
}

/** Says what a kept query looked for: its words or picture, and what narrowed it. */
export function useQueryWords(): {
  nameOf: (query: KeptQueryPartsFragment, unnamed: string) => string;
  narrowed: (query: KeptQueryPartsFragment) => string;
} {
  const { t } = useI18n();
  const counted = (key: 'persons' | 'notPersons' | 'clusters', ids: readonly unknown[] | null | undefined): string[] =>
    ids?.length ? [t(`searches.filter.${key}`, { n: formatCount(ids.length) }, ids.length)] : [];
  const dated = ({ from, to }: ReturnType<typeof datesOf>): string => {
    if (from && to) return from === to ? from : t('parts.dates.between', { from, to });
    return from ? t('parts.dates.since', { from }) : t('parts.dates.until', { to });
  };
  const chipped = (filter: ImageFilter): string[] =>
    chipsOf(filter).map(({ nameKey, valueKey, value, dates }) => {
      const text = value ?? (dates ? dated(dates) : t(`frame.filter.${valueKey}`));
      return nameKey && nameKey !== 'dates' ? `${t(`frame.filter.${nameKey}`)} ${text}` : text;
    });
  const unchipped = (filter: ImageFilter): string[] => [
    ...counted('persons', filter.persons),
    ...counted('notPersons', filter.notPersons),
    ...counted('clusters', filter.clusters),
    ...(typeof filter.hasFaces === 'boolean' ? [t(filter.hasFaces ? 'searches.filter.faces' : 'searches.filter.noFaces')] : []),
    ...(filter.hasPlace === false ? [t('searches.filter.noPlace')] : []),
    ...(filter.favourite === false ? [t('searches.filter.noFavourite')] : []),
  ];
  return {
    nameOf: ({ parts: [part] }, unnamed) => part?.text ?? (part?.image ? pictureName(part.image) : unnamed),
    narrowed: (query) => {
      const filter = filterOf(query);
      const own = query.parts.flatMap(({ region, frameMs }) => [
        ...(region ? [t('searches.part')] : []),
        ...(typeof frameMs === 'number' ? [t('searches.moment', { time: formatClock(frameMs) })] : []),
      ]);
      return [...own, ...chipped(filter), ...unchipped(filter)].join(' · ');
    },
  };
}
