import { ArgsType, Field, ID } from 'type-graphql';
import { ConflictSide } from '../types/enums.js';

@ArgsType()
export class ResolveArguments {
  @Field(() => ID)
  imageId: string;

  @Field(() => String)
  key: string;

  @Field(() => ConflictSide)
  keep: ConflictSide;
}
