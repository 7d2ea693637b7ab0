import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import { bestMoments, type Moment } from './best-moments.js';
import { bandOf, calibrate, standingOf, type Calibration } from './calibration.js';
import type { DocumentRanker, FoundDocument, Ranking } from './document-ranker.js';
import type { PreviewStore } from './preview-store.js';
import type { QueryMemory } from './query-memory.js';
import { histogramOf, pickHits, pickNextBest } from './ranking.js';
import { queryKindOf, type ScoreMemory } from './score-memory.js';
import type { EchoedPart, SimilarityAnswer, SimilarityHit } from './similarity-answer.js';
import type { SimilarityLogger } from './similarity-logger.js';
import type { ResolvedPart, ResolvedQuery, SimilarityQueryResolver, SimilarityRequest, VectorPart } from './similarity-query.js';
import type { Sight, VisibleDocuments } from './visible-documents.js';

interface Asked {
  readonly request: SimilarityRequest;
  readonly query: ResolvedQuery;
  readonly documents: VisibleDocuments;
  readonly topK: number;
  /** What was asked for, and the words that the model cannot read. */
  readonly filter: DocumentFilter;
}

/** What documents are ranked by, and what is known of such scores. */
interface RankedVectors {
  readonly ranker: DocumentRanker;
  readonly embeddings: EmbeddingRepository;
  readonly scores: ScoreMemory;
}

/** What is remembered of answers for a while. */
interface AnswerMemory {
  readonly previews: PreviewStore;
  readonly queryMemory: QueryMemory;
}

type Answered = Omit<SimilarityAnswer, 'tookMs' | 'logId'>;

const NEXT_BEST = 5;

/** Finds pictures like pictures and like words, says how sure it is of each, and logs every query. */
export class SimilarityService {
  constructor(
    private readonly resolver: SimilarityQueryResolver,
    private readonly vectors: RankedVectors,
    private readonly sight: Sight,
    private readonly memory: AnswerMemory,
    private readonly logger: SimilarityLogger,
  ) {}

  /** Opens the current model and loads its vectors, so that the first search does not wait. */
  async prepare(): Promise<void> {
    await this.vectors.ranker.prepare((await this.resolver.currentModel()).id);
  }

  /** Throws BAD_REQUEST for a malformed threshold, topK, region or query; 4xx as the resolver says. */
  async search(request: SimilarityRequest, actor: Actor): Promise<SimilarityAnswer> {
    const startedAt = performance.now();
    const topK = checkedTopK(request.topK ?? 50);
    checkThreshold(request.threshold);
    const query = await this.resolver.resolve(request.parts, actor);
    const asked = { request, query, topK, documents: this.sight(actor), filter: withWords(request.filter ?? {}, query) };
    const parts = query.parts.filter(hasVector);
    refuseUnsought(parts);
    const found = parts.length > 0 ? await this.answerVectors(asked, parts) : await this.answerWords(asked);
    const answer = { ...found, tookMs: performance.now() - startedAt, logId: newId() };
    const vectors = parts.filter(({ mode }) => mode === 'more').map(({ vector }) => vector);
    this.memory.queryMemory.keep(answer.logId, actor, { modelId: query.model.id, vectors });
    this.logger.add(answer, { request, actor, modelId: query.model.id });
    return answer;
  }

  private async answerVectors(asked: Asked, parts: readonly VectorPart[]): Promise<Answered> {
    const { request, query, topK, documents, filter } = asked;
    const modelId = query.model.id;
    const ranking = await this.vectors.ranker.rank({ modelId, parts, documents, filter, wanted: topK + NEXT_BEST });
    const calibration = await this.judge(ranking, query);
    const threshold = request.threshold ?? calibration.cut;
    const queryRows = this.queryRows(parts);
    const picked = pickHits(ranking.found, { threshold, topK }, queryRows.length);
    const nextBest = pickNextBest(ranking.found, threshold);
    const moments = await bestMoments(
      this.vectors.embeddings,
      [...picked, ...nextBest].map(({ document }) => document),
      { modelId, vector: leadingVector(parts) },
    );
    const show = (found: FoundDocument): SimilarityHit => hitOf(found, calibration, moments.get(found.documentId) ?? []);
    const { scores, candidates, isEstimated } = ranking;
    return {
      ...this.echo(asked),
      threshold,
      isThresholdCalibrated: request.threshold === null || request.threshold === undefined,
      candidates,
      results: [...queryRows, ...picked.map(show)],
      nextBest: nextBest.map(show),
      histogram: {
        ...histogramOf(scores, scores.length > 0 ? Math.max(1, ranking.documents / scores.length) : 1),
        isEstimated,
        cut: calibration.cut,
        strongFrom: calibration.strongFrom,
        likelyFrom: calibration.likelyFrom,
      },
    };
  }

  private async judge({ scores, documents }: Ranking, { model, parts }: ResolvedQuery): Promise<Calibration> {
    const kind = queryKindOf(parts.filter(hasVector));
    const calibration = calibrate(scores, documents, await this.vectors.scores.priorOf(model.id, kind));
    this.vectors.scores.learn(model.id, kind, calibration);
    return calibration;
  }

