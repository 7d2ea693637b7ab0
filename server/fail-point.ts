/** The steps of saving a sidecar between which a power cut would do the most harm, in their order. */
export const FAIL_POINTS = [
  'claimed',
  'merged',
  'base-recorded',
  'temporary-begun',
  'temporary-written',
  'moved-away',
  'in-place',
  'folder-synced',
  'swept',
  'recorded',
  'dequeued',
] as const;

/** The steps of clustering after which what was done so far is on the disk, in their order. */
export const CLUSTER_FAIL_POINTS = [
  'vectors-read',
  'clusters-found',
  'members-begun',
  'members-written',
  'clusters-swapped',
  'members-proposed',
  'map-drawn',
  'clusters-tidied',
] as const;

/** One of these steps. */
export type FailPoint = (typeof FAIL_POINTS)[number] | (typeof CLUSTER_FAIL_POINTS)[number];

let armed: ((point: FailPoint) => Promise<void> | void) | null = null;

/** Lets a test be called at every fail point, to end the process there; null disarms. The program itself never calls this. */
export function armFailPoints(listener: typeof armed): void {
  armed = listener;
}

/** Marks a step; does nothing unless a test is armed. */
export async function failPoint(point: FailPoint): Promise<void> {
  if (armed) await armed(point);
}
