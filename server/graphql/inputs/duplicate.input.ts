import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DuplicateKind, DuplicateMark } from '../types/enums.js';

@InputType({ description: 'What is said of a picture among its duplicates, or of one of its files.' })
export class DuplicateMarkInput {
  @Field(() => ID)
  imageId: string;

  @Field(() => String, { nullable: true, description: 'One of several files with the same bytes; left out, the picture is meant.' })
  path?: string | null;

  @Field(() => DuplicateMark, { nullable: true, description: 'Null takes back what was said.' })
  mark?: DuplicateMark | null;
}

/** Arguments of `duplicateGroups`. */
@ArgsType()
export class DuplicateGroupsArguments {
  @Field(() => DuplicateKind, { nullable: true })
  kind?: DuplicateKind | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Those that were decided, instead of those that were not.' })
  decided: boolean;

  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
