import { type Drawing, ellipse, mix, type Point, rectangle, round, shape, stops, stroke } from '../drawing.js';
import { paintBokeh } from '../light.js';

/** Daisies or sunflowers in front of a meadow out of focus. */
export function daisies(drawing: Drawing): void {
  const { width, height, unit, random } = drawing;
  paintSoftGreen(drawing);
  const sunny = random.unit() < 0.4;
  const flowers = [
    [0.16, 0.36, 0.07],
    [0.86, 0.3, 0.06],
    [0.3, 0.66, 0.12],
    [0.74, 0.62, 0.14],
    [0.5, 0.36, 0.2],
  ] as const;
  for (const [x, y, size] of flowers) {
    const centre: Point = [width * (x + random.between(-0.05, 0.05)), height * (y + random.between(-0.05, 0.05))];
    paintStem(drawing, centre, unit * size * 0.09);
    const flower = sunny
      ? { petal: '#ffc62e', under: '#e08a12', heart: '#5b3218' }
      : { petal: '#ffffff', under: '#d6dcec', heart: '#f2b91f' };
    paintDaisy(drawing, centre, { radius: unit * size, softness: Math.max(0, 0.14 - size) * unit * 0.08, ...flower });
  }
}

/** Tulips in rows of one colour. */
export function tulips(drawing: Drawing): void {
  const { width, height, unit, random } = drawing;
  paintSoftGreen(drawing);
  const colours = random.pick([
    ['#e8364f', '#ff7a6b'],
    ['#f4b52a', '#ffe08a'],
    ['#b3479e', '#ee9fd2'],
    ['#ef6a3a', '#ffc27a'],
    ['#f3a0b8', '#fff0f2'],
  ] as const);
  for (let row = 0; row < 4; row += 1) {
    const size = unit * (0.045 + row * row * 0.019);
    const softness = row === 3 ? 0 : (3 - row) * unit * 0.0022;
    const row_y = height * (0.36 + row * 0.13);
    const soft: string[] = [];
    for (let x = -size; x < width + size; x += size * 1.7)
      soft.push(tulip(drawing, [x + random.between(-0.4, 0.4) * size, row_y + random.between(-0.6, 0.6) * size], size, colours));
    drawing.add(softness > 0 ? `<g ${drawing.blur(softness)}>${soft.join('')}</g>` : soft.join(''));
  }
}

/** A branch of cherry blossom against a spring sky. */
export function blossom(drawing: Drawing): void {
  const { width, height, unit, random } = drawing;
  drawing.add(rectangle([0, 0, width, height], drawing.linear(stops([0, '#8fc4ea'], [1, '#e9f3f7']))));
  paintBokeh(drawing, ['#fbd3e0', '#ffffff', '#f7b4cc'], { count: 36, size: 0.1, opacity: 0.42 });
  for (let branch = 0; branch < 3; branch += 1) {
    const points = Array.from({ length: 9 }, (_, at): Point => [
      width * (at / 7.5 - 0.08),
      height * (0.24 + branch * 0.24 + Math.sin(at * 0.8 + branch * 2) * 0.07 - at * 0.012),
    ]);
    points.slice(1).forEach((point, at) => {
      const from = points[at] ?? point;
      drawing.add(
        stroke(`M${round(from[0])} ${round(from[1])}L${round(point[0])} ${round(point[1])}`, '#4b3230', unit * 0.022 * (1 - at / 10)),
      );
    });
    const buds = points.flatMap((point) => Array.from({ length: random.whole(2, 5) }, () => point));
    for (const [x, y] of buds) {
      const centre: Point = [x + random.normal() * unit * 0.06, y + random.normal() * unit * 0.045];
      paintBlossom(drawing, centre, unit * random.between(0.028, 0.052));
    }
  }
}

function paintSoftGreen(drawing: Drawing): void {
  const { width, height, random } = drawing;
  const [top, bottom] = random.pick([
    ['#cfe6a8', '#2f6b38'],
    ['#f3e3ae', '#5d7f3a'],
    ['#bfe0f0', '#3c7a4a'],
    ['#f6cfa6', '#6a6a35'],
  ] as const);
  drawing.add(rectangle([0, 0, width, height], drawing.linear(stops([0, top], [1, bottom]))));
  paintBokeh(drawing, [top, mix(top, bottom, 0.5), '#fff7d6'], { count: 40, size: 0.11, opacity: 0.4 });
}

function paintStem(drawing: Drawing, head: Point, thickness: number): void {
  const { height, random } = drawing;
  const foot = head[0] + random.normal() * height * 0.05;
  const tone = mix('#2d5a27', '#6f9a48', random.unit());
  drawing.add(
    stroke(
      `M${round(head[0])} ${round(head[1])}Q${round(head[0] + thickness * 2)} ${round((head[1] + height) / 2)} ${round(foot)} ${height}`,
      tone,
      thickness,
    ),
  );
}

