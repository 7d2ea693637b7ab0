import type { Actor } from '../context.js';
import { actorKey } from '../repositories/unit-of-work.js';
import { Recent } from './recent.js';

/** What an answer was made with: the vectors of what was looked for, under one model. */
export interface KeptVectors {
  readonly modelId: number;
  /** Of unit length; one for each part of the query that pictures were to be like. */
  readonly vectors: readonly Float32Array[];
}

const MOST_KEPT = 200;

/** The last 200 answers with the vectors of their queries, in memory only: so it can be asked what of a hit matched, by who asked the query. */
export class QueryMemory {
  private readonly kept = new Recent<KeptVectors>(MOST_KEPT);

  keep(logId: string, actor: Actor, vectors: KeptVectors): void {
    this.kept.set(keyOf(logId, actor), vectors);
  }

  /** Null for an answer that is not known any more, or was given to someone else. */
  find(logId: string, actor: Actor): KeptVectors | null {
    return this.kept.get(keyOf(logId, actor));
  }

  /** Forgets them all. */
  clear(): void {
    this.kept.clear();
  }
}

function keyOf(logId: string, actor: Actor): string {
  return `${logId} ${actorKey(actor)}`;
}
