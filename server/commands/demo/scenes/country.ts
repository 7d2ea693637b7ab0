import { type Drawing, ellipse, mix, type Point, polygon, rectangle, round, shape, stops, corners } from '../drawing.js';
import { paintBelow, paintGrass, paintTree, rollingLine } from '../ground.js';
import { type Light, paintClouds, paintSky } from '../light.js';

/** Dunes with a lit and a shadowed side, and a few walkers. */
export function dunes(drawing: Drawing, mood: Light): void {
  const { width, height, unit } = drawing;
  const horizon = height * 0.46;
  const [sand, shadow] = [mix('#e8a45c', mood.glow, 0.25), mix('#7a3b2b', mood.ground, 0.3)];
  paintSky(drawing, mood, horizon, 0.75);
  for (let layer = 0; layer < 6; layer += 1) {
    const near = layer / 5;
    const line = rollingLine(drawing, horizon + near * near * height * 0.42, height * (0.03 + near * 0.15));
    const lit = mix(mix(mood.haze, sand, 0.35 + near * 0.65), '#ffffff', 0.08);
    paintBelow(drawing, line, drawing.linear(stops([0, lit], [0.55, mix(lit, shadow, 0.45)], [1, mix(lit, shadow, 0.75)])));
    const top = line.reduce((best, [, y], at) => (at > 12 && at < 60 && y < (line[best]?.[1] ?? y) ? at : best), 13);
    const crest = line.slice(top, top + 21);
    const foot = crest.map(([x, y], at): Point => [
      x - (at / 20) ** 0.7 * unit * 0.16,
      y + (at / 20) ** 0.8 * height * (0.06 + near * 0.2),
    ]);
    drawing.add(polygon([...crest, ...foot.reverse()], shadow, `opacity="${0.25 + near * 0.3}" ${drawing.blur(unit * 0.006)}`));
  }
  const walk = horizon + height * 0.1;
  for (let person = 0; person < 4; person += 1) {
    const x = width * (0.2 + person * 0.03);
    drawing.add(
      ellipse([x, walk - unit * 0.018], [unit * 0.004], '#20120f'),
      rectangle([x - unit * 0.003, walk - unit * 0.015, unit * 0.006, unit * 0.02], '#20120f', 'rx="2"'),
    );
  }
}

/** Rolling fields with trees and hot-air balloons. */
export function balloons(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const horizon = height * 0.7;
  paintSky(drawing, mood, horizon, random.between(0.15, 0.5));
  paintClouds(drawing, mood, horizon, 0.6);
  const places = [
    [0.7, 0.32, 0.2],
    [0.36, 0.42, 0.11],
    [0.88, 0.56, 0.07],
    [0.16, 0.24, 0.075],
    [0.52, 0.2, 0.05],
  ] as const;
  const side = random.unit() < 0.5;
  for (const [x, y, size] of places) {
    const centre: Point = [(side ? x : 1 - x) * width + random.normal() * unit * 0.03, (y + random.normal() * 0.03) * height];
    paintBalloon(drawing, centre, size * unit * random.between(0.85, 1.15));
  }
  paintFields(drawing, mood, horizon);
}

/** Green hills in layers, with broad trees and grass in front. */
export function meadow(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const horizon = height * 0.56;
  paintSky(drawing, mood, horizon, random.between(0.2, 0.8));
  paintClouds(drawing, mood, horizon, 0.9);
  paintFields(drawing, mood, horizon);
  const autumn = random.unit() < 0.4;
  const lit = autumn ? random.pick(['#f0a23a', '#e2702f', '#d9b13b']) : mix(mood.foliage, mood.glow, 0.42);
  const x = width * random.between(0.25, 0.75);
  paintTree(drawing, [x, height * 0.86], unit * 0.58, { lit, shade: autumn ? '#6b2f1d' : mix(mood.foliage, '#06140c', 0.62) });
  paintGrass(drawing, unit * 0.1, mix(mood.foliage, mood.ground, 0.55));
}

function paintFields(drawing: Drawing, mood: Light, horizon: number): void {
  const { height, unit, random, width } = drawing;
  const crops = ['#c9b458', mood.foliage, '#8aa64f', '#a8883f', mood.foliage, '#6f9a48'];
  for (let layer = 0; layer < 5; layer += 1) {
    const near = layer / 4;
    const line = rollingLine(drawing, horizon + near * (height - horizon) * 0.62, unit * (0.035 + near * 0.07));
    const tone = mix(
      mix(mood.haze, crops[(layer + random.whole(0, 1)) % crops.length] ?? mood.foliage, 0.4 + near * 0.55),
      mood.ground,
      near * 0.25,
    );
    paintBelow(drawing, line, drawing.linear(stops([0, mix(tone, mood.glow, 0.25)], [0.5, tone], [1, mix(tone, mood.ground, 0.6)])));
    for (let tree = 0; tree < 7 - layer; tree += 1) {
      const foot = line[random.whole(0, 80)] ?? [width / 2, horizon];
      const dark = mix(mix(mood.haze, mood.foliage, 0.5 + near * 0.4), mood.ground, 0.3);
      drawing.add(ellipse([foot[0], foot[1] - unit * 0.008 * (1 + near)], [unit * 0.014 * (1 + near), unit * 0.016 * (1 + near)], dark));
    }
  }
}

function paintBalloon(drawing: Drawing, centre: Point, size: number): void {
  const { random } = drawing;
  const [x, y] = centre;
  const colours = random.pick([
    ['#d8413a', '#f6c445', '#f3ede0'],
    ['#2a6fbb', '#f3ede0', '#e2574c'],
    ['#7a3f98', '#f2a541', '#f7e3b0'],
    ['#1f8a7a', '#f3ede0', '#f0b23c'],
  ]);
  const envelope = (share: number): string => {
    const reach = round(size * share);
    return `M${round(x)} ${round(y - size)}C${round(x + reach * 1.35)} ${round(y - size)} ${round(x + reach * 1.3)} ${round(y + size * 0.3)} ${round(x + reach * 0.22)} ${round(y + size)}L${round(x - reach * 0.22)} ${round(y + size)}C${round(x - reach * 1.3)} ${round(y + size * 0.3)} ${round(x - reach * 1.35)} ${round(y - size)} ${round(x)} ${round(y - size)}Z`;
  };
  [1, 0.8, 0.58, 0.36, 0.14].forEach((share, gore) => drawing.add(shape(envelope(share), colours[gore % colours.length] ?? '#ffffff')));
  drawing.add(shape(envelope(1), drawing.linear(stops([0, '#ffffff', 0.35], [0.45, '#ffffff', 0], [1, '#1a1030', 0.5]), [0.1, 0, 1, 0.5])));
  drawing.add(
    polygon(
      corners([x - size * 0.2, y + size], [x + size * 0.2, y + size], [x + size * 0.1, y + size * 1.22], [x - size * 0.1, y + size * 1.22]),
      '#3a2a22',
      'opacity="0.25"',
    ),
  );
  drawing.add(rectangle([x - size * 0.11, y + size * 1.22, size * 0.22, size * 0.17], '#5b3a22', `rx="${round(size * 0.03)}"`));
}
