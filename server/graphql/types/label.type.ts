import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A word of the list that a model is sure of in a picture.' })
export class Label {
  @Field(() => String)
  name: string;

  @Field(() => Float, { description: 'Similarity of the picture and the word.' })
  score: number;
}
