import { corners, type Drawing, ellipse, mix, type Point, polygon, rectangle, round, shape, stops, stroke } from '../drawing.js';
import { paintReflection, paintTree } from '../ground.js';
import { type Light, paintBokeh, paintClouds, paintMist, paintSky } from '../light.js';

/** Towers in three depths, their windows lit, over a river that mirrors them. */
export function skyline(drawing: Drawing, mood: Light): void {
  const { height, random } = drawing;
  const bank = height * random.between(0.66, 0.74);
  paintSky(drawing, mood, bank, random.between(0.2, 0.8));
  paintClouds(drawing, mood, bank, 0.4);
  for (const depth of [0, 0.5, 1]) {
    paintTowers(drawing, mood, { bank, depth });
    paintMist(drawing, mood.haze, bank - height * 0.14, bank + height * 0.05);
  }
  drawing.add(rectangle([0, bank - 3, drawing.width, 8], mix(mood.ground, '#000000', 0.4)));
  drawing.group('city');
  paintReflection(drawing, 'city', bank + 4, mix(mood.water, mood.ground, 0.4));
}

/** A suspension bridge in the evening. */
export function bridge(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const water = height * 0.74;
  paintSky(drawing, mood, water, random.between(0.3, 0.7));
  paintClouds(drawing, mood, water, 0.7);
  paintTowers(drawing, mood, { bank: water, depth: 0 });
  paintMist(drawing, mood.haze, water - height * 0.2, water + height * 0.06);
  const steel = mix('#a8382b', mood.ground, mood.isDark ? 0.45 : 0.15);
  const [deck, top, posts] = [water - unit * 0.12, height * 0.2, [width * 0.26, width * 0.78]];
  paintCables(drawing, { steel, deck, top, posts });
  for (const x of posts) {
    for (const leg of [-1, 1]) drawing.add(rectangle([x + leg * unit * 0.022 - unit * 0.009, top, unit * 0.018, water - top], steel));
    for (const beam of [0, 0.22, 0.46, 0.72])
      drawing.add(rectangle([x - unit * 0.03, top + (deck - top) * beam, unit * 0.06, unit * 0.018], steel));
  }
  drawing.add(
    rectangle([0, deck, width, unit * 0.022], steel),
    rectangle([0, deck + unit * 0.022, width, unit * 0.012], mix(steel, '#000000', 0.45)),
  );
  drawing.group('span');
  paintReflection(drawing, 'span', water, mood.water);
}

/** A Ferris wheel with coloured lights over a fair. */
export function fair(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  paintSky(drawing, mood, height * 0.86, 0.15);
  paintClouds(drawing, mood, height * 0.7, 0.4);
  const [x, y, reach] = [width * random.between(0.4, 0.62), height * 0.46, unit * 0.36];
  const lamps = ['#ff5d73', '#ffd166', '#5ee0c1', '#6aa9ff', '#ff9f5a', '#d68bff'];
  const frame = mix(mood.ground, '#d7dcec', 0.35);
  for (const leg of [-1, 1])
    drawing.add(stroke(`M${round(x)} ${round(y)}L${round(x + leg * reach * 0.55)} ${round(height * 0.92)}`, frame, unit * 0.014));
  for (const ring of [1, 0.9, 0.42])
    drawing.add(ellipse([x, y], [reach * ring], 'none', `stroke="${frame}" stroke-width="${round(unit * 0.006)}"`));
  for (let spoke = 0; spoke < 18; spoke += 1) {
    const angle = (spoke / 18) * 6.2832 + 0.1;
    const rim: Point = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
    const colour = lamps[spoke % lamps.length] ?? '#ffffff';
    drawing.add(stroke(`M${round(x)} ${round(y)}L${round(rim[0])} ${round(rim[1])}`, mix(frame, colour, 0.35), unit * 0.003));
    drawing.add(ellipse(rim, [unit * 0.045], drawing.radial(stops([0, colour, 0.75], [1, colour, 0]))));
    drawing.add(
      rectangle([rim[0] - unit * 0.016, rim[1] + unit * 0.004, unit * 0.032, unit * 0.034], mix(colour, '#202030', 0.25), 'rx="6"'),
    );
    for (const share of [0.3, 0.5, 0.7, 0.9])
      drawing.add(ellipse([x + Math.cos(angle) * reach * share, y + Math.sin(angle) * reach * share], [unit * 0.004], '#fff3d0'));
  }
  paintStalls(drawing, mood, lamps);
}

