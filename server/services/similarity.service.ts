import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import type { NearestAnswer, VectorIndex } from '../repositories/vector-index.js';
import { bestMoments, type Moment } from './best-moments.js';
import { bandOf, calibrate, type Calibration } from './calibration.js';
import type { PreviewStore } from './preview-store.js';
import { histogramOf, pickHits, pickNextBest, type Candidate } from './ranking.js';
import type { SimilarityAnswer, SimilarityHit } from './similarity-answer.js';
import type { SimilarityLogger } from './similarity-logger.js';
import type { ResolvedQuery, SimilarityQueryResolver, SimilarityRequest } from './similarity-query.js';
import type { Sight, VisibleDocuments } from './visible-documents.js';

interface Asked {
  readonly request: SimilarityRequest;
  readonly query: ResolvedQuery;
  readonly documents: VisibleDocuments;
  readonly topK: number;
}

/** What queries are compared with. */
interface ComparedVectors {
  readonly index: VectorIndex;
  readonly embeddings: EmbeddingRepository;
}

interface FoundDocument extends Candidate {
  readonly document: DocumentRow;
}

type VectorQuery = Exclude<ResolvedQuery, { kind: 'keyword' }>;

const NEXT_BEST = 5;

/** Finds pictures like a picture or like words, says how sure it is of each, and logs every query. */
export class SimilarityService {
  constructor(
    private readonly resolver: SimilarityQueryResolver,
    private readonly vectors: ComparedVectors,
    private readonly sight: Sight,
    private readonly previews: PreviewStore,
    private readonly logger: SimilarityLogger,
  ) {}

  /** Opens the current model and loads its vectors, so that the first search does not wait. */
  async prepare(): Promise<void> {
    await this.vectors.index.prepare((await this.resolver.currentModel()).id);
  }

  /** Throws BAD_REQUEST for a malformed threshold, topK, region or query; 4xx as the resolver says. */
  async search(request: SimilarityRequest, actor: Actor): Promise<SimilarityAnswer> {
    const startedAt = performance.now();
    const topK = checkedTopK(request.topK ?? 50);
    checkThreshold(request.threshold);
    const query = await this.resolver.resolve(request, actor);
    const asked = { request, query, topK, documents: this.sight(actor) };
    const found = query.kind === 'keyword' ? await this.answerKeyword(asked) : await this.answerVector(asked, query);
    const answer = { ...found, tookMs: performance.now() - startedAt, logId: newId() };
    this.logger.add(answer, { request, actor, modelId: query.model.id });
    return answer;
  }

  private async answerVector(asked: Asked, query: VectorQuery): Promise<Omit<SimilarityAnswer, 'tookMs' | 'logId'>> {
    const own = query.kind === 'image' ? query.document.id : null;
    const nearest = await this.findDocuments(asked, query, own);
    const scores = nearest.scores ?? nearest.sample ?? new Float32Array();
    const calibration = calibrate(scores, nearest.candidates);
    const threshold = asked.request.threshold ?? calibration.cut;
    const queryRow = this.queryRow(asked.request, query);
    const picked = pickHits(nearest.found, { threshold, topK: asked.topK }, queryRow !== null);
    const nextBest = pickNextBest(nearest.found, threshold);
    const moments = await bestMoments(
      this.vectors.embeddings,
      [...picked, ...nextBest].map(({ document }) => document),
      { modelId: query.model.id, vector: query.vector },
    );
    const show = (candidate: FoundDocument): SimilarityHit => hitOf(candidate, calibration, moments.get(candidate.documentId) ?? []);
    return {
      ...this.echo(asked),
      threshold,
      isThresholdCalibrated: asked.request.threshold === null || asked.request.threshold === undefined,
      candidates: nearest.candidates,
      results: [...(queryRow ? [queryRow] : []), ...picked.map(show)],
      nextBest: nextBest.map(show),
      histogram: {
        ...histogramOf(scores, scores.length > 0 ? Math.max(1, nearest.candidates / scores.length) : 1),
        isEstimated: nearest.scores === null,
        cut: calibration.cut,
        strongFrom: calibration.strongFrom,
        likelyFrom: calibration.likelyFrom,
      },
    };
  }

