import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BandLevel, PartMode, SimilarityQueryKind } from './enums.js';
import { Image } from './image.type.js';

@ObjectType()
export class Region {
  @Field(() => Float)
  x: number;

  @Field(() => Float)
  y: number;

  @Field(() => Float)
  width: number;

  @Field(() => Float)
  height: number;
}

@ObjectType({ description: 'A part of a query as it was understood.' })
export class EchoedPart {
  @Field(() => SimilarityQueryKind)
  kind: SimilarityQueryKind;

  @Field(() => PartMode)
  mode: PartMode;

  @Field(() => Float)
  weight: number;

  @Field(() => ID, { nullable: true, description: 'The document, when the part is one.' })
  imageId: string | null;

  @Field(() => String, { nullable: true })
  text: string | null;

  @Field(() => Region, { nullable: true })
  region: Region | null;

  @Field(() => Int, { nullable: true })
  frameMs: number | null;
}

@ObjectType({ description: 'The query as it was understood: its first part, and all of them.' })
export class SimilarityQueryEcho {
  @Field(() => SimilarityQueryKind)
  kind: SimilarityQueryKind;

  @Field(() => ID, { nullable: true, description: 'The document, when the query is one.' })
  imageId: string | null;

  @Field(() => String, { nullable: true })
  text: string | null;

  @Field(() => Region, { nullable: true })
  region: Region | null;

  @Field(() => [EchoedPart])
  parts: readonly EchoedPart[];
}

@ObjectType({ description: 'How far a hit stands out from this query among this archive.' })
export class Standing {
  @Field(() => Float, { description: 'Robust deviations above the median score.' })
  z: number;

  @Field(() => Float, { description: 'How many pictures of the archive chance alone would lift as high.' })
  expectedFalse: number;
}

@ObjectType({ description: 'How like a query a moment of a video is.' })
export class MomentScore {
  @Field(() => Int)
  frameMs: number;

  @Field(() => Float)
  similarity: number;
}

@ObjectType({ description: 'A moment of a video that was found.' })
export class SimilarityMoment extends MomentScore {
  @Field(() => String, { description: 'Root-relative; longest side 256.' })
  thumbnailUrl: string;
}

@ObjectType()
export class SimilarityHit {
  @Field(() => Float, {
    nullable: true,
    description: 'Cosine similarity, 1 is the same; of a mixture its combined score, 0 is an ordinary picture; null for keyword hits.',
  })
  similarity: number | null;

  @Field(() => Boolean)
  isQuery: boolean;

  @Field(() => BandLevel, { nullable: true })
  band: BandLevel | null;

  @Field(() => Standing, { nullable: true, description: 'Null of the query itself and where the archive is too small to say.' })
  standing: Standing | null;

  @Field(() => [Float], { description: 'Of a mixture: the cosine with each part that is compared, in their order; else empty.' })
  cosines: readonly number[];

  @Field(() => Image, { nullable: true, description: 'Null only for an uploaded query picture that is no document.' })
  image: Image | null;

  @Field(() => Region, { nullable: true, description: 'What part matched, null for the whole picture.' })
  region: Region | null;

  @Field(() => Int, { nullable: true, description: 'The moment that matched best in a video.' })
  frameMs: number | null;
}

@ObjectType({ description: 'Counts of scores in bins of equal width: bin i reaches from `low + i * width`.' })
export class ScoreHistogram {
  @Field(() => Float)
  low: number;

  @Field(() => Float)
  width: number;

  @Field(() => [Int])
  counts: number[];

  @Field(() => Boolean, { description: 'True when counts beyond the hits are projected from a sample.' })
  isEstimated: boolean;

  @Field(() => Float, { description: 'Where the default threshold lies, whatever was asked for.' })
  cut: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Similarity from which hits are strong, likely; null where the archive is too small to say.',
  })
  strongFrom: number | null;

  @Field(() => Float, { nullable: true })
  likelyFrom: number | null;
}

@ObjectType()
export class SimilarityAnswer {
  @Field(() => SimilarityQueryEcho)
  query: SimilarityQueryEcho;

  @Field(() => String, { description: 'Name of the model whose vectors were compared.' })
  model: string;

  @Field(() => Float, { description: 'The threshold in force: the one asked for, else the calibrated cut.' })
  threshold: number;

  @Field(() => Boolean, { description: 'True when the threshold is the calibrated one.' })
  isThresholdCalibrated: boolean;

  @Field(() => Int)
  topK: number;

  @Field(() => Float)
  tookMs: number;

  @Field(() => ID, { description: 'By this the log knows it, and for a while what it was compared with.' })
  logId: string;

  @Field(() => Int, { description: 'How many vectors were compared.' })
  candidates: number;

  @Field(() => [SimilarityHit], { description: 'At most topK; the query picture first.' })
  results: SimilarityHit[];

  @Field(() => [SimilarityHit], { description: 'Where only the query itself passes: the five best below the cut.' })
  nextBest: SimilarityHit[];

  @Field(() => ScoreHistogram)
  histogram: ScoreHistogram;
}