  private async answerWords(asked: Asked): Promise<Answered> {
    const { request, query, documents, filter, topK } = asked;
    const { rows } = await documents.page(filter, { first: topK, after: null });
    const words = query.parts.flatMap(({ mode, asked: { text } }) => (mode === 'more' && text ? [text] : []));
    // No valid query is answered by nothing: misspelt words get what is spelt most like them.
    const closest = rows.length > 0 ? [] : await documents.closestToWords(request.filter ?? {}, words.join(' '), NEXT_BEST);
    return {
      ...this.echo(asked),
      threshold: -1,
      isThresholdCalibrated: false,
      candidates: rows.length,
      results: rows.map((image) => ({ ...EMPTY_HIT, image })),
      nextBest: closest.map((image) => ({ ...EMPTY_HIT, image })),
      histogram: { low: -1, width: 0.01, counts: [], isEstimated: false, cut: -1, strongFrom: null, likelyFrom: null },
    };
  }

  private echo({ query, topK }: Asked): Pick<SimilarityAnswer, 'query' | 'model' | 'topK'> {
    const parts = query.parts.map((part) => this.echoPart(part));
    const [first] = parts;
    if (!first) throw new AppError('INTERNAL', 'A query without parts was answered.');
    return { query: { ...first, kind: kindOf(query), parts }, model: query.model.encoder.identity.name, topK };
  }

  private echoPart({ kind, mode, weight, document, preview, asked }: ResolvedPart): EchoedPart {
    const { text = null, region = null, frameMs = null } = asked;
    const previewId = preview && this.memory.previews.keep(preview);
    return { kind, mode, weight, imageId: document?.id ?? null, previewId, text, region, frameMs };
  }

  // One for each picture that is sought; a picture that was asked for twice stands once.
  private queryRows(parts: readonly VectorPart[]): SimilarityHit[] {
    const rows = new Map<string, SimilarityHit>();
    for (const { kind, mode, document, preview, asked } of parts) {
      if (mode !== 'more' || kind === 'text') continue;
      const { region = null, frameMs = null } = asked;
      const previewId = preview && this.memory.previews.keep(preview);
      const moments = frameMs === null ? [] : [{ frameMs, similarity: 1 }];
      const row = { ...EMPTY_HIT, similarity: 1, isQuery: true, image: document, previewId, region, frameMs, moments };
      rows.set(JSON.stringify([document?.id ?? previewId, region, frameMs]), row);
    }
    return [...rows.values()];
  }
}

const EMPTY_HIT: SimilarityHit = {
  similarity: null,
  isQuery: false,
  band: null,
  standing: null,
  cosines: [],
  image: null,
  previewId: null,
  region: null,
  frameMs: null,
  moments: [],
};

function hitOf(found: FoundDocument, calibration: Calibration, moments: readonly Moment[]): SimilarityHit {
  const { document, similarity, cosines = [], region } = found;
  return {
    ...EMPTY_HIT,
    similarity,
    band: bandOf(similarity, calibration),
    standing: standingOf(similarity, calibration),
    cosines,
    image: document,
    region,
    frameMs: moments[0]?.frameMs ?? found.frameMs,
    moments,
  };
}

function hasVector(part: ResolvedPart): part is VectorPart {
  return part.vector !== null;
}

// Ranking by what is not wanted alone would put first whatever is strangest.
function refuseUnsought(parts: readonly VectorPart[]): void {
  if (parts.length === 0 || parts.some(({ mode }) => mode === 'more')) return;
  const message = 'This model reads no words, so a picture can be left out only beside a picture that is looked for.';
  throw new AppError('BAD_REQUEST', message);
}

function kindOf({ parts: [first, ...others] }: ResolvedQuery): SimilarityAnswer['query']['kind'] {
  return first && others.length === 0 ? first.kind : 'mixture';
}

// Of a video the moments are shown that are most like what weighs most.
function leadingVector(parts: readonly VectorPart[]): Float32Array {
  const sought = parts.filter(({ mode }) => mode === 'more');
  return sought.reduce<VectorPart | undefined>((a, b) => (a && a.weight >= b.weight ? a : b), undefined)?.vector ?? new Float32Array();
}

// Words that the model cannot read are looked up in what is written with the pictures.
function withWords(filter: DocumentFilter, { parts }: ResolvedQuery): DocumentFilter {
  const words = parts.filter(({ kind }) => kind === 'keyword');
  if (words.length === 0) return filter;
  const of = (isSought: boolean): string[] =>
    words.flatMap(({ mode, asked: { text } }) => ((mode === 'more') === isSought && text ? [text] : []));
  return { ...filter, keyword: [...of(true), filter.keyword ?? []].flat(), notKeyword: of(false) };
}

function checkedTopK(topK: number): number {
  if (Number.isInteger(topK) && topK >= 1 && topK <= 1000) return topK;
  throw new AppError('BAD_REQUEST', `Expected top_k as a whole number from 1 to 1000 but received ${topK}.`);
}

function checkThreshold(threshold: number | null | undefined): void {
  if (threshold === null || threshold === undefined || (threshold >= -1 && threshold <= 1)) return;
  throw new AppError('BAD_REQUEST', `Expected a threshold from -1 to 1 but received ${threshold}.`);
}
