import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import { SimilarityQueryKind } from '../types/enums.js';
import { ImageFilter } from './image.input.js';
import { PartToSave } from './similarity.input.js';

@InputType({ description: 'A query with its cut.' })
export class SearchToSave {
  @Field(() => [PartToSave])
  parts: PartToSave[];

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
