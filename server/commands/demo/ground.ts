import { type Drawing, ellipse, mix, type Point, polygon, rectangle, round, shape, stroke, stops } from './drawing.js';
import type { Light } from './light.js';

/** A skyline by midpoint displacement: `y` and `height` in pixels, `roughness` 0.4 (hills) to 0.65 (alps). */
export function ridgeLine(drawing: Drawing, y: number, height: number, roughness: number): Point[] {
  const { random, width } = drawing;
  let heights = [random.between(-0.3, 0.3), random.between(0.1, 0.5), random.between(-0.3, 0.3)];
  let swing = 0.65;
  for (let level = 0; level < 7; level += 1) {
    const jump = swing;
    heights = heights.flatMap((value, at) => {
      const next = heights[at + 1];
      return next === undefined ? [value] : [value, (value + next) / 2 + random.between(-jump, jump) * 0.5];
    });
    swing *= roughness;
  }
  const last = heights.length - 1;
  return heights.map((value, at): Point => [(at / last) * width, y - value * height]);
}

/** A gently rolling skyline of a few sine waves. */
export function rollingLine(drawing: Drawing, y: number, height: number): Point[] {
  const { random, width } = drawing;
  const waves = [1, 2, 3.3].map((cycles) => ({
    cycles: cycles * random.between(0.7, 1.3),
    phase: random.between(0, 6.3),
    share: 1 / cycles,
  }));
  return Array.from({ length: 81 }, (_, at): Point => {
    const sum = waves.reduce((total, wave) => total + Math.sin(wave.phase + (at / 80) * wave.cycles * 6.28) * wave.share, 0);
    return [(at / 80) * width, y - (sum * height) / 2];
  });
}

/** Paints everything below a line, down to the lower edge or to `bottom` pixels. */
export function paintBelow(drawing: Drawing, line: readonly Point[], fill: string, bottom = drawing.height): void {
  drawing.add(polygon([...line, [drawing.width, bottom], [0, bottom]], fill));
}

/** Paints snow and shadowed flanks on the parts of a ridge that rise above `snowLine` (pixels). */
export function paintSnow(drawing: Drawing, ridge: readonly Point[], snowLine: number, colours: { lit: string; shade: string }): void {
  const { random } = drawing;
  const foot = ridge.map(([x, y]): Point => [x, y + Math.max(0, snowLine - y) * random.between(0.3, 0.95)]);
  drawing.add(polygon([...ridge, ...[...foot].reverse()], colours.lit));
  const peaks = ridge.flatMap(([, y], at) => (at > 4 && at < ridge.length - 12 && y < snowLine && isPeak(ridge, at) ? [at] : []));
  for (const at of peaks) {
    const [top, flank] = [ridge[at], ridge.slice(at, at + 11)];
    if (!top) continue;
    const inner = flank.map(([x, y], step): Point => [x - (x - top[0]) * 0.72 + random.between(-5, 5), y + step * drawing.unit * 0.008]);
    drawing.add(polygon([...flank, ...inner.reverse()], colours.shade, 'opacity="0.55"'));
  }
}

/** Paints a conifer standing at `foot`. */
export function paintPine(drawing: Drawing, foot: Point, height: number, fill: string): void {
  const { random } = drawing;
  const [x, y] = foot;
  const tiers = 9;
  const side = (sign: number): Point[] =>
    Array.from({ length: tiers * 2 }, (_, step): Point => {
      const tier = Math.floor(step / 2) + (step % 2 === 0 ? 0.55 : 1);
      const reach = height * 0.21 * (tier / tiers) * (step % 2 === 0 ? 0.55 : random.between(0.85, 1.15));
      return [x + sign * reach, y - height * (1 - tier / (tiers + 1))];
    });
  drawing.add(polygon([[x, y - height], ...side(1), [x + height * 0.018, y], [x - height * 0.018, y], ...side(-1).reverse()], fill));
}

/** Paints a forest's edge along a line: conifers from `least` to `most` pixels high. */
export function paintPines(drawing: Drawing, line: readonly Point[], sizes: readonly [least: number, most: number], fill: string): void {
  const { random, width } = drawing;
  const spacing = sizes[1] * 0.17;
  for (let x = -spacing; x < width + spacing; x += spacing * random.between(0.5, 1.6)) {
    const near = line[Math.max(0, Math.min(line.length - 1, Math.round((x / width) * (line.length - 1))))];
    if (near) paintPine(drawing, [x, near[1] + sizes[0] * 0.15], random.between(...sizes), fill);
  }
}

