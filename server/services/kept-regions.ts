import { keptRegionOf, type KeptRegion } from '../media/kept-region.js';
import type { Annotation } from '../repositories/annotation.repository.js';

/** The parts of a picture that people keep, of all that is said of it; oldest first. */
export function keptRegionsOf(said: readonly Annotation[]): (KeptRegion & { readonly at: Date })[] {
  const kept = said.flatMap(({ field, element, value, saidAt }) => {
    const region = field === 'regions' ? keptRegionOf(element, value) : null;
    return region ? [{ ...region, at: saidAt }] : [];
  });
  return kept.sort((a, b) => a.at.getTime() - b.at.getTime());
}
