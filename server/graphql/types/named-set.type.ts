import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Someone in pictures, as a person named them.' })
export class Person {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => Int, { name: 'imageCount', description: 'Pictures of the gallery; hidden ones do not count.' })
  count: number;
}

@ObjectType()
export class TagCount {
  @Field(() => String)
  name: string;

  @Field(() => Int)
  count: number;
}
