import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ClusterKind } from './enums.js';

@ObjectType({ description: 'Someone in pictures, as a person named them.' })
export class Person {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => Int, { name: 'imageCount', description: 'Pictures of the gallery; hidden ones do not count.' })
  count: number;
}

@ObjectType({ description: 'A set of pictures.' })
export class Cluster {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => ClusterKind)
  kind: ClusterKind;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => Int, { name: 'size', description: 'Pictures of the gallery; hidden ones do not count.' })
  count: number;
}

@ObjectType()
export class TagCount {
  @Field(() => String)
  name: string;

  @Field(() => Int)
  count: number;
}
