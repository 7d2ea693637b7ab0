import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ImageFilter } from '../inputs/image.input.js';
import { PartMode } from './enums.js';
import { Region } from './similarity.type.js';

@ObjectType({ description: 'A part of a query that is kept.' })
export class KeptPart {
  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => Region, { nullable: true })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: "A video's moment, in milliseconds." })
  frameMs?: number | null;

  @Field(() => PartMode, { nullable: true, description: 'MORE where null.' })
  mode?: PartMode | null;

  @Field(() => Float, { nullable: true, description: '1 where null.' })
  weight?: number | null;
}

@ObjectType({ description: 'A query that is kept, in the log or under a name: no vector and nothing of an uploaded file.' })
export class KeptQuery {
  @Field(() => [KeptPart])
  parts: readonly KeptPart[];

  @Field(() => ImageFilter, { nullable: true, description: 'What it was narrowed to; null for all pictures.' })
  filter?: ImageFilter | null;
}
