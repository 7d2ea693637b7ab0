import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { SimilarityQueryKind } from '../types/enums.js';
import { ImageFilter } from './image.input.js';
import { RegionInput } from './similarity.input.js';

@InputType({
  description: 'A picture of the archive or words, exactly one of them, with the cut. An uploaded picture is not kept and cannot be saved.',
})
export class SearchToSave {
  @Field(() => ID, { nullable: true })
  imageId?: string | null;

  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => RegionInput, { nullable: true })
  region?: RegionInput | null;

  @Field(() => Int, { nullable: true, description: "A video's moment, in milliseconds." })
  frameMs?: number | null;

  @Field(() => Float)
  threshold: number;

  @Field(() => Int, { defaultValue: 200 })
  topK: number;

  @Field(() => ImageFilter, { nullable: true })
  filter?: ImageFilter | null;
}

/** Arguments of `similarityLog`. */
@ArgsType()
export class SimilarityLogArguments {
  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => SimilarityQueryKind, { nullable: true })
  kind?: SimilarityQueryKind | null;

  @Field(() => String, { nullable: true, description: 'As `actor` of an entry.' })
  actor?: string | null;

  @Field(() => Float, { nullable: true, description: 'Only those that took longer.' })
  slowerThanMs?: number | null;
}
