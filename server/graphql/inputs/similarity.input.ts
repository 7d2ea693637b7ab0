import GraphQLUpload from 'graphql-upload/GraphQLUpload.mjs';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { PartMode } from '../types/enums.js';
import { ImageFilter } from './image.input.js';

@InputType({ description: 'A rectangle in fractions 0..1 of the upright picture, origin top left.' })
export class RegionInput {
  @Field(() => Float)
  x: number;

  @Field(() => Float)
  y: number;

  @Field(() => Float)
  width: number;

  @Field(() => Float)
  height: number;
}

@InputType({ description: 'A picture of the archive or words, exactly one of them. An uploaded picture is not kept and cannot be saved.' })
export class PartToSave {
  @Field(() => ID, { nullable: true })
  imageId?: string | null;

  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => RegionInput, { nullable: true })
  region?: RegionInput | null;

  @Field(() => Int, { nullable: true, description: "A video's moment, in milliseconds." })
  frameMs?: number | null;

  @Field(() => PartMode, { defaultValue: 'more' })
  mode: PartMode;

  @Field(() => Float, { defaultValue: 1, description: 'Beside the other parts: above 0, at most 1. It has no bearing on NOT.' })
  weight: number;
}

@InputType({
  description:
    'A picture (by id, by indexed path, or uploaded) or words: exactly one of them. A picture may be cut to a region, a video to a moment.',
})
export class QueryPart extends PartToSave {
  @Field(() => String, { nullable: true, description: '`<root name>/<relative path>` of an indexed file.' })
  path?: string | null;

  @Field(() => GraphQLUpload, { nullable: true })
  upload?: Promise<FileUpload> | null;
}

/** Arguments of `similarImages`. */
@ArgsType()
export class SimilarImagesArguments {
  @Field(() => [QueryPart], { description: 'One thing to be like, or up to ten that are weighed; one of them at least must be sought.' })
  query: QueryPart[];

  @Field(() => Float, { nullable: true })
  threshold?: number | null;

  @Field(() => Int, { defaultValue: 50 })
  topK: number;

  @Field(() => ImageFilter, { nullable: true })
  filter?: ImageFilter | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Puts near-duplicates under one hit, the best of them.' })
  collapse: boolean;
}
