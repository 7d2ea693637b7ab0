import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { HiddenFilter, ImageKind } from '../types/enums.js';

@ObjectType('KeptFilter', { description: 'The filter of a kept query, as it was given.' })
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

  @Field(() => [ID], { nullable: true, description: 'Any of these is in it.' })
  persons?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'None of these is in it.' })
  notPersons?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'At least one of these is in it, and nobody else who has a name.' })
  onlyPersons?: string[] | null;

  @Field(() => [ID], { nullable: true })
  clusters?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  hasFaces?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'At least so many faces.' })
  minFaces?: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so many faces.' })
  maxFaces?: number | null;

  @Field(() => Boolean, { nullable: true })
  hasPlace?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  favourite?: boolean | null;

  @Field(() => HiddenFilter, { nullable: true, description: 'WITHOUT where left out; the others are for the owner.' })
  hidden?: HiddenFilter | null;
}

/** Arguments of `images`. */
@ArgsType()
export class ImagesArguments {
  @Field(() => ImageFilter, { nullable: true })
  filter?: ImageFilter | null;

  @Field(() => Int, { defaultValue: 60 })
  first: number;

  @Field(() => String, { nullable: true })
  after: string | null;
}

/** Arguments of `imageIdsBetween`. */
@ArgsType()
export class ImageIdsBetweenArguments {
  @Field(() => ImageFilter, { nullable: true })
  filter?: ImageFilter | null;

  @Field(() => ID)
  first: string;

  @Field(() => ID)
  last: string;
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
