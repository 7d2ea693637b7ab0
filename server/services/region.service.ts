import { forEachBounded } from '../ingestion/work-queue.js';
import type { Log } from '../logging.js';
import type { WorkReport } from '../progress.js';
import type { Decision } from '../repositories/decision.repository.js';
import { splitKey } from '../repositories/fact.js';
import type { RegionRepository, UnindexedPicture, WantedTiles } from '../repositories/region.repository.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import type { JobTask } from './job.service.js';
import type { Ledger } from './ledger.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';
import { LEAST_TILED_SIDE, TILE_LAYOUT, TILES } from './picture-windows.js';
import type { IndexingFailure, RegionIndexer } from './region-indexer.js';

/** What parts of pictures are indexed with. */
export interface RegionParts {
  readonly regions: RegionRepository;
  readonly indexer: RegionIndexer;
  readonly models: Pick<ModelRegistry, 'current'>;
  readonly index: Pick<VectorIndex, 'refresh'>;
  readonly log: Log;
}

type Task = Pick<JobTask, 'progress' | 'signal' | 'dryRun'>;
type Failure = WorkReport['failures'][number];

interface Tally {
  readonly counts: { kept: number; tiled: number; removed: number };
  readonly failures: Failure[];
}

const SLICE = 100;
/** One picture is decoded while the network looks at another. */
const AT_ONCE = 2;
const MOST_LISTED = 1000;

/** Sees to it that parts of pictures have their vectors: those that people keep always, tiles of every picture where they are wanted. */
export class RegionService {
  private readonly decided = new Set<string>();
  private readonly stop = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: RegionParts,
    private readonly isGrid: boolean,
  ) {}

  /** From now on a part that is kept is found by searches a moment after. */
  start(ledger: Pick<Ledger, 'onDecision'>): void {
    ledger.onDecision((decision) => this.note(decision));
  }

  /** Ends after what is being worked on. */
  async close(): Promise<void> {
    this.decided.clear();
    this.stop.abort();
    await this.working;
  }

  /** Makes what is missing and removes what is not wanted any more; safe to interrupt and to repeat. */
  async run(task: Task): Promise<WorkReport> {
    const { regions, models, index } = this.parts;
    const model = await models.current();
    const wanted = this.isGrid ? { modelId: model.id, layout: TILE_LAYOUT, leastSide: LEAST_TILED_SIDE } : null;
    if (task.dryRun) return this.foretell(wanted);
    const tally: Tally = { counts: { kept: 0, tiled: 0, removed: await regions.removeTiles(wanted) }, failures: [] };
    await this.indexKept(model, { task, tally });
    if (wanted) await this.indexTiles(model, wanted, { task, tally });
    await index.refresh();
    const { kept, tiled, removed } = tally.counts;
    const parts = [
      `${kept} pictures got the vectors of their kept parts`,
      `${tiled} those of their tiles`,
      `${removed} tiles were removed`,
    ];
    return { counts: tally.counts, failures: tally.failures, summary: `${parts.join(', ')}.` };
  }

  /** The same at the end of other work, which must not fail by it and whose figures stay its own. */
  async runBeside(task: JobTask): Promise<void> {
    try {
      await this.run(task);
    } catch (error) {
      task.log.warn({ err: error }, 'parts of pictures could not be indexed; the next run does');
    }
  }

  private async foretell(wanted: WantedTiles | null): Promise<WorkReport> {
    const { regions } = this.parts;
    const untiled = wanted ? await regions.countUntiled(wanted) : 0;
    const unwanted = wanted ? 0 : await regions.countTiles();
    const summary = `${untiled} pictures would get tiles, ${unwanted} tiles would be removed.`;
    return { counts: { untiled, unwanted }, failures: [], summary };
  }

  private async indexKept(model: RegisteredModel, run: { task: Task; tally: Tally }): Promise<void> {
    const { regions, indexer } = this.parts;
    const slices = this.slices((slice) => regions.listUnindexed(model.id, slice));
    await this.work(slices, run, async (picture) => {
      const failure = await indexer.indexKept(picture, model);
      if (!failure) run.tally.counts.kept += 1;
      return failure;
    });
  }

  private async indexTiles(model: RegisteredModel, wanted: WantedTiles, run: { task: Task; tally: Tally }): Promise<void> {
    const { regions, indexer } = this.parts;
    const waiting = await regions.countUntiled(wanted);
    if (waiting > 0) run.task.progress.phase('Looking at parts of pictures', waiting);
    const slices = this.slices((slice) => regions.listUntiled(wanted, slice));
    await this.work(slices, run, async (picture) => {
      const failure = await indexer.index(picture, { regions: TILES, layout: wanted.layout }, model);
      if (!failure) run.tally.counts.tiled += 1;
      run.task.progress.step(failure ? 'failed' : 'done');
      return failure;
    });
  }

  private async *slices(
    list: (slice: { after: string | null; limit: number }) => Promise<UnindexedPicture[]>,
  ): AsyncGenerator<UnindexedPicture> {
    for (let after: string | null = null; ;) {
      const slice: UnindexedPicture[] = await list({ after, limit: SLICE });
      yield* slice;
      if (slice.length < SLICE) return;
      after = slice.at(-1)?.documentId ?? null;
    }
  }

  private async work(
    pictures: AsyncIterable<UnindexedPicture>,
    { task, tally }: { task: Task; tally: Tally },
    index: (picture: UnindexedPicture) => Promise<IndexingFailure>,
  ): Promise<void> {
    await forEachBounded(pictures, { limit: AT_ONCE, signal: task.signal }, async (picture) => {
      const failure = await index(picture);
      if (failure && tally.failures.length < MOST_LISTED)
        tally.failures.push({ path: await this.parts.indexer.pathOf(picture.documentId), ...failure });
    });
  }

  private note({ subjects }: Decision): void {
    const changed = subjects.filter(
      ({ kind, change }) => kind === 'document' && Object.keys(change).some((key) => splitKey(key).field === 'regions'),
    );
    if (changed.length === 0) return;
    for (const { id } of changed) this.decided.add(id);
    this.working = this.working.then(() => this.indexDecided());
  }

  // What fails here is tried again by the next run.
  private async indexDecided(): Promise<void> {
    const { regions, indexer, models, index, log } = this.parts;
    const among = [...this.decided];
    if (among.length === 0) return;
    this.decided.clear();
    try {
      const model = await models.current();
      const pictures = this.slices((slice) => regions.listUnindexed(model.id, { ...slice, among }));
      await forEachBounded(pictures, { limit: AT_ONCE, signal: this.stop.signal }, async (picture) => {
        const failure = await indexer.indexKept(picture, model);
        if (failure) log.info({ document: picture.documentId, ...failure }, 'a kept part waits for its vector');
      });
      await index.refresh();
    } catch (error) {
      log.warn({ err: error }, 'kept parts wait for their vectors');
    }
  }
}
