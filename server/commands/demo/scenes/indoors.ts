import { corners, type Drawing, ellipse, mix, type Point, polygon, rectangle, round, shape, stops, stroke } from '../drawing.js';
import { type Light, paintBokeh } from '../light.js';

/** A birthday cake with burning candles in front of coloured lights. */
export function birthdayCake(drawing: Drawing): void {
  const { width, height, unit, random } = drawing;
  const room = random.pick([
    ['#2a1633', '#6a2c4f'],
    ['#13233f', '#2f4a6e'],
    ['#3a1f14', '#7a4526'],
  ] as const);
  drawing.add(rectangle([0, 0, width, height], drawing.linear(stops([0, room[0]], [1, room[1]]))));
  paintBokeh(drawing, ['#ffcf70', '#ff8f6b', '#ff6fa0', '#7fd0ff'], { count: 44, size: 0.07, opacity: 0.34 });
  drawing.add(rectangle([0, height * 0.8, width, height * 0.2], drawing.linear(stops([0, '#8a5a3a'], [1, '#3d2416']))));
  const [x, wide] = [width * random.between(0.44, 0.56), unit * 0.36];
  const icing = random.pick([
    ['#fbe4ec', '#f3a9c2'],
    ['#fff5e2', '#e8bf8a'],
    ['#e2f1f7', '#8cc4dc'],
    ['#5b3424', '#3a1f14'],
  ] as const);
  drawing.add(
    ellipse([x, height * 0.86], [wide * 1.35, unit * 0.055], '#e9eef4'),
    ellipse([x, height * 0.853], [wide * 1.22, unit * 0.04], '#c3ccd8'),
  );
  paintTier(drawing, { x, foot: height * 0.85, wide, tall: unit * 0.2, icing });
  paintTier(drawing, { x, foot: height * 0.85 - unit * 0.2, wide: wide * 0.68, tall: unit * 0.16, icing });
  const candles = random.whole(4, 7);
  for (let candle = 0; candle < candles; candle += 1) {
    const along = (candle / (candles - 1) - 0.5) * wide * 1.02;
    paintCandle(drawing, [x + along, height * 0.85 - unit * 0.36 + Math.abs(along) * 0.06], unit * random.between(0.1, 0.12));
  }
}

/** Cut citrus fruit on a dark board. */
export function citrus(drawing: Drawing): void {
  const { width, height, unit, random } = drawing;
  drawing.add(rectangle([0, 0, width, height], drawing.linear(stops([0, '#22313a'], [1, '#121a20']), [0, 0, 1, 1])));
  for (let board = 0; board < 7; board += 1) drawing.add(rectangle([0, (board / 7) * height, width, 3], '#0b1014', 'opacity="0.7"'));
  const kinds = [
    ['#f59a23', '#ffd27a'],
    ['#e9d02f', '#fff3a6'],
    ['#e4573d', '#ffab8a'],
    ['#8fbf3a', '#e3f2a8'],
  ] as const;
  for (let fruit = 0; fruit < 9; fruit += 1) {
    const centre: Point = [
      width * (0.14 + (fruit % 3) * 0.36 + random.between(-0.08, 0.08)),
      height * (0.16 + Math.floor(fruit / 3) * 0.34 + random.between(-0.06, 0.06)),
    ];
    paintCitrus(drawing, centre, unit * random.between(0.11, 0.17), random.pick(kinds));
  }
}

/** A cat on the sill, looking out into the evening. */
export function catAtWindow(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  drawing.add(
    rectangle([0, 0, width, height], drawing.linear(mood.sky.map((colour, at) => [at / (mood.sky.length - 1), colour] as const))),
  );
  paintBokeh(drawing, [mood.glow, mood.haze, '#ffb46b'], { count: 26, size: 0.06, opacity: 0.4 });
  const dark = '#17111a';
  const bar = unit * 0.035;
  for (const at of [0, 0.5, 1]) drawing.add(rectangle([at * (width - bar), 0, bar, height], dark));
  for (const at of [0, 0.36]) drawing.add(rectangle([0, at * height, width, bar], dark));
  drawing.add(rectangle([0, height * 0.84, width, height * 0.16], drawing.linear(stops([0, '#3a2630'], [1, dark]))));
  const [x, y, size] = [width * random.pick([0.28, 0.7]), height * 0.85, unit * 0.5];
  const at = (dx: number, dy: number): string => `${round(x + dx * size)} ${round(y + dy * size)}`;
  const body = `M${at(-0.26, 0)}Q${at(-0.3, -0.42)} ${at(-0.1, -0.6)}Q${at(-0.2, -0.72)} ${at(-0.17, -0.84)}L${at(-0.15, -1)}L${at(-0.05, -0.92)}Q${at(0, -0.94)} ${at(0.05, -0.92)}L${at(0.15, -1)}L${at(0.17, -0.84)}Q${at(0.2, -0.72)} ${at(0.1, -0.6)}Q${at(0.3, -0.42)} ${at(0.26, 0)}Z`;
  drawing.add(
    shape(
      body,
      drawing.linear(stops([0, '#241a26'], [1, '#0d090f'])),
      `stroke="${mood.glow}" stroke-opacity="0.35" stroke-width="${round(unit * 0.004)}"`,
    ),
  );
  drawing.add(
    stroke(`M${at(0.2, -0.05)}Q${at(0.52, -0.02)} ${at(0.5, -0.2)}Q${at(0.47, -0.34)} ${at(0.56, -0.38)}`, '#120d14', size * 0.07),
  );
}

