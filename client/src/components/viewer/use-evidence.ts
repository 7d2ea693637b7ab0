import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useRoute } from 'vue-router';
import type { Evidence } from '../../composables/evidence.js';
import { evidenceFromQuery } from '../../composables/evidence.js';
import { plainRegion } from '../../composables/region.js';
import type { RegionInput, SimilarityEvidenceQuery } from '../../graphql/generated/operations.js';
import { useSimilarityEvidenceQuery } from '../../graphql/generated/operations.js';

/** The part of a hit that was found when it was looked at. */
export type FoundPart = NonNullable<SimilarityEvidenceQuery['similarityEvidence']>;

/** Why the viewer shows a picture. */
export interface ViewerEvidence {
  /** Null where it was not opened from a search. */
  evidence: ComputedRef<Evidence | null>;
  found: ComputedRef<FoundPart | null>;
  /** The part that matched, known from the search or found now. */
  box: ComputedRef<RegionInput | null>;
}

/** Reads the evidence from the address and looks for the part that matched where the search named none. */
export function useEvidence(id: () => string | null): ViewerEvidence {
  const route = useRoute();
  const evidence = computed(() => (route.name === 'viewer' && id() !== null ? evidenceFromQuery(route.query) : null));
  const wanted = computed(() => {
    const { logId, region, frameMs, asked } = evidence.value ?? {};
    const isQuery = asked?.some(({ kind, value, mode }) => kind === 'id' && value === id() && mode === 'MORE');
    return logId && !region && !isQuery ? { logId, imageId: id() ?? '', frameMs: frameMs ?? null } : null;
  });
  // A search that is remembered no longer has no part: that is no error to show.
  const { result } = useSimilarityEvidenceQuery(
    () => wanted.value ?? { logId: '', imageId: '' },
    () => ({ enabled: wanted.value !== null, fetchPolicy: 'cache-first', keepPrevious: false }),
  );
  const found = computed(() => (wanted.value ? (result.value?.similarityEvidence ?? null) : null));
  return { evidence, found, box: computed(() => evidence.value?.region ?? plainRegion(found.value?.region)) };
}
