import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { factKey } from '../repositories/fact.js';
import type { DecisionRow } from '../repositories/decision.repository.js';
import type { ProposalTarget } from '../repositories/proposal.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import type { ModelRegistry } from './model-registry.js';
import { neighbourCut } from './neighbour-cut.js';
import { additionsOf, spread, type Addition } from './proposal-targets.js';

const PROPOSER: Actor = { kind: 'job', name: 'propose' };
const MOST_EXAMPLES = 32;
const FEWEST_EXAMPLES = 4;
/** Searches of one propagation: 96 take about 1.2 s over 100,000 pictures. */
const MOST_SEARCHES = 96;
const MOST_PROPOSALS = 500;
/** So many that were answered already may stand before them among the neighbours of an example. */
const MOST_ANSWERED = 5000;

/** Proposes what a person said of some pictures for the pictures most like them. It writes proposals, never what is said. */
export class PropagationService {
  constructor(
    private readonly repositories: Repositories,
    private readonly unitOfWork: UnitOfWork,
    private readonly index: VectorIndex,
    private readonly models: Pick<ModelRegistry, 'current'>,
  ) {}

  /**
   * Looks for neighbours of the pictures that a decision gave tags, people or clusters, and makes or renews the open proposals of that
   * decision: at most 500 for each of these. Throws NOT_FOUND for an unknown decision.
   */
  async propose(decisionId: string): Promise<void> {
    const decision = await this.repositories.decisions.findById(decisionId);
    if (!decision) throw new AppError('NOT_FOUND', 'There is no such decision.');
    const additions = await this.standing(decision);
    const examples = Math.max(FEWEST_EXAMPLES, Math.min(MOST_EXAMPLES, Math.floor(MOST_SEARCHES / Math.max(1, additions.length))));
    const { id: modelId } = await this.models.current();
    const found = new Map<ProposalTarget, Map<string, number>>();
    for (const { target, documentIds } of additions) {
      found.set(target, await this.neighboursOf(spread(documentIds, examples), target, modelId));
    }
    await this.unitOfWork(PROPOSER, async ({ proposals }) => {
      const kept: string[] = [];
      for (const [target, scores] of found) {
        kept.push(...(await proposals.propose(target, scores, { modelId, decisionId, limit: MOST_PROPOSALS })));
      }
      await proposals.dropOthers(decisionId, kept);
    });
  }

  // What was taken back or said otherwise since is no example any more.
  private async standing(decision: DecisionRow): Promise<Addition[]> {
    const additions = additionsOf(decision);
    const facts = await this.repositories.annotations.factsOf([...new Set(additions.flatMap(({ documentIds }) => documentIds))]);
    return additions.map(({ target, documentIds }) => {
      const key = factKey(target.field, target.element);
      return { target, documentIds: documentIds.filter((id) => facts.get(id)?.get(key)?.value === true) };
    });
  }

  // Best similarity over the examples, by document. What was answered stays in the background, or every answer would move the cut.
  private async neighboursOf(examples: readonly string[], target: ProposalTarget, modelId: number): Promise<Map<string, number>> {
    const { proposals, documents, embeddings } = this.repositories;
    const answered = new Set(await proposals.listAnswered(target));
    const without = new Set(await documents.hiddenIds());
    const limit = MOST_PROPOSALS + Math.min(MOST_ANSWERED, answered.size);
    const best = new Map<string, number>();
    for (const example of examples) {
      const vector = await embeddings.vectorOf(example, modelId);
      if (!vector) continue;
      const { hits, scores, sample, documents } = await this.index.nearest({ modelId, vector, limit, without });
      const cut = neighbourCut(scores ?? sample ?? new Float32Array(), documents);
      for (const { documentId, similarity } of hits.filter((hit) => hit.similarity >= cut && !answered.has(hit.documentId))) {
        best.set(documentId, Math.max(similarity, best.get(documentId) ?? -1));
      }
    }
    return best;
  }
}
