import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { AnnotationField } from '../types/enums.js';
import { KeptRegionInput } from './region.input.js';
import { RegionInput } from './similarity.input.js';

@InputType({ description: 'A person or cluster: one that is there by its id, or by its name, which makes it where there is none.' })
export class NamedSetInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;
}

@InputType({ description: 'When a picture was taken, by the wall clock there.' })
export class TakenInput {
  @Field(() => String, { description: 'YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDTHH:MM or ...:SS: what is left out is not known.' })
  local: string;

  @Field(() => Int, { nullable: true, description: 'From UTC, where known.' })
  offsetMinutes?: number | null;
}

@InputType({ description: 'A name, coordinates, or both.' })
export class PlaceInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Float, { nullable: true })
  latitude?: number | null;

  @Field(() => Float, { nullable: true })
  longitude?: number | null;
}

@InputType({ description: 'The version of a field that an editor saw.' })
export class FieldVersionInput {
  @Field(() => AnnotationField)
  field: AnnotationField;

  @Field(() => String)
  version: string;
}

@InputType({ description: 'What to change; a field left out stays as it is, null says that there is none.' })
export class AnnotationChanges {
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => [String], { nullable: true })
  addTags?: string[] | null;

  @Field(() => [String], { nullable: true })
  removeTags?: string[] | null;

  @Field(() => [NamedSetInput], { nullable: true })
  addPeople?: NamedSetInput[] | null;

  @Field(() => [ID], { nullable: true })
  removePeople?: string[] | null;

  @Field(() => [NamedSetInput], { nullable: true })
  addClusters?: NamedSetInput[] | null;

  @Field(() => [ID], { nullable: true })
  removeClusters?: string[] | null;

  @Field(() => [KeptRegionInput], {
    nullable: true,
    description: 'Parts to keep of the one photo that is named; kept ones get the name that is given here.',
  })
  addRegions?: KeptRegionInput[] | null;

  @Field(() => [RegionInput], { nullable: true })
  removeRegions?: RegionInput[] | null;

  @Field(() => TakenInput, { nullable: true, description: 'Null takes back what was said: the date in the file shows again.' })
  taken?: TakenInput | null;

  @Field(() => PlaceInput, { nullable: true })
  place?: PlaceInput | null;

  @Field(() => Boolean, { nullable: true })
  favourite?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  hidden?: boolean | null;
}

/** Arguments of `annotateImages`. */
@ArgsType()
export class AnnotateArguments {
  @Field(() => [ID])
  ids: string[];

  @Field(() => AnnotationChanges)
  changes: AnnotationChanges;

  @Field(() => [FieldVersionInput], { nullable: true })
  expected?: FieldVersionInput[] | null;
}

/** Arguments of `decisions`. */
@ArgsType()
export class DecisionsArguments {
  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => ID, { nullable: true })
  imageId?: string | null;
}

/** Arguments of `persons`. */
@ArgsType()
export class NamedSetSearch {
  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => Int, { defaultValue: 20 })
  first: number;
}
