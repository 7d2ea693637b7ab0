import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { AnnotationField } from './enums.js';
import { Image } from './image.type.js';
import { Cluster } from './cluster.type.js';
import { Person, TagCount } from './named-set.type.js';

@ObjectType({ description: 'Where a picture was taken.' })
export class Place {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => Float, { nullable: true })
  latitude: number | null;

  @Field(() => Float, { nullable: true })
  longitude: number | null;
}

@ObjectType({ description: 'One thing that was said about a picture.' })
export class Annotation {
  @Field(() => AnnotationField)
  field: AnnotationField;

  @Field(() => String, { nullable: true, description: 'The tag, or the id of the person or cluster.' })
  element: string | null;

  @Field(() => String, { nullable: true, description: 'The value of a field with one value; null: said to be none.' })
  text: string | null;

  @Field(() => Boolean, { description: 'True where a person said that it is not so; suggestions of it do not come back.' })
  isSaidNot: boolean;

  @Field(() => Date)
  at: Date;

  @Field(() => Boolean, { description: 'True where a suggestion was accepted.' })
  isFromProposal: boolean;

  @Field(() => Float, { nullable: true, description: 'Of that suggestion.' })
  score: number | null;
}

@ObjectType()
export class TextCount {
  @Field(() => String, { nullable: true, description: 'Null: none.' })
  value: string | null;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'The values of a field over some pictures, most frequent first, at most five.' })
export class TextSummary {
  @Field(() => [TextCount])
  values: TextCount[];

  @Field(() => Boolean)
  isMixed: boolean;
}

@ObjectType()
export class PlaceCount {
  @Field(() => Place, { name: 'place', nullable: true })
  value: Place | null;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class PlaceSummary {
  @Field(() => [PlaceCount])
  values: PlaceCount[];

  @Field(() => Boolean)
  isMixed: boolean;
}

@ObjectType()
export class PersonCount {
  @Field(() => Person)
  person: Person;

  @Field(() => Int, { description: 'On how many of these pictures.' })
  count: number;
}

@ObjectType()
export class ClusterCount {
  @Field(() => Cluster)
  cluster: Cluster;

  @Field(() => Int, { description: 'On how many of these pictures.' })
  count: number;
}

@ObjectType()
export class FieldVersion {
  @Field(() => AnnotationField)
  field: AnnotationField;

  @Field(() => String)
  version: string;
}

@ObjectType({ description: 'What is known of some pictures together.' })
export class AnnotationSummary {
  @Field(() => Int)
  count: number;

  @Field(() => TextSummary)
  title: TextSummary;

  @Field(() => TextSummary)
  description: TextSummary;

  @Field(() => [TagCount], { description: 'On how many of these pictures each stands.' })
  tags: TagCount[];

  @Field(() => [PersonCount])
  people: PersonCount[];

  @Field(() => [ClusterCount], { description: 'User clusters.' })
  clusters: ClusterCount[];

  @Field(() => TextSummary, { description: 'Local times as precise as they are known, such as 2024-06 or 2024-06-12T14:03:09.' })
  taken: TextSummary;

  @Field(() => PlaceSummary)
  place: PlaceSummary;

  @Field(() => Int)
  favourites: number;

  @Field(() => Int)
  hidden: number;

  @Field(() => [FieldVersion], { description: 'Hand these back as `expected`, and nobody else’s words are written over unseen.' })
  versions: FieldVersion[];
}

@ObjectType({ description: 'Pictures were annotated.' })
export class AnnotationResult {
  @Field(() => ID, { nullable: true, description: 'Null where everything was so already.' })
  decisionId: string | null;

  @Field(() => [Image], { description: 'At most the first 500 of them.' })
  images: Image[];
}

@ObjectType({ description: 'A field that someone changed since it was looked at.' })
export class FieldConflict {
  @Field(() => AnnotationField)
  field: AnnotationField;

  @Field(() => Date)
  at: Date;
}

@ObjectType({ description: 'Nothing was written: others said something of the same fields meanwhile.' })
export class AnnotationConflict {
  @Field(() => [FieldConflict])
  fields: FieldConflict[];

  @Field(() => AnnotationSummary, { description: 'As it is now.' })
  summary: AnnotationSummary;
}

export const AnnotateOutcome = createUnionType({
  name: 'AnnotateOutcome',
  types: () => [AnnotationResult, AnnotationConflict] as const,
  resolveType: (value) => ('fields' in value ? AnnotationConflict : AnnotationResult),
});

@ObjectType()
export class RevealResult {
  @Field(() => Boolean, { description: 'True when the file manager was asked to show it.' })
  isRevealed: boolean;
}
