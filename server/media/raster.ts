import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { PixelRecipe } from '../models/embedding-model.js';
import type { Region } from './analysis.js';

/** Decoded pixels: RGB, one byte each, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** A sharp pipeline that starts at these pixels. */
export function pipelineOf(raster: Raster): Sharp {
  return sharp(raster.pixels, { raw: { width: raster.width, height: raster.height, channels: 3 }, limitInputPixels: false });
}

/** Ends a pipeline as RGB bytes. */
export async function toRaster(pipeline: Sharp): Promise<Raster> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

type Turn = (pipeline: Sharp) => Sharp;

// What makes a picture of each EXIF orientation 1..8 upright. sharp mirrors before it turns, whatever the order of the calls.
const TURNS: readonly (Turn | null)[] = [
  null,
  (pipeline) => pipeline.flop(),
  (pipeline) => pipeline.rotate(180),
  (pipeline) => pipeline.flip(),
  (pipeline) => pipeline.flop().rotate(270),
  (pipeline) => pipeline.rotate(90),
  (pipeline) => pipeline.flop().rotate(90),
  (pipeline) => pipeline.rotate(270),
];

/** Whether an orientation swaps width and height. */
export function isQuarterTurn(orientation: number): boolean {
  return orientation >= 5 && orientation <= 8;
}

/** The picture upright, given its EXIF orientation; whatever is not 2..8 counts as 1. */
export async function orient(raster: Raster, orientation: number): Promise<Raster> {
  const turn = TURNS[orientation - 1];
  return turn ? toRaster(turn(pipelineOf(raster))) : raster;
}

/** The part of the picture inside the region, at least one pixel; the same object when the region is the whole. */
export async function crop(raster: Raster, region: Region): Promise<Raster> {
  const left = clamp(Math.round(region.x * raster.width), 0, raster.width - 1);
  const top = clamp(Math.round(region.y * raster.height), 0, raster.height - 1);
  const width = clamp(Math.round(region.width * raster.width), 1, raster.width - left);
  const height = clamp(Math.round(region.height * raster.height), 1, raster.height - top);
  if (width === raster.width && height === raster.height) return raster;
  return toRaster(pipelineOf(raster).extract({ left, top, width, height }));
}

/** The picture as the model's recipe asks: size * size * 3 bytes. */
export async function cut(raster: Raster, recipe: PixelRecipe): Promise<Buffer> {
  const { size, resize, kernel } = recipe;
  const result = await toRaster(pipelineOf(raster).resize(size, size, { fit: resize, kernel, fastShrinkOnLoad: false }));
  return result.pixels;
}

/** The picture with its longest side at most `edge`; never enlarged. */
export async function shrinkTo(raster: Raster, edge: number): Promise<Raster> {
  if (Math.max(raster.width, raster.height) <= edge) return raster;
  return toRaster(pipelineOf(raster).resize(edge, edge, { fit: 'inside' }));
}

/** sha256 (hex) of the size and the pixels. */
export function hashPixels(raster: Raster): string {
  return createHash('sha256').update(`${raster.width}x${raster.height}:`).update(raster.pixels).digest('hex');
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
