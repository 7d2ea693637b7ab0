import { type Drawing, ellipse, mix, type Point, polygon, rectangle, round, stops, corners } from '../drawing.js';
import { paintBelow, paintGrass, paintPine, paintPines, paintReflection, paintSnow, ridgeLine, rollingLine } from '../ground.js';
import { type Light, paintClouds, paintMist, paintSky } from '../light.js';

/** Alps behind alps, fading into haze, with snow, conifers and a still lake. */
export function mountainLake(drawing: Drawing, mood: Light): void {
  const { height, unit, random } = drawing;
  const shore = height * random.between(0.6, 0.68);
  paintSky(drawing, mood, shore, random.between(0.2, 0.8));
  paintClouds(drawing, mood, shore, 0.5);
  paintRanges(drawing, mood, { from: shore * 0.62, to: shore, ranges: 4, size: height * 0.26 });
  paintPines(drawing, rollingLine(drawing, shore, unit * 0.012), [unit * 0.025, unit * 0.08], mix(mood.foliage, mood.ground, 0.5));
  drawing.add(rectangle([0, shore, drawing.width, height - shore], mood.ground));
  drawing.group('shore');
  paintReflection(drawing, 'shore', shore, mood.water);
  paintForeground(drawing, mood);
}

/** A single high peak over layers of misty hills. */
export function mistyPeaks(drawing: Drawing, mood: Light): void {
  const { height, unit, random } = drawing;
  paintSky(drawing, mood, height * 0.62, random.between(0.25, 0.75));
  paintClouds(drawing, mood, height * 0.5, 0.35);
  paintRanges(drawing, mood, { from: height * 0.4, to: height, ranges: 6, size: height * 0.23 });
  const edge = rollingLine(drawing, height * 0.95, height * 0.06);
  paintPines(drawing, edge, [unit * 0.07, unit * 0.2], mix(mood.ground, '#000000', 0.25));
  paintBelow(drawing, edge, mix(mood.ground, '#000000', 0.3));
}

/** A cabin with lit windows among snow-covered conifers, in falling snow. */
export function winterCabin(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const ground = height * 0.68;
  paintSky(drawing, mood, ground, random.between(0.15, 0.4));
  paintRanges(drawing, mood, { from: height * 0.42, to: ground, ranges: 2, size: height * 0.25 });
  paintPines(drawing, rollingLine(drawing, ground, unit * 0.02), [unit * 0.08, unit * 0.24], mix(mood.foliage, mood.haze, 0.25));
  const snow = mood.isDark ? '#8fa3cc' : '#f4f8fc';
  const shade = mood.isDark ? '#33477a' : '#b9cde2';
  paintBelow(drawing, rollingLine(drawing, ground, unit * 0.05), drawing.linear(stops([0, snow], [1, shade])));
  paintCabin(drawing, [width * random.between(0.42, 0.62), ground + unit * 0.12], unit * 0.24);
  for (const x of [0.07, 0.17, 0.9, 0.98])
    paintPine(drawing, [width * x, height * random.between(0.9, 1.02)], unit * random.between(0.5, 0.8), mix(mood.foliage, '#000000', 0.3));
  paintBelow(drawing, rollingLine(drawing, height * 0.94, unit * 0.05), snow);
  for (let flake = 0; flake < 320; flake += 1) {
    const size = unit * 0.0012 + random.unit() ** 4 * unit * 0.007;
    drawing.add(
      ellipse(
        [random.between(0, width), random.between(0, height)],
        [size],
        '#ffffff',
        `opacity="${random.between(0.35, 0.9).toFixed(2)}"`,
      ),
    );
  }
}

