import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { StackRole } from './enums.js';

@ObjectType()
export class TimelineMonth {
  @Field(() => String, { description: '`YYYY-MM`, local time.' })
  month: string;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class Timeline {
  @Field(() => Int)
  totalCount: number;

  @Field(() => [TimelineMonth])
  months: TimelineMonth[];
}

/** A struct of arrays: a million pictures must reach the client without a million objects. */
@ObjectType({ description: 'Arrays of equal length: entry i of each belongs to the same picture.' })
export class TimelineBucket {
  @Field(() => String)
  month: string;

  @Field(() => Int)
  offset: number;

  @Field(() => [ID])
  ids: string[];

  @Field(() => [Float], { description: 'Width divided by height, upright.' })
  aspectRatios: number[];

  @Field(() => [String])
  thumbhashes: string[];

  @Field(() => [String])
  thumbnailUrls: string[];

  @Field(() => [Int], { nullable: 'items', description: 'Milliseconds; null for photos.' })
  durationsMs: (number | null)[];

  @Field(() => [StackRole], { nullable: 'items', description: 'What else is stacked under it, null where nothing is.' })
  stackRoles: (StackRole | null)[];

  @Field(() => [String], { description: 'For a screen reader: the title, else the file name and date.' })
  labels: string[];

  @Field(() => [Boolean])
  favourites: boolean[];
}
