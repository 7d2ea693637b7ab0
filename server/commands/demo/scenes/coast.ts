import { type Drawing, ellipse, mix, type Point, polygon, rectangle, round, shape, stops, corners } from '../drawing.js';
import { paintBelow, paintReflection, ridgeLine, rollingLine } from '../ground.js';
import { type Light, paintClouds, paintSky } from '../light.js';

/** A beach from above: sand, foam, turquoise water and parasols. */
export function beachFromAbove(drawing: Drawing): void {
  const { width, height, unit, random } = drawing;
  drawing.add(rectangle([0, 0, width, height], drawing.linear(stops([0, '#f4deb3'], [1, '#e2bf86']))));
  const edge = rollingLine(drawing, height * 0.42, unit * 0.09).map(([x, y]): Point => [x, y + (x / width - 0.5) * height * 0.3]);
  const shifted = (by: number): Point[] =>
    edge.map(([x, y], at): Point => [x, y - by * unit + Math.sin(at * 1.3 + by * 30) * unit * 0.007]);
  const sea = ([by, colour, opacity]: readonly [number, string, number]): string =>
    polygon([...shifted(by), [width, 0], [0, 0]], colour, `opacity="${opacity}"`);
  const bands = [
    [-0.05, '#c8a878', 0.55],
    [-0.022, '#ffffff', 0.85],
    [0, '#9fe0d8', 1],
    [0.05, '#ffffff', 0.8],
    [0.065, '#5cc9c6', 1],
    [0.15, '#ffffff', 0.35],
    [0.16, '#2faabd', 0.9],
    [0.3, '#1783a8', 0.85],
    [0.5, '#0d5f8e', 0.8],
  ] as const;
  drawing.add(...bands.map(sea));
  const stripes = [
    ['#e4483f', '#fff6ea'],
    ['#f2b134', '#fff6ea'],
    ['#2d7fb8', '#fff6ea'],
    ['#ef7a5c', '#ffe2c4'],
    ['#2f9d8f', '#fff6ea'],
  ] as const;
  for (let count = 0; count < 11; count += 1) {
    const centre: Point = [
      width * (0.06 + (count % 6) * 0.17 + random.between(-0.03, 0.03)),
      height * (0.74 + Math.floor(count / 6) * 0.17 + random.between(-0.03, 0.03)),
    ];
    paintParasol(drawing, centre, unit * random.between(0.045, 0.062), random.pick(stripes));
  }
}

/** Coloured houses along a harbour, mirrored in still water. */
export function harbour(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const quay = height * 0.6;
  paintSky(drawing, mood, quay, random.between(0.2, 0.8));
  paintClouds(drawing, mood, quay, 0.6);
  paintBelow(drawing, ridgeLine(drawing, quay * 0.72, unit * 0.13, 0.5), mix(mood.haze, mood.foliage, 0.4), quay);
  const walls = ['#d96c4f', '#e9b44c', '#6fa3b5', '#f0e2c8', '#b65a62', '#8fae7b', '#e58f65', '#ddd0b8'];
  for (let x = -unit * 0.03; x < width;) {
    const size = { width: unit * random.between(0.1, 0.17), height: unit * random.between(0.2, 0.36) };
    paintHouse(drawing, mood, { corner: [x, quay], size, wall: random.pick(walls) });
    x += size.width;
  }
  drawing.add(rectangle([0, quay - unit * 0.012, width, unit * 0.03], mix('#7d7468', mood.ground, 0.5)));
  drawing.group('quay');
  paintReflection(drawing, 'quay', quay + unit * 0.018, mood.water);
  for (const [x, drop, size] of [
    [0.22, 0.14, 0.17],
    [0.6, 0.2, 0.2],
    [0.86, 0.12, 0.15],
  ] as const)
    paintRowingBoat(drawing, [x * width, quay + drop * height], size * unit);
}