/** Fireworks over roofs. */
export function fireworks(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  paintSky(drawing, mood, height * 0.9, 1.5);
  const colours = ['#ffcf5a', '#ff6f91', '#7ae0ff', '#b48cff', '#8dffb0', '#ffffff'];
  for (let burst = 0; burst < random.whole(5, 7); burst += 1) {
    const centre: Point = [width * random.between(0.1, 0.9), height * random.between(0.12, 0.52)];
    paintBurst(drawing, centre, { reach: unit * random.between(0.12, 0.27), colour: random.pick(colours) });
  }
  paintTowers(drawing, mood, { bank: height * 0.93, depth: 0.75 });
  drawing.add(rectangle([0, height * 0.9, width, height * 0.1], mix(mood.ground, '#000000', 0.5)));
}

/** An avenue of trees that meets at the horizon, with lamps in the evening. */
export function avenue(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const horizon = height * 0.52;
  paintSky(drawing, mood, horizon, 0.5);
  paintClouds(drawing, mood, horizon, 0.5);
  const leaves = random.pick([
    { lit: '#f2a33c', shade: '#7a331b' },
    { lit: '#e8662f', shade: '#5e2018' },
    { lit: '#9cc25a', shade: '#1f4527' },
    { lit: '#f4b6c8', shade: '#a85d7d' },
  ]);
  drawing.add(
    rectangle(
      [0, horizon, width, height - horizon],
      drawing.linear(stops([0, mix(leaves.lit, mood.haze, 0.5)], [1, mix(leaves.shade, mood.foliage, 0.4)])),
    ),
  );
  const path = polygon(
    corners([width * 0.49, horizon], [width * 0.51, horizon], [width * 0.78, height], [width * 0.22, height]),
    drawing.linear(stops([0, mix(mood.haze, '#d9c7ad', 0.5)], [1, mix('#a08c74', mood.ground, 0.3)])),
  );
  drawing.add(path);
  for (let step = 0; step < 9; step += 1) {
    const near = ((step + 1) / 9) ** 2.1;
    for (const side of [-1, 1]) {
      const foot: Point = [width / 2 + side * width * (0.03 + near * 0.42), horizon + near * height * 0.4];
      const tint = { lit: mix(leaves.lit, mood.haze, 0.6 * (1 - near)), shade: mix(leaves.shade, mood.haze, 0.6 * (1 - near)) };
      paintTree(drawing, foot, unit * (0.09 + near * 0.72), tint);
    }
  }
  paintBokeh(drawing, [leaves.lit, mood.glow], { count: 26, size: 0.018, opacity: 0.5 });
}

function paintTowers(drawing: Drawing, mood: Light, row: { bank: number; depth: number }): void {
  const { width, unit, random } = drawing;
  const tone = mix(mood.haze, mix(mood.ground, '#0b1020', 0.35), 0.3 + row.depth * 0.6);
  for (let x = -unit * 0.05; x < width;) {
    const tower = { width: unit * random.between(0.05, 0.13), height: unit * random.between(0.12, 0.5) * (1.05 - row.depth * 0.4) };
    const top = row.bank - tower.height;
    drawing.add(rectangle([x, top, tower.width, tower.height], drawing.linear(stops([0, mix(tone, mood.glow, 0.1)], [1, tone]))));
    if (random.unit() < 0.3)
      drawing.add(
        polygon(
          corners([x + tower.width * 0.2, top], [x + tower.width * 0.8, top], [x + tower.width * 0.5, top - tower.width * 0.9]),
          tone,
        ),
      );
    if (random.unit() < 0.3) drawing.add(rectangle([x + tower.width * 0.48, top - unit * 0.07, unit * 0.004, unit * 0.07], tone));
    if (row.depth > 0) paintWindows(drawing, mood, { x, top, ...tower });
    x += tower.width * random.between(0.85, 1.2);
  }
}