  /** Nearest documents that may be shown, best first. Asks for more until enough are visible or none are left. */
  private async findDocuments(asked: Asked, query: VectorQuery, own: string | null): Promise<NearestAnswer & { found: FoundDocument[] }> {
    const { documents } = asked;
    const { among, without } = await documents.scopeOf(asked.request.filter ?? {});
    const wanted = asked.topK + NEXT_BEST;
    for (let limit = wanted + 8; ; limit *= 4) {
      const nearest = await this.vectors.index.nearest({ modelId: query.model.id, vector: query.vector, limit, among, without });
      const others = nearest.hits.filter(({ documentId }) => documentId !== own);
      const rows = await documents.listByIds(others.map(({ documentId }) => documentId));
      const visible = new Map(rows.filter(isShown).map((row) => [row.id, row]));
      const found = others.flatMap((hit) => {
        const document = visible.get(hit.documentId);
        return document ? [{ ...hit, document }] : [];
      });
      if (found.length >= wanted || nearest.hits.length < limit) return { ...nearest, found };
    }
  }

  private async answerKeyword(asked: Asked): Promise<Omit<SimilarityAnswer, 'tookMs' | 'logId'>> {
    const keyword = [asked.request.text ?? '', asked.request.filter?.keyword ?? []].flat();
    const filter = { ...asked.request.filter, keyword };
    const { rows } = await asked.documents.page(filter, { first: asked.topK, after: null });
    // No valid query is answered by nothing: misspelt words get what is spelt most like them.
    const closest =
      rows.length > 0 ? [] : await asked.documents.closestToWords(asked.request.filter ?? {}, asked.request.text ?? '', NEXT_BEST);
    const show = (image: DocumentRow): SimilarityHit => ({
      similarity: null,
      isQuery: false,
      band: null,
      image,
      region: null,
      frameMs: null,
      moments: [],
    });
    const histogram = { low: -1, width: 0.01, counts: [], isEstimated: false, cut: -1, strongFrom: null, likelyFrom: null };
    return {
      ...this.echo(asked),
      threshold: -1,
      isThresholdCalibrated: false,
      candidates: rows.length,
      results: rows.map(show),
      nextBest: closest.map(show),
      histogram,
    };
  }

  private echo({ request, query, topK }: Asked): Pick<SimilarityAnswer, 'query' | 'model' | 'topK'> {
    return {
      query: {
        kind: query.kind,
        imageId: query.kind === 'image' ? query.document.id : null,
        previewId: query.kind === 'upload' ? this.previews.keep(query.preview) : null,
        text: request.text ?? null,
        region: request.region ?? null,
      },
      model: query.model.encoder.identity.name,
      topK,
    };
  }

  private queryRow(request: SimilarityRequest, query: VectorQuery): SimilarityHit | null {
    if (query.kind === 'text') return null;
    const image = query.kind === 'image' ? query.document : null;
    const frameMs = request.frameMs ?? null;
    const moments = frameMs === null ? [] : [{ frameMs, similarity: 1 }];
    return { similarity: 1, isQuery: true, band: null, image, region: request.region ?? null, frameMs, moments };
  }
}

function hitOf(
  { document, similarity, region, frameMs }: FoundDocument,
  calibration: Calibration,
  moments: readonly Moment[],
): SimilarityHit {
  const bestMs = moments[0]?.frameMs ?? frameMs;
  return { similarity, isQuery: false, band: bandOf(similarity, calibration), image: document, region, frameMs: bestMs, moments };
}

// What stands under another picture of its stack is no hit; what is hidden was not searched.
function isShown({ stackRole }: DocumentRow): boolean {
  return stackRole === null || stackRole === 'primary';
}

function checkedTopK(topK: number): number {
  if (Number.isInteger(topK) && topK >= 1 && topK <= 1000) return topK;
  throw new AppError('BAD_REQUEST', `Expected top_k as a whole number from 1 to 1000 but received ${topK}.`);
}

function checkThreshold(threshold: number | null | undefined): void {
  if (threshold === null || threshold === undefined || (threshold >= -1 && threshold <= 1)) return;
  throw new AppError('BAD_REQUEST', `Expected a threshold from -1 to 1 but received ${threshold}.`);
}
