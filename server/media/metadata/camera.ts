import { tidyText } from './text.js';

const SUFFIXES = /\b(?:corporation|corp|company|co|ltd|inc|imaging|optical|electronics|eastman|digital camera|technologies)\b[.,]*/gi;

/** A camera as people say it: `NIKON CORPORATION` and `NIKON D70` become `Nikon D70`. */
export function cameraName(make: unknown, model: unknown): string | null {
  const brand = brandName(tidyText(make));
  const name = tidyText(model)?.replace(/\s+/g, ' ') ?? null;
  if (!brand || !name) return brand ?? name;
  const rest = name.toLowerCase().startsWith(brand.toLowerCase()) ? name.slice(brand.length).replace(/^[\s_-]+/, '') : name;
  return rest === '' ? brand : `${brand} ${rest}`;
}

function brandName(make: string | null): string | null {
  if (!make) return null;
  const bare =
    make
      .replace(SUFFIXES, '')
      .replace(/[.,\s]+$/, '')
      .replace(/\s+/g, ' ')
      .trim() || make;
  // Short all-capital names are initials (LG, HTC, DJI); longer ones were only shouted.
  return bare.length > 3 && bare === bare.toUpperCase() ? capitalised(bare.toLowerCase()) : capitalised(bare);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `35 mm · f/5.6 · 1/320 s · ISO 200`, the parts that are known, or null. */
export function exposureText(parts: { focalLength: unknown; aperture: unknown; seconds: unknown; iso: unknown }): string | null {
  const focal = positive(parts.focalLength);
  const aperture = positive(parts.aperture);
  const seconds = positive(parts.seconds);
  const iso = positive(parts.iso);
  const texts = [
    focal && `${round(focal)} mm`,
    aperture && `f/${round(aperture)}`,
    seconds && (seconds < 0.3 ? `1/${Math.round(1 / seconds)} s` : `${round(seconds)} s`),
    iso && `ISO ${Math.round(iso)}`,
  ].filter(Boolean);
  return texts.length > 0 ? texts.join(' · ') : null;
}

function positive(value: unknown): number | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'number' && Number.isFinite(first) && first > 0 && first < 1e7 ? first : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