function paintParasol(drawing: Drawing, centre: Point, radius: number, colours: readonly [string, string]): void {
  const { random } = drawing;
  const [x, y] = centre;
  drawing.add(
    ellipse([x + radius * 0.55, y + radius * 0.5], [radius, radius * 0.95], '#6b4a2a', `opacity="0.35" ${drawing.blur(radius * 0.08)}`),
  );
  drawing.add(
    rectangle(
      [x + radius * 0.5, y - radius * 1.1, radius * 0.75, radius * 1.7],
      random.pick(['#f7f3ea', '#7fb6c9', '#f3c6b0']),
      `rx="${round(radius * 0.1)}"`,
    ),
  );
  for (let gore = 0; gore < 10; gore += 1) {
    const [start, end] = [(gore / 10) * 6.2832, ((gore + 1) / 10) * 6.2832];
    drawing.add(
      polygon(
        corners(
          [x, y],
          [x + Math.cos(start) * radius, y + Math.sin(start) * radius],
          [x + Math.cos(end) * radius, y + Math.sin(end) * radius],
        ),
        colours[gore % 2] ?? '#ffffff',
      ),
    );
  }
  drawing.add(
    ellipse(centre, [radius], drawing.radial(stops([0, '#ffffff', 0.35], [0.5, '#ffffff', 0], [1, '#402010', 0.25]), [0.35, 0.35])),
  );
}

function paintHouse(drawing: Drawing, mood: Light, house: { corner: Point; size: { width: number; height: number }; wall: string }): void {
  const { random } = drawing;
  const {
    corner: [x, foot],
    size,
    wall,
  } = house;
  const top = foot - size.height;
  const tone = mix(wall, mood.ground, mood.isDark ? 0.62 : 0.12);
  drawing.add(
    rectangle([x, top, size.width, size.height], drawing.linear(stops([0, mix(tone, mood.glow, 0.14)], [1, mix(tone, mood.ground, 0.25)]))),
  );
  drawing.add(
    polygon(
      corners([x - 3, top], [x + size.width + 3, top], [x + size.width * 0.5, top - size.width * 0.42]),
      mix('#9a4a36', mood.ground, mood.isDark ? 0.6 : 0.2),
    ),
  );
  const [columns, rows] = [3, Math.max(3, Math.round(size.height / (size.width * 0.42)))];
  for (let pane = 0; pane < columns * rows; pane += 1) {
    const [column, row] = [pane % columns, Math.floor(pane / columns)];
    const lit = mood.isDark ? random.unit() < 0.55 : random.unit() < 0.08;
    const box = [
      x + size.width * (0.14 + column * 0.27),
      top + size.height * (0.08 + (row / rows) * 0.88),
      size.width * 0.16,
      (size.height / rows) * 0.52,
    ] as const;
    drawing.add(
      rectangle(box, lit ? '#ffd88a' : mix('#2d3a4a', mood.haze, 0.3), 'stroke="#ffffff" stroke-opacity="0.5" stroke-width="1.5"'),
    );
  }
}

function paintRowingBoat(drawing: Drawing, centre: Point, size: number): void {
  const [x, y] = centre;
  const at = (dx: number, dy: number): string => `${round(x + dx * size)} ${round(y + dy * size)}`;
  const hull = drawing.random.pick(['#b5463c', '#2f6f8f', '#e5d9c0', '#3d7a5a']);
  drawing.add(ellipse([x, y + size * 0.16], [size * 0.55, size * 0.05], '#08101c', `opacity="0.45" ${drawing.blur(size * 0.03)}`));
  drawing.add(
    shape(
      `M${at(-0.5, -0.06)}Q${at(0, 0.06)} ${at(0.52, -0.1)}Q${at(0.4, 0.17)} ${at(0.25, 0.17)}L${at(-0.3, 0.17)}Q${at(-0.46, 0.1)} ${at(-0.5, -0.06)}Z`,
      hull,
    ),
  );
  drawing.add(shape(`M${at(-0.5, -0.06)}Q${at(0, 0.06)} ${at(0.52, -0.1)}Q${at(0, 0.14)} ${at(-0.5, -0.06)}Z`, '#f4ead6'));
  drawing.add(shape(`M${at(-0.44, -0.03)}Q${at(0, 0.07)} ${at(0.46, -0.07)}Q${at(0, 0.11)} ${at(-0.44, -0.03)}Z`, '#4a3222'));
}
