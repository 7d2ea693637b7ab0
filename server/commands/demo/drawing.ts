import type { Random } from '../../models/builtin/random.js';

/** A point of a drawing in pixels, origin top left. */
export type Point = readonly [x: number, y: number];

/** A colour of a gradient: where it stands (0..1), what it is, and how much of it. */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** An SVG picture under construction: elements are painted in the order they are added. Lengths are in pixels. */
export class Drawing {
  private readonly parts: string[] = [];
  private readonly shared = new Map<string, string>();

  constructor(
    readonly width: number,
    readonly height: number,
    readonly random: Random,
  ) {}

  /** Length of the shorter side: sizes scale with it. */
  get unit(): number {
    return Math.min(this.width, this.height);
  }

  add(...elements: string[]): void {
    this.parts.push(...elements);
  }

  /** Takes everything painted so far into one group that can be painted again by its id. */
  group(id: string): void {
    const inside = this.parts.splice(0).join('');
    this.parts.push(`<g id="${id}">${inside}</g>`);
  }

  /** Fill from top to bottom (or along x1..y2 in fractions of the shape). */
  linear(colours: readonly Stop[], line: readonly [number, number, number, number] = [0, 0, 0, 1]): string {
    const [x1, y1, x2, y2] = line;
    return this.define('linearGradient', `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`, colours.map(stopElement).join(''));
  }

  /** Fill from the middle of the shape outwards. */
  radial(colours: readonly Stop[], centre: Point = [0.5, 0.5]): string {
    return this.define('radialGradient', `cx="${centre[0]}" cy="${centre[1]}" r="0.5"`, colours.map(stopElement).join(''));
  }

  /** Attribute that blurs an element; the filter's region is wide enough for flat shapes. */
  blur(pixels: number): string {
    const inside = `<feGaussianBlur stdDeviation="${round(pixels)}"/>`;
    return `filter="${this.define('filter', 'x="-50%" y="-50%" width="200%" height="200%"', inside)}"`;
  }

  toSvg(): string {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${[...this.shared.values()].join('')}</defs>${this.parts.join('')}</svg>`;
  }

  private define(element: string, attributes: string, inside: string): string {
    const id = `${element[0]}${this.shared.size}`;
    this.shared.set(id, `<${element} id="${id}" ${attributes}>${inside}</${element}>`);
    return `url(#${id})`;
  }
}

/** The stops of a gradient. */
export function stops(...list: readonly Stop[]): readonly Stop[] {
  return list;
}

/** The corners of a polygon. */
export function corners(...points: readonly Point[]): readonly Point[] {
  return points;
}

/** A filled rectangle. */
export function rectangle(box: readonly [x: number, y: number, width: number, height: number], fill: string, more = ''): string {
  const [x, y, width, height] = box.map(round);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}

/** A filled ellipse; without a second radius a circle. */
export function ellipse(centre: Point, radii: readonly [number, number?], fill: string, more = ''): string {
  const [radiusX, radiusY = radiusX] = radii;
  return `<ellipse cx="${round(centre[0])}" cy="${round(centre[1])}" rx="${round(radiusX)}" ry="${round(radiusY)}" fill="${fill}" ${more}/>`;
}

/** A closed shape with straight sides. */
export function polygon(points: readonly Point[], fill: string, more = ''): string {
  return `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="${fill}" ${more}/>`;
}

/** A shape given by SVG path commands. */
export function shape(commands: string, fill: string, more = ''): string {
  return `<path d="${commands}" fill="${fill}" ${more}/>`;
}

/** A stroke with round ends. */
export function stroke(commands: string, colour: string, widthPixels: number): string {
  return `<path d="${commands}" fill="none" stroke="${colour}" stroke-width="${round(widthPixels)}" stroke-linecap="round"/>`;
}

/** The colour between two `#rrggbb` colours; 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const channel = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  const blend = [1, 3, 5].map((at) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share));
  return `#${blend.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A number short enough for SVG. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function stopElement([offset, colour, opacity = 1]: Stop): string {
  return `<stop offset="${round(offset)}" stop-color="${colour}" stop-opacity="${round(opacity)}"/>`;
}
