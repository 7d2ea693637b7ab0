import { Field, ObjectType } from 'type-graphql';

/** Where a page of a list ends. */
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}