function paintWindows(drawing: Drawing, mood: Light, tower: { x: number; top: number; width: number; height: number }): void {
  const { unit, random } = drawing;
  const [pitch, size] = [unit * 0.017, unit * 0.008];
  const [columns, rows] = [Math.floor(tower.width / pitch) - 1, Math.floor(tower.height / (pitch * 1.25)) - 1];
  const share = mood.isDark ? 0.5 : 0.14;
  for (let pane = 0; pane < columns * rows; pane += 1) {
    if (random.unit() > share) continue;
    const [column, row] = [pane % columns, Math.floor(pane / columns)];
    const box = [tower.x + pitch * (0.75 + column), tower.top + pitch * 1.25 * (0.8 + row), size, size * 1.25] as const;
    drawing.add(
      rectangle(box, random.pick(['#ffd98c', '#ffc46b', '#fff0c9', '#bfd9ff']), `opacity="${random.between(0.55, 1).toFixed(2)}"`),
    );
  }
}

function paintCables(drawing: Drawing, span: { steel: string; deck: number; top: number; posts: readonly number[] }): void {
  const { width, unit } = drawing;
  const [left = 0, right = width] = span.posts;
  const sag = (x: number): number => {
    const share = x < left ? 1 - x / left : x > right ? (x - right) / (width - right) : 1 - Math.abs((x - left) / (right - left) - 0.5) * 2;
    const depth = x < left || x > right ? share : 1 - (1 - share) ** 2;
    return span.top + (span.deck - span.top) * depth * 0.94;
  };
  const curve = Array.from({ length: 101 }, (_, at) => `${round((at / 100) * width)} ${round(sag((at / 100) * width))}`);
  drawing.add(stroke(`M${curve.join('L')}`, span.steel, unit * 0.007));
  for (let x = 0; x < width; x += unit * 0.026)
    drawing.add(stroke(`M${round(x)} ${round(sag(x))}V${round(span.deck)}`, span.steel, unit * 0.0016));
}

function paintStalls(drawing: Drawing, mood: Light, lamps: readonly string[]): void {
  const { width, height, unit, random } = drawing;
  const dark = mix(mood.ground, '#05060c', 0.4);
  drawing.add(rectangle([0, height * 0.9, width, height * 0.1], dark));
  for (let x = -unit * 0.02; x < width; x += unit * 0.19) {
    const [top, wide, colour] = [height * 0.86 - unit * random.between(0.02, 0.07), unit * 0.17, random.pick(lamps)];
    for (let stripe = 0; stripe < 6; stripe += 1) {
      const [from, to] = [x + (stripe / 6) * wide, x + ((stripe + 1) / 6) * wide];
      const roof = corners([x + wide / 2, top - unit * 0.06], [to, top + unit * 0.02], [from, top + unit * 0.02]);
      drawing.add(polygon(roof, stripe % 2 === 0 ? mix(colour, mood.ground, 0.3) : '#e8e0d2'));
    }
    drawing.add(
      rectangle([x + wide * 0.08, top + unit * 0.02, wide * 0.84, height - top], dark),
      rectangle([x + wide * 0.14, top + unit * 0.035, wide * 0.72, unit * 0.05], '#ffd590', 'opacity="0.85"'),
    );
    drawing.add(ellipse([x + wide / 2, top + unit * 0.06], [wide * 0.75], drawing.radial(stops([0, '#ffd590', 0.4], [1, '#ffd590', 0]))));
  }
}

function paintBurst(drawing: Drawing, centre: Point, burst: { reach: number; colour: string }): void {
  const { random, unit } = drawing;
  const { reach, colour } = burst;
  drawing.add(ellipse(centre, [reach * 1.5], drawing.radial(stops([0, colour, 0.35], [1, colour, 0]))));
  const rays = Array.from({ length: 60 }, () => {
    const [angle, far] = [random.between(0, 6.2832), reach * random.between(0.55, 1)];
    const tip: Point = [centre[0] + Math.cos(angle) * far, centre[1] + Math.sin(angle) * far + far * 0.14];
    const bend = `${round(centre[0] + Math.cos(angle) * far * 0.6)} ${round(centre[1] + Math.sin(angle) * far * 0.6)}`;
    const trail = shape(
      `M${round(centre[0])} ${round(centre[1])}Q${bend} ${round(tip[0])} ${round(tip[1])}`,
      'none',
      `stroke="${colour}" stroke-width="${round(unit * 0.0022)}" opacity="0.7"`,
    );
    return (
      trail +
      ellipse(tip, [unit * 0.0035], '#ffffff') +
      ellipse(tip, [unit * 0.012], drawing.radial(stops([0, colour, 0.8], [1, colour, 0])))
    );
  });
  drawing.add(...rays);
}
