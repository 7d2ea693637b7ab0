import type { Actor } from '../context.js';
import type { Log } from '../logging.js';
import type { SimilarityLogRepository, SimilarityLogRow } from '../repositories/similarity-log.repository.js';
import { actorKey } from '../repositories/unit-of-work.js';
import type { ScoreMemory } from './score-memory.js';
import type { SimilarityAnswer } from './similarity-answer.js';
import type { SimilarityRequest } from './similarity-query.js';
import { toStoredQuery } from './stored-query.js';

/** Who asked for what, and which model answered. */
interface Asked {
  readonly request: SimilarityRequest;
  readonly actor: Actor;
  readonly modelId: number;
}

const FLUSH_EVERY_MS = 1_000;
const MAX_WAITING = 1_000;

/** Writes the log of queries in batches, so that a search never waits for it. At most the last second of it is lost by a kill. */
export class SimilarityLogger {
  private waiting: SimilarityLogRow[] = [];
  private dropped = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly rows: SimilarityLogRepository,
    private readonly log: Log,
    private readonly scores: Pick<ScoreMemory, 'flush'>,
  ) {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  add(answer: SimilarityAnswer, { request, actor, modelId }: Asked): void {
    if (this.waiting.length >= MAX_WAITING) {
      this.dropped += 1;
      return;
    }
    const hits = answer.results.filter(({ isQuery }) => !isQuery);
    this.waiting.push({
      id: answer.logId,
      at: new Date(),
      actor: actorKey(actor),
      kind: answer.query.kind,
      modelId,
      options: toStoredQuery(
        request,
        answer.query.parts.map(({ imageId }) => imageId),
      ),
      threshold: answer.threshold,
      topK: answer.topK,
      resultCount: answer.results.length,
      bestScore: hits[0]?.similarity ?? null,
      tookMs: answer.tookMs,
      candidates: answer.candidates,
    });
  }

  async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    try {
      if (rows.length > 0) await this.rows.insertMany(rows);
      if (this.dropped > 0) this.log.warn({ dropped: this.dropped }, 'queries were not logged because the log fell behind');
      this.dropped = 0;
    } catch (error) {
      this.dropped += rows.length;
      this.log.warn({ err: error }, 'the similarity log could not be written');
    }
    await this.scores.flush();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }
}
