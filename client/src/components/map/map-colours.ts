/** Red, green, blue, 0..255. */
export type Colour = readonly [number, number, number];

/** How sets are coloured. */
export interface Palette {
  /** Taken in turn. */
  readonly sets: readonly Colour[];
  /** From the first year to the last, mixed in between. */
  readonly years: readonly Colour[];
  readonly none: Colour;
}

/** Colours with an opacity for sets: four bytes each, one more than there are sets, the last for none. */
export function coloursOf(colours: readonly Colour[], none: Colour, isShown: (set: number) => boolean): Uint8Array {
  const dim = DIM_OPACITY;
  return Uint8Array.from([...colours, none].flatMap((colour, set) => (isShown(set) ? [...colour, 255] : [...none, dim])));
}

// Faint enough to let what is shown stand out, strong enough to tell where the rest lies.
const DIM_OPACITY = 40;

/** The place in the palette of each set: the largest have different ones, also where they follow each other in the list. */
export function ranksOf(counts: ArrayLike<number>, length: number): Uint32Array {
  const bySize = Array.from({ length }, (_, set) => set).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const ranks = new Uint32Array(length);
  for (const [rank, set] of bySize.entries()) ranks[set] = rank;
  return ranks;
}

/** A colour on a ramp of several at equal distances, 0..1. */
export function onRamp(ramp: readonly Colour[], share: number): Colour {
  const at = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const [low, high] = [ramp[Math.floor(at)], ramp[Math.ceil(at)]];
  if (!low || !high) return [128, 128, 128];
  const mix = (part: 0 | 1 | 2): number => Math.round(low[part] + (high[part] - low[part]) * (at % 1));
  return [mix(0), mix(1), mix(2)];
}
