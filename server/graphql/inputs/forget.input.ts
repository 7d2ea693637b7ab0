import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What to forget: exactly one of these.' })
export class ForgetScope {
  @Field(() => [ID], { nullable: true, description: 'Pictures; of a stack the one that is shown takes the others with it.' })
  imageIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'All pictures that lie in this folder and in no other.' })
  rootId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'All pictures none of whose files can be found.' })
  allMissing?: boolean | null;
}
