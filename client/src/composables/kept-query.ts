import type { RouteLocationRaw } from 'vue-router';
import { useI18n } from 'vue-i18n';
import type { ImageFilter, KeptQueryPartsFragment } from '../graphql/generated/operations.js';
import { type datesOf, formatClock, formatCount } from './format.js';
import { pictureName } from './picture.js';
import type { AskedPart } from './query-parts.js';
import { partOf, partsToQuery } from './query-parts.js';
import { plainRegion } from './region.js';
import { chipsOf } from './search-chips.js';
import { filterToQuery } from './url-state.js';

type KeptPart = KeptQueryPartsFragment['parts'][number];

/** A query as it is kept, with the cut it is asked again with; null for the calibrated one. */
export interface KeptSearch {
  readonly query: KeptQueryPartsFragment;
  readonly threshold: number | null;
  readonly topK: number;
}

/** The address of the Similar page that asks it again; null for what was not kept. */
export function addressOf({ query, threshold, topK }: KeptSearch): RouteLocationRaw | null {
  if (!query.canRunAgain) return null;
  const address = {
    ...partsToQuery(query.parts.map(askedAgain)),
    top: String(topK),
    ...(threshold === null || threshold <= -1 ? {} : { threshold: threshold.toFixed(2) }),
  };
  return { name: 'similar', query: { ...address, ...filterToQuery(filterOf(query)) } };
}

function askedAgain({ text, image, region, frameMs, mode, weight }: KeptPart): AskedPart {
  const said = { mode: mode ?? 'MORE', weight: mode === 'NOT' ? 1 : (weight ?? 1) } as const;
  if (text) return partOf('text', text, said);
  return partOf('id', image?.id ?? '', { ...said, region: plainRegion(region), frameMs: frameMs ?? null });
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
  const dated = ({ from, to }: ReturnType<typeof datesOf>): string => {
    if (from && to) return from === to ? from : t('parts.dates.between', { from, to });
    return from ? t('parts.dates.since', { from }) : t('parts.dates.until', { to });
  };
  const chipped = (filter: ImageFilter): string[] =>
    chipsOf(filter).map(({ nameKey, valueKey, value, dates, counted }) => {
      if (counted) return t(`searches.filter.${counted.key}`, { n: formatCount(counted.n) }, counted.n);
      const text = value ?? (dates ? dated(dates) : t(`frame.filter.${valueKey}`));
      return nameKey && nameKey !== 'dates' ? `${t(`frame.filter.${nameKey}`)} ${text}` : text;
    });
  const unchipped = (filter: ImageFilter): string[] => [
    ...(filter.hasPlace === false ? [t('searches.filter.noPlace')] : []),
    ...(filter.favourite === false ? [t('searches.filter.noFavourite')] : []),
  ];
  return {
    nameOf: ({ parts }, unnamed) => {
      const [only, ...others] = parts;
      if (only?.text && others.length === 0) return only.text;
      const names = parts.map(({ text, image, mode }, place) => {
        const named = image && others.length > 0 ? (image.title ?? image.fileName) : image && pictureName(image);
        const name = text ? t('similar.quoted', { words: text }) : (named ?? unnamed);
        return place === 0 && (mode ?? 'MORE') === 'MORE' ? name : t(`similar.mix.sign.${mode ?? 'MORE'}`, { name });
      });
      return names.join(' ');
    },
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
