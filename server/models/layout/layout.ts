import type { Progress } from '../../progress.js';
import type { VectorSpool } from '../clustering/vector-spool.js';
import { runEpoch, type Course } from './attraction.js';
import { readCheckpoint, writeCheckpoint, type CheckpointPlace } from './checkpoint.js';
import { alignedTo, framed, type LayoutResult } from './frame.js';
import { fuzzyUnion, membershipStrengths, type FuzzyGraph } from './fuzzy-graph.js';
import { LandmarkSample } from './landmarks.js';
import { rowsOf } from './matrix-rows.js';
import { neighboursAmong } from './neighbours.js';
import { placeAll } from './placement.js';
import { findPrincipalAxes, projectAll } from './principal-axes.js';
import { startFromAxes, startFromBefore } from './starting-points.js';

/** What is to be laid out. The same request gives the same layout on the same machine. */
export interface LayoutRequest {
  readonly vectors: VectorSpool;
  readonly seed: number;
  /** Where the rows stood before, with NaN where that is unknown, and that layout's span. */
  readonly previous?: LayoutResult | null;
  /** From there a run that was killed goes on, and ends as if it had not been; its key stands for all of the request. */
  readonly checkpoint: CheckpointPlace;
  /** How many vectors are laid out by themselves, all others being placed among them; 8,000 by default. */
  readonly mostLandmarks?: number;
}

/** Raised whenever the same request would give another layout. */
export const LAYOUT_VERSION = 1;

/** With 50 the neighbours of photographs were kept less well (trustworthiness .964 against .975), with 200 no better. */
const DIMS = 100;
const NEIGHBOURS = 15;
const MOST_LANDMARKS = 8000;
const EPOCHS_PER_CHECKPOINT = 20;
const FRESH = { epochs: 300, learningRate: 1 };
/** From where the points stood before: enough for new ones to find their place, too little for known ones to leave theirs. */
const AGAIN = { epochs: 50, learningRate: 0.05 };

/** Vectors as points in the plane, neighbours staying neighbours: UMAP of landmarks (McInnes, Healy & Melville 2018), the rest placed among them. */
export async function layOut(request: LayoutRequest, progress: Progress): Promise<LayoutResult> {
  const { vectors, seed, previous, mostLandmarks = MOST_LANDMARKS } = request;
  if (vectors.count === 0) return { positions: new Float32Array(0), span: 1 };
  const sample = new LandmarkSample(vectors.dims);
  const axes = await findPrincipalAxes(vectors, DIMS, { progress, onBlock: (rows) => sample.add(rows) });
  const projected = { points: await projectAll(vectors, axes, progress), dims: axes.axes.length, landmarks: sample.pick(mostLandmarks) };
  const layout = await layOutLandmarks(projected, request, progress);
  const placed = await placeAll({ ...projected, layout }, { k: NEIGHBOURS, seed, progress });
  return framed(previous ? alignedTo(previous.positions, placed) : placed);
}

/** [landmarks, 2]; so few that each is everyone's neighbour stand along the two strongest axes. */
async function layOutLandmarks(
  { points, dims, landmarks }: { points: Float32Array; dims: number; landmarks: Int32Array },
  { seed, previous, checkpoint }: LayoutRequest,
  progress: Progress,
): Promise<Float32Array> {
  const own = rowsOf(points, landmarks, { dims });
  if (landmarks.length <= NEIGHBOURS) return startFromAxes(own, { dims, seed });
  const neighbours = await neighboursAmong(own, { dims, k: NEIGHBOURS, progress });
  const graph = fuzzyUnion(neighbours, membershipStrengths(neighbours));
  const before = previous && rowsOf(previous.positions, landmarks, { dims: 2 }).map((value) => value * previous.span);
  const isKnown = before && before.filter(Number.isNaN).length < before.length / 2;
  const start = isKnown ? startFromBefore(before, graph, seed) : startFromAxes(own, { dims, seed });
  return descend(graph, { start, course: { ...(isKnown ? AGAIN : FRESH), seed }, checkpoint }, progress);
}

async function descend(
  graph: FuzzyGraph,
  { start, course, checkpoint }: { start: Float32Array; course: Course; checkpoint: CheckpointPlace },
  progress: Progress,
): Promise<Float32Array> {
  const kept = await readCheckpoint(checkpoint, start.length / 2);
  const positions = kept?.positions ?? start;
  const done = kept?.epoch ?? 0;
  progress.phase('Drawing the map', course.epochs - done);
  for (let epoch = done; epoch < course.epochs; epoch += 1) {
    runEpoch(positions, graph, { ...course, epoch });
    if ((epoch + 1) % EPOCHS_PER_CHECKPOINT === 0) await writeCheckpoint(checkpoint, { epoch: epoch + 1, positions });
    progress.step();
  }
  return positions;
}
