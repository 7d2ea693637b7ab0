import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPeer } from './kmeans-peer.js';
import { measureQuality } from './kmeans-quality.js';
import { measureServer } from './kmeans-server.js';
import { measureSpeed } from './kmeans-speed.js';
import type { BenchReport, BenchSuite } from './report.js';
import { COUNT } from './seeded-vectors.js';

/** Spherical k-means beside scikit-learn's k-means, the bare matrix product, and the categories of labelled photographs. */
export const kmeansBench: BenchSuite = {
  name: 'kmeans',
  description: `k-means of ${COUNT} vectors: time per iteration, memory, what the server answers meanwhile, and quality, beside scikit-learn where it is installed.`,
  async run(): Promise<BenchReport> {
    const folder = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
    try {
      const peer = await findPeer();
      const server = await measureServer();
      const quality = await measureQuality(folder, peer !== null).catch((error: unknown) => String(error));
      // Last, because it lowers this process's priority for good.
      const speed = await measureSpeed(folder, peer !== null);
      return {
        rows: [...speed, ...server, ...(typeof quality === 'string' ? [] : quality)],
        notes: [
          peer === null ? 'scikit-learn was not measured: /usr/bin/python3 has none (Debian: python3-sklearn).' : `Beside ${peer}.`,
          typeof quality === 'string' ? `Quality was not measured: ${quality}` : QUALITY,
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const QUALITY =
  "Quality: the shared photographs' categories against clusters of the stand-in's vectors; the targets are scikit-learn with 10 starts.";
