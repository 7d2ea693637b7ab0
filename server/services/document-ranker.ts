import type { DocumentFilter } from '../repositories/document-filter.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { CompareQuery, Comparison, VectorIndex } from '../repositories/vector-index.js';
import { mix, type Mixture } from './mixture.js';
import { SAME_PICTURE_SIMILARITY, type Candidate } from './ranking.js';
import type { VectorPart } from './similarity-query.js';
import type { SearchScope, VisibleDocuments } from './visible-documents.js';

/** What to rank, and for whom. */
export interface RankRequest {
  readonly modelId: number;
  readonly parts: readonly VectorPart[];
  readonly documents: VisibleDocuments;
  readonly filter: DocumentFilter;
  /** So many documents, where there are as many. */
  readonly wanted: number;
}

/** A document that was found. */
export interface FoundDocument extends Candidate {
  readonly document: DocumentRow;
}

/** Documents, the most similar first, and what their scores are judged against. */
export interface Ranking {
  /** Without the pictures that were asked for. */
  readonly found: readonly FoundDocument[];
  /** How many vectors were compared, of how many documents. */
  readonly candidates: number;
  readonly documents: number;
  /** What the archive scores, filtered or not: all of it, or pictures taken at random. */
  readonly scores: Float32Array;
  readonly isEstimated: boolean;
}

interface Ranked extends Omit<Ranking, 'found'> {
  readonly hits: readonly Candidate[];
  /** Nothing is left to ask for. */
  readonly isAll: boolean;
}

// What is asked for and not shown: copies under other pictures of their stack, and the query itself.
const SPARE = 8;
/** So many of the nearest of each part are compared with the others, where an archive is too large to compare all. */
const FEWEST_COMPARED = 1000;

/** Ranks the archive by its likeness to one vector, or to a mixture of several. */
export class DocumentRanker {
  constructor(private readonly index: VectorIndex) {}

  /** Loads the vectors of a model, so that the first search does not wait. */
  prepare(modelId: number): Promise<void> {
    return this.index.prepare(modelId);
  }

  /** Documents that may be shown. Asks for more until enough are visible or none are left. */
  async rank(request: RankRequest): Promise<Ranking> {
    const scope = await request.documents.scopeOf(request.filter);
    const own = new Set(request.parts.filter(({ mode }) => mode === 'more').map(({ document }) => document?.id));
    for (let limit = request.wanted + SPARE; ; limit *= 4) {
      const { hits, isAll, ...ranking } = await this.rankSome(request, scope, limit);
      const found = await shownOf(
        hits.filter(({ documentId }) => !own.has(documentId)),
        request.documents,
      );
      if (found.length >= request.wanted || isAll) return { ...ranking, found };
    }
  }

  private rankSome(request: RankRequest, scope: SearchScope, limit: number): Promise<Ranked> {
    const [part, ...others] = request.parts;
    if (part && others.length === 0) return this.rankByOne(part.vector, { modelId: request.modelId, ...scope, limit });
    const vectors = request.parts.map(({ vector, mode }) => ({ vector, isSought: mode === 'more' }));
    return this.rankByMixture(request.parts, { modelId: request.modelId, vectors, ...scope, limit });
  }

  private async rankByOne(vector: Float32Array, query: Omit<CompareQuery, 'vectors'>): Promise<Ranked> {
    const { hits, candidates, documents, scores, sample } = await this.index.nearest({ ...query, vector });
    return {
      hits,
      candidates,
      documents,
      scores: scores ?? sample ?? new Float32Array(),
      isEstimated: scores === null,
      isAll: hits.length < query.limit,
    };
  }

  private async rankByMixture(parts: readonly VectorPart[], query: CompareQuery): Promise<Ranked> {
    const fewest = Math.max(FEWEST_COMPARED, query.limit * 4);
    const compared = await this.index.compare({ ...query, limit: fewest });
    const mixed = parts.map(({ mode, weight }, at) => {
      const similarities = compared.similarities[at] ?? new Float32Array();
      return { mode, weight, similarities, background: compared.sample?.[at] ?? similarities };
    });
    const mixture = mix(mixed, compared.documents);
    const { scores, background } = mixture;
    const places = bestPlaces(scores, compared.isAmong, query.limit);
    // However low a mixture ranks them, no threshold hides them.
    const same = samePictures(parts, compared).filter((place) => (scores[place] ?? 0) > -Infinity && !places.includes(place));
    const hits = [...places, ...same].map((place) => candidateAt(place, { parts, compared, mixture }));
    const isAll = places.length < query.limit && (compared.sample === null || compared.documentIds.length < fewest);
    const { candidates, documents } = compared;
    return { hits, candidates, documents, scores: background, isEstimated: compared.sample !== null, isAll };
  }
}

async function shownOf(hits: readonly Candidate[], documents: VisibleDocuments): Promise<FoundDocument[]> {
  const rows = await documents.listByIds(hits.map(({ documentId }) => documentId));
  const visible = new Map(rows.filter(isShown).map((row) => [row.id, row]));
  return hits.flatMap((hit) => {
    const document = visible.get(hit.documentId);
    return document ? [{ ...hit, document }] : [];
  });
}

// What stands under another picture of its stack is no hit; what is hidden was not searched.
function isShown({ stackRole }: DocumentRow): boolean {
  return stackRole === null || stackRole === 'primary';
}

// Only what reaches the answer is sorted as objects; finding the least of it sorts plain numbers (100,000 in 8 ms).
function bestPlaces(scores: Float32Array, isAmong: Uint8Array, limit: number): number[] {
  const eligible = scores.filter((score, place) => isAmong[place] === 1 && score > -Infinity).sort();
  const least = eligible[Math.max(0, eligible.length - limit)] ?? -1;
  const places: number[] = [];
  scores.forEach((score, place) => {
    if (isAmong[place] === 1 && score > -Infinity && score >= least) places.push(place);
  });
  return places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, limit);
}

function samePictures(parts: readonly VectorPart[], { similarities, isAmong }: Comparison): number[] {
  const pictures = similarities.filter((_, at) => parts[at]?.mode === 'more' && parts[at].kind !== 'text');
  const places: number[] = [];
  isAmong.forEach((among, place) => {
    if (among === 1 && pictures.some((of) => (of[place] ?? 0) >= SAME_PICTURE_SIMILARITY)) places.push(place);
  });
  return places;
}

interface Mixed {
  readonly parts: readonly VectorPart[];
  readonly compared: Comparison;
  readonly mixture: Mixture;
}

function candidateAt(place: number, { parts, compared, mixture }: Mixed): Candidate {
  const cosines = compared.similarities.map((of) => of[place] ?? 0);
  const isSame = ({ mode, kind }: VectorPart, at: number): boolean =>
    mode === 'more' && kind !== 'text' && (cosines[at] ?? 0) >= SAME_PICTURE_SIMILARITY;
  return {
    documentId: compared.documentIds[place] ?? '',
    similarity: mixture.scores[place] ?? 0,
    ...compared.evidence(mixture.leading(place), place),
    isSamePicture: parts.some(isSame),
    cosines,
  };
}
