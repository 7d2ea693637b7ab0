import { type Drawing, ellipse, mix, type Point, polygon, rectangle, round, shape, stroke, stops, corners } from '../drawing.js';
import { paintBelow, paintWater, ridgeLine, rollingLine } from '../ground.js';
import { type Light, paintClouds, paintMist, paintSky } from '../light.js';

/** The open sea under a low sun, with sailing boats and gulls. */
export function sailing(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const [horizon, sunX] = [height * random.between(0.52, 0.62), random.between(0.3, 0.7)];
  paintSky(drawing, mood, horizon, sunX);
  paintClouds(drawing, mood, horizon, 0.7);
  const coast = ridgeLine(drawing, horizon, unit * 0.06, 0.5);
  if (random.unit() < 0.6) paintBelow(drawing, coast, mix(mood.haze, mood.ground, 0.35), horizon);
  paintWater(drawing, mood, horizon, sunX);
  const boats = [
    [random.between(0.62, 0.8), 0.2, 0.3],
    [random.between(0.15, 0.35), 0.06, 0.12],
    [random.between(0.42, 0.5), 0.03, 0.06],
  ] as const;
  for (const [x, drop, size] of [...boats].reverse())
    paintBoat(drawing, mood, { foot: [x * width, horizon + drop * height], size: size * unit });
  paintGulls(drawing, mood, horizon);
}

/** A lighthouse on its rock, its beam in the dusk. */
export function lighthouse(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const [horizon, sunX] = [height * 0.64, random.between(0.1, 0.4)];
  paintSky(drawing, mood, horizon, sunX);
  paintClouds(drawing, mood, horizon, 0.8);
  paintWater(drawing, mood, horizon, sunX);
  const [x, foot] = [width * random.between(0.64, 0.76), horizon - unit * 0.05];
  const cliff = ridgeLine(drawing, horizon + unit * 0.02, unit * 0.06, 0.5).map(([px, py]): Point => [
    px,
    py + (Math.abs(px - x) ** 1.5 / (width * 0.035) ** 1.5) * unit * 0.012 - unit * 0.04,
  ]);
  paintBelow(
    drawing,
    cliff,
    drawing.linear(stops([0, mix(mood.ground, '#6b5a4a', 0.35)], [0.3, mood.ground], [1, mix(mood.ground, '#000000', 0.6)])),
  );
  paintTower(drawing, mood, { foot: [x, foot + unit * 0.03], size: unit * 0.46 });
}

/** Waves that break on an evening beach. */
export function surf(drawing: Drawing, mood: Light): void {
  const { width, height, unit, random } = drawing;
  const [horizon, sunX] = [height * 0.48, random.between(0.2, 0.8)];
  paintSky(drawing, mood, horizon, sunX);
  paintClouds(drawing, mood, horizon, 0.8);
  paintWater(drawing, mood, horizon, sunX);
  paintMist(drawing, mood.haze, horizon - unit * 0.04, horizon + unit * 0.05);
  for (let wave = 0; wave < 4; wave += 1) {
    const crest = rollingLine(drawing, height * (0.6 + wave * 0.08), unit * (0.012 + wave * 0.012));
    const foam = crest.map(([x, y], at): Point => [
      x,
      y + unit * (0.006 + wave * 0.006) * (1.3 + Math.sin(at * 0.5 + wave * 2) * 0.8 + random.between(-0.1, 0.1)),
    ]);
    paintBelow(
      drawing,
      crest,
      drawing.linear(stops([0, mix(mood.water, mood.glow, 0.25)], [0.35, mood.water], [1, mix(mood.water, mood.ground, 0.5)])),
      height,
    );
    drawing.add(polygon([...crest, ...foam.reverse()], mix('#ffffff', mood.glow, 0.4), `opacity="0.85" ${drawing.blur(unit * 0.002)}`));
  }
  const sand = mix('#c9a27a', mood.ground, 0.45);
  const beach = rollingLine(drawing, height * 0.9, unit * 0.03).map(([x, y]): Point => [x, y - (x / width - 0.5) * height * 0.1]);
  paintBelow(
    drawing,
    beach.map(([x, y]): Point => [x, y - unit * 0.02]),
    mix(sand, mood.glow, 0.5),
  );
  paintBelow(drawing, beach, drawing.linear(stops([0, mix(sand, mood.glow, 0.2)], [1, sand])));
}

