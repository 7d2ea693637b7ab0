import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { PartImageQuery } from '../graphql/generated/operations.js';
import { usePartImageQuery } from '../graphql/generated/operations.js';
import { formatClock } from './format.js';
import { thumbnailUrl } from './picture.js';
import { findPicture } from './query-picture.js';
import type { AskedPart } from './query-parts.js';

/** What the server made of a part, where it is known. */
export interface KnownPart {
  readonly imageId: string | null;
  readonly previewUrl: string | null;
}

/** How a part of a query is shown. */
export interface PartFace {
  /** Its title or file name, with the moment; words in quotation marks. */
  name: ComputedRef<string>;
  /** Null for words, and until it is known. */
  picture: ComputedRef<string | null>;
  image: ComputedRef<PartImageQuery['image'] | null>;
}

/** Looks up what a part of a query is called and looks like. */
export function usePartFace(part: () => AskedPart | null, known: () => KnownPart | null): PartFace {
  const { t } = useI18n();
  const id = computed(() => known()?.imageId ?? (part()?.kind === 'id' ? (part()?.value ?? null) : null));
  const { result } = usePartImageQuery(
    () => ({ id: id.value ?? '' }),
    () => ({ enabled: id.value !== null, fetchPolicy: 'cache-first', keepPrevious: false }),
  );
  const image = computed(() => (id.value === null ? null : (result.value?.image ?? null)));
  const upload = computed(() => (part()?.kind === 'upload' ? findPicture(part()?.value ?? '') : null));
  return {
    image,
    name: computed(() => {
      const one = part();
      if (!one) return '';
      if (one.kind === 'text') return t('similar.quoted', { words: one.value });
      const title = image.value?.title ?? image.value?.fileName ?? upload.value?.file.name ?? t('similar.picture');
      return one.frameMs === null ? title : `${title}, ${t('similar.moment', { time: formatClock(one.frameMs) })}`;
    }),
    picture: computed(() => {
      const frameMs = part()?.frameMs ?? null;
      const frame = frameMs === null ? null : image.value?.frames.find(({ ms }) => ms === frameMs);
      if (frame) return frame.thumbnailUrl;
      return image.value ? thumbnailUrl(image.value.thumbnailUrl, 512) : (upload.value?.url ?? known()?.previewUrl ?? null);
    }),
  };
}