/** Curtains of northern light over a dark lake. */
export function aurora(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const shore = height * 0.72;
  paintSky(drawing, mood, shore, 1.4);
  for (const colour of ['#36f5a2', '#2fd6c4', '#7b5cff', '#3cf08a']) {
    const curve = rollingLine(drawing, shore * random.between(0.42, 0.7), height * 0.22);
    const curtain = curve.map(([x, y]) => {
      const tall = height * random.between(0.24, 0.44);
      return rectangle(
        [x - width * 0.012, y - tall, width * 0.026, tall],
        drawing.linear(stops([0, colour, 0], [0.7, colour, 0.3], [0.96, colour, 0.75], [1, colour, 0])),
      );
    });
    drawing.add(`<g ${drawing.blur(unit * 0.012)} opacity="0.62">${curtain.join('')}</g>`);
  }
  paintRanges(drawing, mood, { from: shore * 0.9, to: shore, ranges: 2, size: height * 0.1 });
  paintPines(drawing, rollingLine(drawing, shore, 4), [unit * 0.03, unit * 0.1], '#03060c');
  drawing.group('north');
  paintReflection(drawing, 'north', shore, '#04101f');
}

function paintRanges(drawing: Drawing, mood: Light, extent: { from: number; to: number; ranges: number; size: number }): void {
  const { from, to, ranges, size } = extent;
  for (let range = 0; range < ranges; range += 1) {
    const near = range / Math.max(1, ranges - 1);
    const base = from + (to - from) * near * 0.92;
    const ridge = ridgeLine(drawing, base, size * (1.35 - near * 0.75), 0.56);
    const tone = mix(mood.haze, mix(mood.ground, mood.foliage, near * 0.5), 0.28 + near * 0.62);
    paintBelow(drawing, ridge, drawing.linear(stops([0, tone], [0.8, mix(tone, mood.haze, 0.55)])), to);
    const snow = { lit: mix('#ffffff', mood.haze, 0.2), shade: mix(tone, mood.haze, 0.35) };
    if (range < 2 && !mood.isDark) paintSnow(drawing, ridge, base - size * 0.12, snow);
    paintMist(drawing, mix(mood.haze, mood.glow, 0.3), base, Math.min(to, base + size * 0.75));
  }
}

function paintForeground(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const side = random.unit() < 0.5 ? 0 : 1;
  const dark = mix(mood.ground, '#000000', 0.45);
  for (const [x, size] of [
    [0.02, 0.72],
    [0.1, 0.55],
    [0.17, 0.36],
  ] as const)
    paintPine(drawing, [width * Math.abs(side - x), height * 1.01], unit * size * random.between(0.85, 1.1), dark);
  paintGrass(drawing, unit * 0.05, dark);
}

function paintCabin(drawing: Drawing, foot: Point, size: number): void {
  const [x, y] = foot;
  const warm = drawing.radial(stops([0, '#ffd58a', 0.75], [1, '#ffb454', 0]));
  drawing.add(rectangle([x - size * 0.7, y - size * 0.7, size * 1.4, size * 0.75], '#4a2f22'));
  for (let plank = 0; plank < 7; plank += 1)
    drawing.add(rectangle([x - size * 0.7, y - size * 0.66 + plank * size * 0.1, size * 1.4, size * 0.012], '#2c1a12', 'opacity="0.6"'));
  drawing.add(rectangle([x + size * 0.36, y - size * 1.45, size * 0.16, size * 0.5], '#57463f'));
  drawing.add(polygon(corners([x - size * 0.9, y - size * 0.62], [x, y - size * 1.32], [x + size * 0.9, y - size * 0.62]), '#dfe9f5'));
  drawing.add(polygon(corners([x, y - size * 1.32], [x + size * 0.9, y - size * 0.62], [x + size * 0.2, y - size * 0.62]), '#a9bdd8'));
  for (const at of [-0.48, 0.22])
    drawing.add(
      rectangle(
        [x + size * at, y - size * 0.46, size * 0.26, size * 0.24],
        '#ffcf73',
        `stroke="#2c1a12" stroke-width="${round(size * 0.03)}"`,
      ),
    );
  drawing.add(rectangle([x - size * 0.1, y - size * 0.42, size * 0.22, size * 0.47], '#2c1a12'));
  drawing.add(ellipse([x, y - size * 0.25], [size * 1.25, size * 0.8], warm), ellipse([x, y + size * 0.2], [size, size * 0.2], warm));
}
