import type { Actor } from '../context.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { partnerOf } from './duplicate-groups.js';
import type { DuplicateService } from './duplicate.service.js';
import type { SimilarityAnswer } from './similarity-answer.js';
import type { SimilarityRequest } from './similarity-query.js';
import type { SimilarityService } from './similarity.service.js';

/** A row of an answer that may stand for duplicates of it. */
interface Collapsible {
  readonly image: DocumentRow | null;
  /** Each picture that was asked with keeps its row (promise 1). */
  readonly isQuery: boolean;
  readonly duplicates?: readonly DocumentRow[];
}

/** A query, and whether near-duplicates are put under one hit. */
export interface CollapsingRequest extends SimilarityRequest {
  readonly collapse?: boolean | null;
}

/** Searches as `SimilarityService` does, and puts near-duplicates under one hit where that is asked for. */
export class CollapsingSearch {
  constructor(
    private readonly similarity: Pick<SimilarityService, 'search'>,
    private readonly collapser: DuplicateCollapser,
  ) {}

  /** As `SimilarityService.search`; at most `topK` pictures are found, and those under another one count among them. */
  async search({ collapse, ...request }: CollapsingRequest, actor: Actor): Promise<SimilarityAnswer> {
    const answer = await this.similarity.search(request, actor);
    if (!collapse) return answer;
    const [results, nextBest] = [await this.collapser.collapse(answer.results), await this.collapser.collapse(answer.nextBest)];
    return { ...answer, results, nextBest };
  }
}

/** Puts near-duplicates under one hit: what no person set apart goes under the first hit, the best one, that it is a pair with. */
export class DuplicateCollapser {
  constructor(private readonly duplicates: Pick<DuplicateService, 'pairsAmong'>) {}

  /** The hits without those that stand under an earlier one, in the same order. */
  async collapse<Hit extends Collapsible>(hits: readonly Hit[]): Promise<Hit[]> {
    const pairs = await this.duplicates.pairsAmong(hits.flatMap(({ image }) => image?.id ?? []));
    const partners = new Map<string, Set<string>>();
    for (const pair of pairs) {
      for (const id of [pair.firstId, pair.secondId]) partners.set(id, (partners.get(id) ?? new Set()).add(partnerOf(pair, id)));
    }
    const standing: { hit: Hit; under: DocumentRow[] }[] = [];
    for (const hit of hits) {
      const { image, isQuery } = hit;
      const above = image && !isQuery && standing.find((one) => one.hit.image && partners.get(one.hit.image.id)?.has(image.id));
      if (image && above) above.under.push(image);
      else standing.push({ hit, under: [] });
    }
    return standing.map(({ hit, under }) => ({ ...hit, duplicates: under }));
  }
}