/** Paints a broad-leaved tree: a trunk and leaves in light and shadow. */
export function paintTree(drawing: Drawing, foot: Point, height: number, leaves: { lit: string; shade: string }): void {
  const { random } = drawing;
  const [x, y] = foot;
  drawing.add(
    stroke(`M${round(x)} ${round(y)}q${round(height * 0.02)} ${round(-height * 0.3)} 0 ${round(-height * 0.6)}`, '#2e241d', height * 0.055),
  );
  drawing.add(ellipse([x, y], [height * 0.34, height * 0.035], '#0a120a', `opacity="0.3" ${drawing.blur(height * 0.015)}`));
  const blobs = Array.from({ length: 150 }, () => {
    const [angle, reach] = [random.between(0, 6.283), Math.sqrt(random.unit())];
    const centre: Point = [x + Math.cos(angle) * reach * height * 0.33, y - height * 0.66 + Math.sin(angle) * reach * height * 0.31];
    const lightness = 0.5 - Math.sin(angle) * reach * 0.42 - Math.cos(angle) * reach * 0.2;
    return { centre, lightness: Math.max(0, Math.min(1, lightness + random.between(-0.22, 0.22))) };
  }).sort((first, second) => first.lightness - second.lightness);
  drawing.add(
    ...blobs.map(({ centre, lightness }) =>
      ellipse(centre, [height * random.between(0.028, 0.07)], mix(leaves.shade, leaves.lit, lightness)),
    ),
  );
}

/** Paints water below `top`: a mirrored sky, waves that grow towards the viewer, and glitter under the light at `lightX` (0..1). */
export function paintWater(drawing: Drawing, mood: Light, top: number, lightX: number): void {
  const { random, width, height, unit } = drawing;
  const depth = height - top;
  const near = mix(mood.water, mood.ground, 0.55);
  drawing.add(
    rectangle(
      [0, top, width, depth],
      drawing.linear(stops([0, mix(mood.sky.at(-1) ?? near, mood.water, 0.35)], [0.25, mood.water], [1, near])),
    ),
  );
  for (let count = 240; count > 0; count -= 1) {
    const distance = random.unit() ** 1.6;
    const centre: Point = [random.between(0, width), top + distance * depth];
    const tone = random.unit() < 0.5 ? mix(mood.water, mood.glow, 0.4) : near;
    drawing.add(ellipse(centre, [unit * (0.01 + distance * 0.11), unit * (0.0006 + distance * 0.0032)], tone, 'opacity="0.28"'));
  }
  for (let count = 190; count > 0; count -= 1) {
    const distance = random.unit() ** 1.3;
    const spread = unit * (0.018 + distance * 0.1);
    const centre: Point = [lightX * width + random.normal() * spread, top + distance * depth * 0.95];
    const length = unit * random.between(0.006, 0.026) * (0.5 + distance);
    drawing.add(
      ellipse(centre, [length, unit * (0.0009 + distance * 0.0022)], mood.glow, `opacity="${random.between(0.25, 0.85).toFixed(2)}"`),
    );
  }
}

/** Paints what was grouped under `id` upside down below `shore`, dimmed and softly rippled. */
export function paintReflection(drawing: Drawing, id: string, shore: number, tint: string): void {
  const { random, width, height, unit } = drawing;
  drawing.add(`<clipPath id="${id}-below"><rect x="0" y="${round(shore)}" width="${width}" height="${round(height - shore)}"/></clipPath>`);
  const mirrored = `<use href="#${id}" transform="translate(0 ${round(shore * 2)}) scale(1 -1)"/>`;
  drawing.add(`<g clip-path="url(#${id}-below)"><g ${drawing.blur(unit * 0.0035)}>${mirrored}</g></g>`);
  drawing.add(rectangle([0, shore, width, height - shore], drawing.linear(stops([0, tint, 0.12], [1, tint, 0.72]))));
  for (let count = 70; count > 0; count -= 1) {
    const distance = random.unit();
    const centre: Point = [random.between(0, width), shore + distance * (height - shore)];
    drawing.add(ellipse(centre, [unit * random.between(0.03, 0.16), unit * (0.0007 + distance * 0.0016)], '#ffffff', 'opacity="0.13"'));
  }
}

/** Paints blades of grass along the lower edge, dark against the light. */
export function paintGrass(drawing: Drawing, height: number, fill: string): void {
  const { random, width, height: bottom } = drawing;
  const blades = Array.from({ length: Math.round(width / 5) }, () => {
    const [x, tall, bend] = [random.between(0, width), height * random.between(0.3, 1), random.normal() * height * 0.22];
    const [left, right] = [round(x - height * 0.018), round(x + height * 0.018)];
    return shape(
      `M${left} ${bottom}Q${round(x)} ${round(bottom - tall * 0.6)} ${round(x + bend)} ${round(bottom - tall)}Q${round(x)} ${round(bottom - tall * 0.5)} ${right} ${bottom}Z`,
      fill,
    );
  });
  drawing.add(...blades);
}

function isPeak(ridge: readonly Point[], at: number): boolean {
  const here = ridge[at]?.[1] ?? 0;
  return ridge.slice(at - 4, at + 5).every(([, y]) => y >= here);
}
