import type { Request, Response } from 'express';
import { contextOf } from '../security/request-context.js';
import type { ClusterService } from '../services/cluster.service.js';
import { parseClustersQuery } from './parse.js';
import { presentCluster } from './present.js';

const KINDS = ['user', 'kmeans'] as const;
const MOST_OF_A_KIND = 1000;

/** `GET /api/images/clusters`: clusters with pictures that stand for them, those of people first, of each kind the largest 1,000. */
export class ClustersRoute {
  constructor(private readonly clusters: ClusterService) {}

  async get(request: Request, response: Response): Promise<void> {
    const { mountPath, actor } = contextOf(response);
    const { kind, samples: most } = parseClustersQuery(new URL(request.url, 'http://localhost').searchParams);
    const kinds = kind ? [kind] : KINDS;
    const listed = await Promise.all(kinds.map((one) => this.clusters.list({ kind: one, order: 'size', first: MOST_OF_A_KIND }, actor)));
    const clusters = listed.flat();
    const ids = clusters.map(({ id }) => id);
    const samples = await this.clusters.samplesOf(ids, most, actor);
    response.json({ clusters: clusters.map((cluster) => presentCluster(mountPath, cluster, samples.get(cluster.id) ?? [])) });
  }
}
