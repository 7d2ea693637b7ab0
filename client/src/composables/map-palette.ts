import { useMediaQuery } from '@vueuse/core';
import type { ShallowRef } from 'vue';
import { nextTick, shallowRef, watch } from 'vue';
import type { Colour, Palette } from '../components/map/map-colours.js';
import { theme } from './theme.js';

const SETS = Array.from({ length: 12 }, (_, at) => `--map-${at + 1}`);
const YEARS = Array.from({ length: 5 }, (_, at) => `--map-year-${at + 1}`);

/** The colours of the map as its style sheet gives them in the scheme that is in force, and again when that changes; null before it is mounted. */
export function useMapPalette(element: Readonly<ShallowRef<HTMLElement | null>>): ShallowRef<(Palette & { accent: Colour }) | null> {
  const palette = shallowRef<(Palette & { accent: Colour }) | null>(null);
  const isDark = useMediaQuery('(prefers-color-scheme: dark)');
  const read = async (): Promise<void> => {
    await nextTick();
    if (!element.value) return;
    const probe = element.value.appendChild(document.createElement('i'));
    // Only as the colour of something is a pair for light and dark resolved.
    const colourOf = (name: string): Colour => {
      probe.style.color = `var(${name})`;
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue];
    };
    palette.value = { sets: SETS.map(colourOf), years: YEARS.map(colourOf), none: colourOf('--map-none'), accent: colourOf('--accent') };
    probe.remove();
  };
  watch([element, isDark, theme], read, { immediate: true });
  return palette;
}

/** As CSS. */
export function cssColour([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}
