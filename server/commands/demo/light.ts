import { type Drawing, ellipse, mix, rectangle, type Stop, stops } from './drawing.js';

/** The light of a picture: the sky from top to horizon, what shines, and how far and near ground look in it. */
export interface Light {
  readonly sky: readonly string[];
  readonly glow: string;
  readonly haze: string;
  readonly ground: string;
  readonly foliage: string;
  readonly water: string;
  /** Height of sun or moon over the horizon, 0..1 of the sky. */
  readonly altitude: number;
  readonly isDark: boolean;
}

/** Lights by the time of day and the weather. */
export const LIGHTS = {
  dawn: light(['#33457a', '#7d7fb5', '#e7a7a6', '#ffdcb0'], ['#fff0cf', '#e9b3a9', '#2b2a45', '#2c4a4a', '#51658f'], 0.12),
  day: light(['#2669b3', '#5c9edb', '#a9d4f2', '#e4f3fb'], ['#ffffff', '#b7d7ea', '#2f5b3b', '#3f7d3c', '#2b7fa8'], 0.75),
  golden: light(['#4a6796', '#9c93ab', '#f2b878', '#ffe6ae'], ['#fff4d0', '#f0c08a', '#54402c', '#6b7335', '#7f86a0'], 0.28),
  sunset: light(['#251d52', '#7b2f74', '#dd4f5b', '#ff9d57', '#ffd991'], ['#fff0b8', '#e0725f', '#1f1630', '#2a2338', '#7a3b62'], 0.1),
  dusk: light(['#0e1739', '#2b3168', '#6a5596', '#d08aa0', '#f4b8a0'], ['#ffe9d0', '#8c6f9d', '#15162f', '#1b2438', '#3d3f70'], 0.3, true),
  night: light(['#04060f', '#0a1230', '#162450', '#2b4272'], ['#eef4ff', '#24365f', '#05070f', '#0a1420', '#0d1a3a'], 0.7, true),
  overcast: light(['#8799a8', '#a9b8c2', '#cdd6da', '#e6eaea'], ['#ffffff', '#c3ced3', '#3e4b46', '#4e6650', '#7d929c'], 0.6),
  winter: light(['#6d9bc6', '#a5c6e0', '#dbe8f1', '#fde9da'], ['#fffaf0', '#dfe6ee', '#5a6a80', '#34504e', '#88a8c2'], 0.35),
} as const satisfies Record<string, Light>;

/** Name of a light. */
export type LightName = keyof typeof LIGHTS;

/** Paints the sky down to `horizon` (pixels) with sun or moon at `x` (0..1), its glow, and stars where it is dark. */
export function paintSky(drawing: Drawing, mood: Light, horizon: number, x: number): void {
  const { width, height, unit } = drawing;
  const last = mood.sky.length - 1;
  const bands = mood.sky.map((colour, place): Stop => [(place / last) * (horizon / height), colour]);
  drawing.add(rectangle([0, 0, width, height], drawing.linear(bands)));
  if (mood.isDark) paintStars(drawing, horizon);
  const centre = [x * width, horizon * (1 - mood.altitude)] as const;
  const halo = drawing.radial(stops([0, mood.glow, 0.9], [0.18, mood.glow, 0.45], [0.5, mood.glow, 0.14], [1, mood.glow, 0]));
  drawing.add(ellipse(centre, [unit * (mood.isDark ? 0.3 : 0.62)], halo));
  drawing.add(ellipse(centre, [unit * (mood.isDark ? 0.035 : 0.05)], mood.glow, drawing.blur(unit * 0.002)));
}

/** Paints soft clouds, lit from below by the horizon's colour; `cover` 0..1 says how many. */
export function paintClouds(drawing: Drawing, mood: Light, horizon: number, cover: number): void {
  const { random, width, unit } = drawing;
  const lit = mix(mood.sky.at(-1) ?? '#ffffff', mood.glow, 0.5);
  for (let count = Math.round(cover * 9); count > 0; count -= 1) {
    const middle = [random.between(-0.1, 1.1) * width, random.between(0.08, 0.8) * horizon] as const;
    const far = middle[1] / horizon;
    const length = unit * random.between(0.16, 0.42) * (1.1 - far * 0.6);
    const puffs = Array.from({ length: 22 }, () => {
      const along = Math.max(-1, Math.min(1, random.normal() * 0.45));
      const size = length * random.between(0.06, 0.17) * (1.05 - along * along * 0.75) * (1.1 - far * 0.5);
      return ellipse([middle[0] + along * length, middle[1] - size * random.between(0.3, 1)], [size * 1.25, size], lit);
    });
    const shade = mix(mood.sky[1] ?? lit, mood.haze, 0.5);
    const under = ellipse([middle[0], middle[1] + length * 0.05], [length * 0.8, length * 0.06], shade, 'opacity="0.5"');
    drawing.add(`<g ${drawing.blur(unit * 0.009)} opacity="${mood.isDark ? 0.22 : 0.66}">${under}${puffs.join('')}</g>`);
  }
}

/** Paints a veil of haze from `top` to `bottom` (pixels), strongest in the middle. */
export function paintMist(drawing: Drawing, colour: string, top: number, bottom: number): void {
  const fill = drawing.linear(stops([0, colour, 0], [0.55, colour, 0.6], [1, colour, 0]));
  drawing.add(rectangle([0, top, drawing.width, bottom - top], fill));
}

/** Paints out-of-focus lights in the colours given: the background of close-ups and evenings. */
export function paintBokeh(drawing: Drawing, colours: readonly string[], options: { count: number; size: number; opacity: number }): void {
  const { random, width, height, unit } = drawing;
  for (let count = options.count; count > 0; count -= 1) {
    const radius = unit * options.size * random.between(0.35, 1);
    const colour = random.pick(colours);
    const disc = drawing.radial(
      stops([0, colour, options.opacity * 0.55], [0.82, colour, options.opacity * 0.75], [0.94, colour, options.opacity], [1, colour, 0]),
    );
    drawing.add(ellipse([random.between(0, width), random.between(0, height)], [radius], disc));
  }
}

function paintStars(drawing: Drawing, horizon: number): void {
  const { random, width, unit } = drawing;
  for (let count = 260; count > 0; count -= 1) {
    const brightness = random.unit() ** 3;
    const centre = [random.between(0, width), random.unit() ** 1.4 * horizon * 0.9] as const;
    drawing.add(ellipse(centre, [unit * (0.0006 + brightness * 0.0016)], '#f4f7ff', `opacity="${(0.25 + brightness * 0.7).toFixed(2)}"`));
  }
}

function light(sky: readonly string[], tones: readonly [string, string, string, string, string], altitude: number, isDark = false): Light {
  const [glow, haze, ground, foliage, water] = tones;
  return { sky, glow, haze, ground, foliage, water, altitude, isDark };
}
