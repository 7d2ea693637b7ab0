import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { AppError } from '../errors.js';
import type { VectorSpool } from '../models/clustering/vector-spool.js';
import type { compute } from '../models/computation.js';
import { LAYOUT_VERSION } from '../models/layout/layout.js';
import { GENERATION } from '../repositories/kmeans.repository.js';
import { MAP_GENERATION } from '../repositories/map.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { JobTask } from './job.service.js';
import { encodeMap } from './map-format.js';
import { readPoints } from './map-reading.js';

/** What is to be on the map. */
export interface MappedPictures {
  /** One row for each document, in their order. */
  readonly vectors: VectorSpool;
  readonly documentIds: readonly string[];
  readonly modelId: number;
  /** Another one whenever the documents, their vectors or the model are. */
  readonly fingerprint: string;
}

/** What the setting says of the points that are read. */
interface MadeMap {
  readonly generation: number;
  readonly modelId: number;
  readonly madeAt: string;
  readonly fingerprint: string;
  readonly span: number;
}

/** The map as it is sent, and a name for this state of it. */
export interface EncodedMap {
  readonly version: string;
  /** Called only where somebody needs them. */
  read(): Promise<Buffer>;
}

type Compute = typeof compute;

const SEED = 1;
/** Maps and clusters are made once a night: what changes during each of five reads is no map that could be read. */
const MOST_TRIES = 5;

/** The map of the archive: every picture of the gallery as a point, pictures that look alike near each other. */
export class MapService {
  constructor(
    private readonly repositories: Pick<Repositories, 'maps' | 'models' | 'settings'>,
    private readonly compute: Compute,
    private readonly checkpointPath: string,
  ) {}

  /** Lays pictures out where anything changed, beginning where they stood; false where nothing did. Rejects when aborted. */
  async update(pictures: MappedPictures, task: Pick<JobTask, 'progress' | 'signal'>): Promise<boolean> {
    const { vectors, documentIds, modelId } = pictures;
    const { maps, settings } = this.repositories;
    const made = await this.made();
    await maps.removeOthers(made?.generation ?? null, task.signal);
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([LAYOUT_VERSION, SEED, pictures.fingerprint]))
      .digest('hex');
    if (made?.fingerprint === fingerprint) return false;
    const previous = made && { positions: await maps.positionsOf(made.generation, documentIds), span: made.span };
    const checkpoint = { path: this.checkpointPath, key: `${fingerprint} after ${made?.generation}` };
    const { positions, span } = await this.compute('layOut', { vectors, seed: SEED, previous, checkpoint }, task);
    task.progress.phase('Writing the map', null);
    const generation = (made?.generation ?? 0) + 1;
    await maps.insert(generation, documentIds, positions);
    await settings.put(MAP_GENERATION, { generation, modelId, madeAt: new Date().toISOString(), fingerprint, span } satisfies MadeMap);
    await rm(this.checkpointPath, { force: true });
    await maps.removeOthers(generation, task.signal);
    return true;
  }

  /** The map with what the gallery shows of it, for everybody; what a person hid is not on it (T21). Throws NOT_FOUND before the first. */
  async current(): Promise<EncodedMap> {
    const version = await this.repositories.maps.version();
    if (version === null) throw new AppError('NOT_FOUND', 'There is no map yet: the job cluster-images makes it.');
    return { version, read: () => this.read() };
  }

  private async read(tries = MOST_TRIES): Promise<Buffer> {
    const { maps, models, settings } = this.repositories;
    const [made, clusters] = [await this.made(), await settings.get(GENERATION)];
    if (made === null) throw new AppError('NOT_FOUND', 'There is no map any more.');
    const points = await readPoints(maps, made.generation);
    // Another map took its place, and its points are being removed; or other clusters, and these are some of the one and some of the other.
    const isStanding = (await this.made())?.generation === made.generation && (await settings.get(GENERATION)) === clusters;
    if (!isStanding && tries > 1) return this.read(tries - 1);
    if (!isStanding) throw new AppError('UNAVAILABLE', 'The map is being made anew. Please try again.');
    return encodeMap({ ...points, madeAt: made.madeAt, model: (await models.getById(made.modelId)).name });
  }

  private async made(): Promise<MadeMap | null> {
    return (await this.repositories.settings.get(MAP_GENERATION)) as MadeMap | null;
  }
}
