import type { DuplicatePairRow, DuplicateRepository, HashedDocument } from '../repositories/duplicate.repository.js';
import { matchOf, NEAR_DISTANCES, type CosineFloors, type DuplicateMatch } from './duplicate-rule.js';
import { HashBands, mirroredHash } from './hash-bands.js';

/** Pictures without anything in them have the same hash by the thousand: of each so many of the nearest are compared. */
const MOST_COMPARED = 1000;
/** And so many at most of them are its pairs, the nearest by hash: enough for a burst, and of a thousand empty pictures no hundred thousand pairs. */
const MOST_PAIRS = 30;
/** Vectors that are read at once: 1 MB. */
const VECTORS_AT_ONCE = 500;
/** Two cuts of one film differ in length. */
const SAME_LENGTH_MS = 1000;

/** What a document is a pair with, and why. */
interface Found {
  readonly other: HashedDocument;
  readonly match: DuplicateMatch;
}

/** All documents of a model by hash, and how near vectors must be. Places are those in the list. */
export class DuplicateComparison {
  private readonly bands: HashBands;

  constructor(
    private readonly duplicates: Pick<DuplicateRepository, 'vectorsOf'>,
    private readonly modelId: number,
    private readonly documents: readonly HashedDocument[],
    private readonly floors: CosineFloors,
  ) {
    this.bands = new HashBands(documents.map(({ perceptualHash }) => perceptualHash));
  }

  /**
   * All pairs of the documents at some places with any other; null where it was stopped. The vectors of others are read in the order of their
   * ids, each once, however many are compared with it.
   */
  async pairsOf(places: readonly number[], signal: AbortSignal): Promise<DuplicatePairRow[] | null> {
    const comparedWith = this.comparedWith(places);
    const vectors = await this.vectorsAt(places);
    const found = new Map<number, Found[]>(places.map((place) => [place, []]));
    for (const chunk of chunksOf([...comparedWith.keys()].sort((a, b) => a - b))) {
      if (signal.aborted) return null;
      const theirs = await this.vectorsAt(chunk);
      const matches = chunk.flatMap((other) =>
        (comparedWith.get(other) ?? []).flatMap((place) =>
          pairWith(place, this.compare([place, vectors.get(place)], [other, theirs.get(other)])),
        ),
      );
      matches.forEach(([place, match]) => found.get(place)?.push(match));
    }
    return this.rowsOf(found);
  }

  /** By the place of each other document, which of some are compared with it. */
  private comparedWith(places: readonly number[]): Map<number, number[]> {
    const comparedWith = new Map<number, number[]>();
    const add = (other: number, place: number): void => {
      const those = comparedWith.get(other);
      if (those) those.push(place);
      else comparedWith.set(other, [place]);
    };
    for (const place of places) this.candidatesOf(place).forEach((other) => add(other, place));
    return comparedWith;
  }

  private candidatesOf(place: number): number[] {
    const one = this.documents[place];
    if (!one) return [];
    const near = [
      ...this.bands.within(one.perceptualHash, NEAR_DISTANCES.wide),
      ...this.bands.within(mirroredHash(one.perceptualHash), NEAR_DISTANCES.mirrored),
    ];
    const places = new Set(near.sort((a, b) => a.distance - b.distance).map(({ index }) => index));
    return [...places].filter((other) => other !== place && mayShowTheSame(one, this.documents[other])).slice(0, MOST_COMPARED);
  }

  private compare(
    [place, vector]: [number, Float32Array | undefined],
    [at, otherVector]: [number, Float32Array | undefined],
  ): Found | null {
    const [one, other] = [this.documents[place], this.documents[at]];
    if (!one || !other || !vector || !otherVector) return null;
    const match = matchOf({ ...one, vector }, { ...other, vector: otherVector }, this.floors);
    return match && { other, match };
  }

  private rowsOf(found: ReadonlyMap<number, readonly Found[]>): DuplicatePairRow[] {
    const rows = new Map<string, DuplicatePairRow>();
    for (const [place, all] of found) {
      const { documentId = '' } = this.documents[place] ?? {};
      const nearest = all.toSorted((a, b) => a.match.hashDistance - b.match.hashDistance).slice(0, MOST_PAIRS);
      for (const { other, match } of nearest) {
        const [firstId, secondId] = [documentId, other.documentId].sort() as [string, string];
        rows.set(`${firstId} ${secondId}`, { firstId, secondId, ...match });
      }
    }
    return [...rows.values()];
  }

  private async vectorsAt(places: readonly number[]): Promise<Map<number, Float32Array>> {
    const idAt = (place: number): string => this.documents[place]?.documentId ?? '';
    const found: (readonly [number, Float32Array])[] = [];
    for (const chunk of chunksOf(places)) {
      const read = await this.duplicates.vectorsOf(this.modelId, chunk.map(idAt));
      found.push(...chunk.flatMap((place) => pairWith(place, read.get(idAt(place)))));
    }
    return new Map(found);
  }
}

function pairWith<T extends object>(place: number, value: T | null | undefined): (readonly [number, T])[] {
  return value ? [[place, value]] : [];
}

function chunksOf(places: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(places.length / VECTORS_AT_ONCE) }, (_, at) =>
    places.slice(at * VECTORS_AT_ONCE, (at + 1) * VECTORS_AT_ONCE),
  );
}

function mayShowTheSame(one: HashedDocument, other: HashedDocument | undefined): boolean {
  if (!other || one.kind !== other.kind) return false;
  return Math.abs((one.durationMs ?? 0) - (other.durationMs ?? 0)) <= SAME_LENGTH_MS;
}