function paintTier(
  drawing: Drawing,
  tier: { x: number; foot: number; wide: number; tall: number; icing: readonly [string, string] },
): void {
  const { random } = drawing;
  const { x, foot, wide, tall, icing } = tier;
  const top = foot - tall;
  const side = drawing.linear(stops([0, mix('#d9a066', '#3a1f14', 0.25)], [0.4, '#f0c48c'], [1, '#8a5530']), [0, 0, 1, 0]);
  drawing.add(ellipse([x, foot], [wide, wide * 0.11], '#8a5530'), rectangle([x - wide, top, wide * 2, tall], side));
  drawing.add(rectangle([x - wide, top + tall * 0.55, wide * 2, tall * 0.1], icing[1], 'opacity="0.8"'));
  const glaze = drawing.linear(stops([0, mix(icing[0], icing[1], 0.5)], [0.4, icing[0]], [1, icing[1]]), [0, 0, 1, 0]);
  const drips = Array.from({ length: 15 }, (_, at) => {
    const [left, drop] = [x - wide + (at / 15) * wide * 2, tall * random.between(0.22, 0.5)];
    return rectangle([left, top, (wide * 2) / 15 + 1, drop], glaze, `rx="${round(wide / 16)}"`);
  });
  drawing.add(rectangle([x - wide, top, wide * 2, tall * 0.2], icing[1]), ...drips, ellipse([x, top], [wide, wide * 0.11], icing[0]));
  for (let berry = 0; berry < 12; berry += 1) {
    const angle = (berry / 12) * 6.2832;
    const fill = drawing.radial(stops([0, '#ff8f8f'], [0.6, '#d3203a'], [1, '#7a0f22']), [0.35, 0.3]);
    drawing.add(ellipse([x + Math.cos(angle) * wide * 0.9, top + Math.sin(angle) * wide * 0.085 - wide * 0.02], [wide * 0.055], fill));
  }
}

function paintCandle(drawing: Drawing, foot: Point, tall: number): void {
  const [x, y] = foot;
  const colour = drawing.random.pick(['#ff8fb1', '#8fd3ff', '#ffe08a', '#b8f0a8', '#d8b4ff']);
  drawing.add(
    rectangle(
      [x - tall * 0.07, y - tall, tall * 0.14, tall],
      drawing.linear(stops([0, colour], [0.5, '#ffffff'], [1, colour]), [0, 0, 1, 0]),
    ),
  );
  drawing.add(
    ellipse([x, y - tall * 1.22], [tall * 1.1], drawing.radial(stops([0, '#ffd27a', 0.7], [0.4, '#ff9d3c', 0.25], [1, '#ff9d3c', 0]))),
  );
  drawing.add(
    shape(
      `M${round(x)} ${round(y - tall * 1.5)}Q${round(x + tall * 0.14)} ${round(y - tall * 1.2)} ${round(x)} ${round(y - tall * 1.04)}Q${round(x - tall * 0.14)} ${round(y - tall * 1.2)} ${round(x)} ${round(y - tall * 1.5)}Z`,
      drawing.linear(stops([0, '#ffb03a'], [0.6, '#fff3c0'], [1, '#7ab0ff'])),
    ),
  );
}

function paintCitrus(drawing: Drawing, centre: Point, radius: number, colours: readonly [string, string]): void {
  const { random } = drawing;
  const [x, y] = centre;
  drawing.add(ellipse([x + radius * 0.14, y + radius * 0.18], [radius * 1.05], '#000000', `opacity="0.5" ${drawing.blur(radius * 0.1)}`));
  drawing.add(
    ellipse(centre, [radius], colours[0]),
    ellipse(centre, [radius * 0.93], '#fdf3dc'),
    ellipse(centre, [radius * 0.87], colours[1]),
  );
  const turn = random.unit();
  for (let segment = 0; segment < 10; segment += 1) {
    const [from, to] = [((segment + turn + 0.06) / 10) * 6.2832, ((segment + turn + 0.94) / 10) * 6.2832];
    const wedge = corners(
      [x + Math.cos((from + to) / 2) * radius * 0.08, y + Math.sin((from + to) / 2) * radius * 0.08],
      [x + Math.cos(from) * radius * 0.82, y + Math.sin(from) * radius * 0.82],
      [x + Math.cos(to) * radius * 0.82, y + Math.sin(to) * radius * 0.82],
    );
    drawing.add(polygon(wedge, drawing.radial(stops([0, mix(colours[0], '#ffffff', 0.2)], [1, colours[0]])), 'stroke-linejoin="round"'));
  }
  drawing.add(
    ellipse(
      [x - radius * 0.3, y - radius * 0.35],
      [radius * 0.4, radius * 0.22],
      '#ffffff',
      `opacity="0.25" ${drawing.blur(radius * 0.08)}`,
    ),
  );
}