function paintBoat(drawing: Drawing, mood: Light, boat: { foot: Point; size: number }): void {
  const {
    foot: [x, y],
    size,
  } = boat;
  const dark = mix(mood.ground, '#0a0d18', 0.5);
  const sail = mood.isDark ? mix(mood.haze, '#ffffff', 0.35) : mix('#ffffff', mood.glow, 0.35);
  const shade = drawing.linear(stops([0, sail], [1, mix(sail, mood.haze, 0.65)]), [0, 0, 1, 0]);
  const at = (dx: number, dy: number): string => `${round(x + dx * size)} ${round(y + dy * size)}`;
  drawing.add(ellipse([x, y + size * 0.03], [size * 0.36, size * 0.035], dark, `opacity="0.5" ${drawing.blur(size * 0.02)}`));
  drawing.add(stroke(`M${at(0, 0)}L${at(0, -1)}`, dark, size * 0.014));
  drawing.add(shape(`M${at(-0.02, -0.97)}Q${at(-0.36, -0.45)} ${at(-0.3, -0.13)}L${at(-0.02, -0.12)}Z`, shade));
  drawing.add(shape(`M${at(0.02, -0.85)}Q${at(0.3, -0.4)} ${at(0.34, -0.13)}L${at(0.02, -0.12)}Z`, shade));
  drawing.add(
    shape(
      `M${at(-0.36, -0.08)}L${at(0.42, -0.08)}Q${at(0.32, 0.04)} ${at(0.22, 0.04)}L${at(-0.24, 0.04)}Q${at(-0.33, 0.03)} ${at(-0.36, -0.08)}Z`,
      dark,
    ),
  );
  drawing.add(
    polygon(
      corners([x - size * 0.28, y - size * 0.12], [x + size * 0.3, y - size * 0.12], [x, y + size * 0.75]),
      sail,
      `opacity="0.16" ${drawing.blur(size * 0.03)}`,
    ),
  );
}

function paintGulls(drawing: Drawing, mood: Light, horizon: number): void {
  const { width, unit, random } = drawing;
  for (let count = random.whole(3, 7); count > 0; count -= 1) {
    const [x, y, span] = [random.between(0.1, 0.9) * width, random.between(0.15, 0.7) * horizon, unit * random.between(0.012, 0.03)];
    const wings = `M${round(x - span)} ${round(y - span * 0.3)}Q${round(x - span * 0.4)} ${round(y - span * 0.55)} ${round(x)} ${round(y)}Q${round(x + span * 0.4)} ${round(y - span * 0.6)} ${round(x + span)} ${round(y - span * 0.25)}`;
    drawing.add(stroke(wings, mix(mood.ground, mood.haze, 0.2), span * 0.12));
  }
}

function paintTower(drawing: Drawing, mood: Light, tower: { foot: Point; size: number }): void {
  const {
    foot: [x, y],
    size,
  } = tower;
  const beam = drawing.linear(stops([0, '#fff3c4', 0.75], [1, '#fff3c4', 0]), [1, 0, 0, 0]);
  const lamp = y - size * 0.93;
  if (mood.isDark || mood.altitude < 0.2)
    drawing.add(
      polygon(corners([x, lamp], [x - size * 2, lamp - size * 0.32], [x - size * 2, lamp + size * 0.18]), beam, drawing.blur(size * 0.015)),
    );
  const bands = 5;
  for (let band = 0; band < bands; band += 1) {
    const [low, high] = [band / bands, (band + 1) / bands];
    const reach = (at: number): number => size * (0.12 - at * 0.045);
    const level = (at: number): number => y - at * size * 0.86;
    drawing.add(
      polygon(
        corners([x - reach(low), level(low)], [x + reach(low), level(low)], [x + reach(high), level(high)], [x - reach(high), level(high)]),
        band % 2 === 0 ? '#c23b36' : '#f4efe6',
      ),
    );
  }
  drawing.add(
    polygon(
      corners([x - size * 0.12, y], [x + size * 0.12, y], [x + size * 0.075, y - size * 0.86], [x - size * 0.075, y - size * 0.86]),
      drawing.linear(stops([0, '#ffffff', 0.2], [0.4, '#000000', 0], [1, '#0a0a20', 0.6]), [0, 0, 1, 0]),
    ),
  );
  drawing.add(
    rectangle([x - size * 0.1, y - size * 0.88, size * 0.2, size * 0.025], '#23242e'),
    rectangle([x - size * 0.05, y - size, size * 0.1, size * 0.12], '#ffe9a8'),
  );
  drawing.add(polygon(corners([x - size * 0.075, y - size], [x + size * 0.075, y - size], [x, y - size * 1.1]), '#8d2a28'));
  drawing.add(ellipse([x, lamp], [size * 0.28], drawing.radial(stops([0, '#fff6cf', 0.9], [1, '#fff6cf', 0]))));
}
