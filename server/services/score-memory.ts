import type { Log } from '../logging.js';
import type { QueryKind, ScoreStatistics, ScoreStatisticsRepository } from '../repositories/score-statistics.repository.js';
import type { Calibration, TailPrior } from './calibration.js';
import type { ResolvedPart } from './similarity-query.js';

/** One tail that was fitted. */
interface Lesson {
  readonly modelId: number;
  readonly queryKind: QueryKind;
  readonly logScale: number;
  /** Variance of the logarithm of a scale that was fitted to so many excesses: one over their number. */
  readonly chanceVariance: number;
}

/** Fewer queries than that tell nothing about others. */
const FEWEST_QUERIES = 30;
/** Queries differ by at least so much (variance of the logarithm), whatever was seen: no query is outvoted by more than twenty excesses. */
const LEAST_VARIANCE = 0.05;

/**
 * Remembers how wide the tails of scores are, by model and kind of query, and so steadies the tail of a query whose own scores are few (empirical
 * Bayes: the less queries differ among themselves, the more of the mean is believed). Learns in batches beside the searches. What was
 * learnt counts from the next start on, so that the same question has the same answer as long as the program runs.
 */
export class ScoreMemory {
  private waiting = new Map<string, Lesson[]>();
  private priors: Promise<ReadonlyMap<string, TailPrior>> | null = null;

  constructor(
    private readonly rows: ScoreStatisticsRepository,
    private readonly log: Log,
  ) {}

  /** What was known at the start; read once. */
  async priorOf(modelId: number, queryKind: QueryKind): Promise<TailPrior | undefined> {
    this.priors ??= this.read();
    return (await this.priors).get(keyOf({ modelId, queryKind }));
  }

  /** Takes note of a query that was answered. Where the archive is too small for bands there is nothing to learn. */
  learn(modelId: number, queryKind: QueryKind, { tail }: Pick<Calibration, 'tail'>): void {
    if (!tail) return;
    const lesson = { modelId, queryKind, logScale: Math.log(tail.ownScale), chanceVariance: 1 / tail.excesses };
    const key = keyOf(lesson);
    this.waiting.set(key, [...(this.waiting.get(key) ?? []), lesson]);
  }

  /** Writes what was learnt since. Called with the log of searches, every second. */
  async flush(): Promise<void> {
    const lessons = this.waiting;
    this.waiting = new Map();
    try {
      for (const group of lessons.values()) await this.rows.add(summaryOf(group));
    } catch (error) {
      this.log.warn({ err: error }, 'what searches taught about scores could not be kept');
    }
  }

  // Searching goes on without what was learnt.
  private async read(): Promise<ReadonlyMap<string, TailPrior>> {
    try {
      const known = (await this.rows.list()).filter(({ queries }) => queries >= FEWEST_QUERIES);
      return new Map(known.map((statistics) => [keyOf(statistics), toPrior(statistics)]));
    } catch (error) {
      this.log.warn({ err: error }, 'what is known of scores could not be read');
      return new Map();
    }
  }
}

/** The kind of a query of these parts. */
export function queryKindOf(parts: readonly Pick<ResolvedPart, 'kind' | 'asked'>[]): QueryKind {
  const [part, ...others] = parts;
  if (!part || others.length > 0) return 'mixture';
  if (part.kind === 'text' || part.kind === 'keyword') return 'text';
  if (part.asked.region) return 'region';
  return typeof part.asked.frameMs === 'number' ? 'frame' : part.kind;
}

function summaryOf(lessons: readonly Lesson[]): ScoreStatistics {
  const [first] = lessons;
  if (!first) throw new RangeError('Expected at least one query but received none.');
  const mean = (of: (lesson: Lesson) => number): number => lessons.reduce((sum, lesson) => sum + of(lesson), 0) / lessons.length;
  const logScale = mean((lesson) => lesson.logScale);
  return {
    modelId: first.modelId,
    queryKind: first.queryKind,
    queries: lessons.length,
    logScale,
    variance: mean((lesson) => (lesson.logScale - logScale) ** 2),
    chanceVariance: mean((lesson) => lesson.chanceVariance),
  };
}

// An excess tells the logarithm of a scale to a variance of one, so knowing it to 1 / n is worth n of them.
function toPrior({ logScale, variance, chanceVariance }: ScoreStatistics): TailPrior {
  return { scale: Math.exp(logScale), weight: 1 / Math.max(LEAST_VARIANCE, variance - chanceVariance) };
}

function keyOf({ modelId, queryKind }: Pick<Lesson, 'modelId' | 'queryKind'>): string {
  return `${modelId} ${queryKind}`;
}
