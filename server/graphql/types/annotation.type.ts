import { Field, ID, ObjectType } from 'type-graphql';
import { Image } from './image.type.js';

@ObjectType()
export class AnnotationResult {
  @Field(() => ID)
  decisionId: string;

  @Field(() => [Image])
  images: Image[];
}

@ObjectType()
export class RevealResult {
  @Field(() => Boolean, { description: 'True when the file manager was asked to show it.' })
  isRevealed: boolean;
}
