import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Image } from './image.type.js';
import { KeptQuery } from './kept-query.type.js';

@ObjectType({ description: 'A search that is kept under a name. Pictures that come in later and pass its threshold are proposed.' })
export class SavedSearch {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => KeptQuery)
  query: KeptQuery;

  @Field(() => Int, { description: 'How many pictures that came in since wait to be looked at: the open proposals of this search.' })
  newCount: number;

  @Field(() => [Image], { description: 'The best six of them.' })
  newImages: Image[];
}
