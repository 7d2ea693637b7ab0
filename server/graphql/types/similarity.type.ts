import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BandLevel, SimilarityQueryKind } from './enums.js';
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

@ObjectType()
export class SimilarityQueryEcho {
  @Field(() => SimilarityQueryKind)
  kind: SimilarityQueryKind;

  @Field(() => ID, { nullable: true, description: 'The document, when the query is one.' })
  imageId: string | null;

  @Field(() => String, { nullable: true })
  text: string | null;

  @Field(() => Region, { nullable: true })
  region: Region | null;
}

@ObjectType({ description: 'A moment of a video that was found.' })
export class SimilarityMoment {
  @Field(() => Int)
  frameMs: number;

  @Field(() => Float)
  similarity: number;

  @Field(() => String, { description: 'Root-relative; longest side 256.' })
  thumbnailUrl: string;
}

@ObjectType()
export class SimilarityHit {
  @Field(() => Float, { nullable: true, description: 'Cosine similarity, 1 is the same; null for keyword hits.' })
  similarity: number | null;

  @Field(() => Boolean)
  isQuery: boolean;

  @Field(() => BandLevel, { nullable: true })
  band: BandLevel | null;

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

  @Field(() => Int, { description: 'How many vectors were compared.' })
  candidates: number;

  @Field(() => [SimilarityHit], { description: 'At most topK; the query picture first.' })
  results: SimilarityHit[];

  @Field(() => [SimilarityHit], { description: 'Where only the query itself passes: the five best below the cut.' })
  nextBest: SimilarityHit[];

  @Field(() => ScoreHistogram)
  histogram: ScoreHistogram;
}
