import { Field, Float, ObjectType } from 'type-graphql';
import { Region } from './similarity.type.js';

/** A part of a picture that a person keeps. */
@ObjectType({ description: 'A part of a picture that a person keeps: searches find it like a picture of its own.' })
export class KeptRegion {
  @Field(() => Region)
  region: Region;

  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => Date)
  at: Date;
}

/** What of a hit matched. */
@ObjectType({ description: 'The part of a picture that is most like what was searched for.' })
export class SimilarityEvidence {
  @Field(() => Region)
  region: Region;

  @Field(() => Float, { description: 'Cosine similarity of the part.' })
  similarity: number;

  @Field(() => Float, { description: 'Of the whole picture or moment, to compare.' })
  wholeSimilarity: number;
}
