import { useI18n } from 'vue-i18n';

/** Texts that every tile shows. Translating takes 0.1 ms, which 60 new tiles in one frame would feel: so each text is asked for once. */
export interface TileTexts {
  readonly similar: string;
  readonly reveal: string;
  readonly annotate: string;
  /** Badge of a stack by the role of what lies under the picture. */
  readonly roles: Readonly<Record<string, string>>;
  select(name: string): string;
  name(tile: { label: string; isFavourite: boolean }, length: string | null): string;
}

let known: { locale: string; texts: TileTexts } | null = null;

/** The texts in the present language. */
export function useTileTexts(): TileTexts {
  const { t, locale } = useI18n();
  if (known?.locale === locale.value) return known.texts;
  // Names are put in by hand: a file may be called anything, also `{length}`.
  const [before = '', after = ''] = t('photos.select', { name: '\u0000' }).split('\u0000');
  const [start = '', middle = '', end = ''] = t('photos.video', { name: '\u0000', length: '\u0000' }).split('\u0000');
  const favourite = `, ${t('photos.favourite')}`;
  const texts: TileTexts = {
    similar: t('photos.similar'),
    reveal: t('photos.reveal'),
    annotate: t('photos.annotate'),
    roles: { LIVE_VIDEO: t('photos.live'), RAW: t('photos.raw'), BURST: t('photos.burst') },
    select: (name) => before + name + after,
    name: ({ label, isFavourite }, length) =>
      (length === null ? label : start + label + middle + length + end) + (isFavourite ? favourite : ''),
  };
  known = { locale: locale.value, texts };
  return texts;
}