function paintDaisy(
  drawing: Drawing,
  centre: Point,
  flower: { radius: number; softness: number; petal: string; under: string; heart: string },
): void {
  const { random } = drawing;
  const { radius, softness, petal, under, heart } = flower;
  const [x, y] = centre;
  const fill = drawing.linear(stops([0, petal], [0.6, petal], [1, under]));
  const petals = Array.from({ length: 26 }, (_, at) => {
    const turn = round((at / 13) * 360 + random.between(-6, 6));
    const reach = radius * (at < 13 ? 1 : 0.9) * random.between(0.93, 1.05);
    return ellipse(
      [x, y - reach * 0.58],
      [radius * 0.135, reach * 0.44],
      at < 13 ? under : fill,
      `transform="rotate(${turn + (at < 13 ? 14 : 0)} ${round(x)} ${round(y)})"`,
    );
  });
  const middle = drawing.radial(stops([0, mix(heart, '#ffffff', 0.35)], [0.7, heart], [1, mix(heart, '#3a1f08', 0.5)]), [0.4, 0.35]);
  const seeds = Array.from({ length: 60 }, (_, at) =>
    ellipse(
      [x + Math.cos(at * 2.4) * Math.sqrt(at / 60) * radius * 0.24, y + Math.sin(at * 2.4) * Math.sqrt(at / 60) * radius * 0.22],
      [radius * 0.014],
      mix(heart, '#3a1f08', 0.45),
    ),
  );
  drawing.add(
    `<g ${softness > 0.5 ? drawing.blur(softness) : ''}>${petals.join('')}${ellipse(centre, [radius * 0.28, radius * 0.26], middle)}${seeds.join('')}</g>`,
  );
}

function tulip(drawing: Drawing, centre: Point, size: number, colours: readonly [string, string]): string {
  const [x, y] = centre;
  const at = (dx: number, dy: number): string => `${round(x + dx * size)} ${round(y + dy * size)}`;
  const fill = drawing.linear(stops([0, colours[1]], [0.6, colours[0]], [1, mix(colours[0], '#3a0a20', 0.4)]));
  const stem = stroke(`M${at(0, 0.6)}Q${at(0.1, 2)} ${at(-0.05, 5)}`, '#3f7a3a', size * 0.12);
  const leaf =
    shape(`M${at(-0.05, 4)}Q${at(-0.9, 2.2)} ${at(-0.75, 0.9)}Q${at(-0.1, 2)} ${at(0, 4)}Z`, '#4f8f45') +
    shape(`M${at(0.05, 4.4)}Q${at(0.95, 2.4)} ${at(0.7, 1.2)}Q${at(0.1, 2.4)} ${at(0, 4.4)}Z`, '#37703a');
  const back = shape(
    `M${at(-0.3, 0.4)}Q${at(-0.35, -0.7)} ${at(0, -1)}Q${at(0.35, -0.7)} ${at(0.3, 0.4)}Z`,
    mix(colours[0], '#3a0a20', 0.22),
  );
  const side = (sign: number): string =>
    shape(
      `M${at(0, 0.72)}Q${at(sign * 0.75, 0.6)} ${at(sign * 0.62, -0.2)}Q${at(sign * 0.58, -0.6)} ${at(sign * 0.42, -0.9)}Q${at(sign * 0.1, -0.4)} ${at(0, 0.72)}Z`,
      fill,
    );
  const front = shape(
    `M${at(0, 0.74)}Q${at(-0.5, 0.5)} ${at(-0.3, -0.25)}Q${at(-0.15, -0.6)} ${at(0, -0.72)}Q${at(0.15, -0.6)} ${at(0.3, -0.25)}Q${at(0.5, 0.5)} ${at(0, 0.74)}Z`,
    fill,
    `stroke="${mix(colours[0], '#3a0a20', 0.3)}" stroke-width="${round(size * 0.012)}"`,
  );
  return stem + leaf + back + side(-1) + side(1) + front;
}

function paintBlossom(drawing: Drawing, centre: Point, radius: number): void {
  const { random } = drawing;
  const [x, y] = centre;
  const fill = drawing.radial(stops([0, '#f48fb1'], [0.35, '#fbd0de'], [1, '#fff5f8']));
  const turn = random.between(0, 72);
  const petals = [0, 1, 2, 3, 4].map((at) =>
    ellipse(
      [x, y - radius * 0.55],
      [radius * 0.42, radius * 0.52],
      fill,
      `transform="rotate(${round(turn + at * 72)} ${round(x)} ${round(y)})"`,
    ),
  );
  const stamens = Array.from({ length: 8 }, (_, at) =>
    ellipse([x + Math.cos(at * 0.785) * radius * 0.22, y + Math.sin(at * 0.785) * radius * 0.22], [radius * 0.035], '#c2385f'),
  );
  drawing.add(...petals, ...stamens);
}
