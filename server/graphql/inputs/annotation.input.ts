import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What to change; a field left out stays as it is, null clears it.' })
export class AnnotationChanges {
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => [String], { nullable: true })
  addTags?: string[] | null;

  @Field(() => [String], { nullable: true })
  removeTags?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  favourite?: boolean | null;
}
