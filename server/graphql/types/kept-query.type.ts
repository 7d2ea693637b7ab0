import { Field, Int, ObjectType } from 'type-graphql';
import { ImageFilter } from '../inputs/image.input.js';
import { Region } from './similarity.type.js';

@ObjectType({ description: 'A query that is kept, in the log or under a name: no vector and nothing of an uploaded file.' })
export class KeptQuery {
  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => Region, { nullable: true })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: "A video's moment, in milliseconds." })
  frameMs?: number | null;

  @Field(() => ImageFilter, { nullable: true, description: 'What it was narrowed to; null for all pictures.' })
  filter?: ImageFilter | null;
}
