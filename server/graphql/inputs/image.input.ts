import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ImageKind } from '../types/enums.js';

@InputType({ description: 'Which pictures. Lists mean any of; different fields mean all.' })
export class ImageFilter {
  @Field(() => String, { nullable: true, description: 'Part of the text known about a picture, any case.' })
  keyword?: string | null;

  @Field(() => ImageKind, { nullable: true })
  kind?: ImageKind | null;

  @Field(() => String, { nullable: true, description: 'First local date, `YYYY-MM-DD`, included.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Last local date, `YYYY-MM-DD`, included.' })
  to?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names of roots.' })
  roots?: string[] | null;

  @Field(() => [ID], { nullable: true })
  persons?: string[] | null;

  @Field(() => [ID], { nullable: true })
  notPersons?: string[] | null;

  @Field(() => [ID], { nullable: true })
  clusters?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  hasFaces?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  hasPlace?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  favourite?: boolean | null;
}

/** Arguments of `timelineBucket`. */
@ArgsType()
export class TimelineBucketArguments {
  @Field(() => ImageFilter, { nullable: true })
  filter?: ImageFilter | null;

  @Field(() => String)
  month: string;

  @Field(() => Int, { defaultValue: 0 })
  offset: number;

  @Field(() => Int, { defaultValue: 2000 })
  limit: number;
}
