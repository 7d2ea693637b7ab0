import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DuplicateKind, DuplicateMark } from './enums.js';
import { Image } from './image.type.js';
import { PageInfo } from './page.type.js';

@ObjectType({ description: 'One of several duplicates: a picture, of an exact group one of its files.' })
export class DuplicateMember {
  @Field(() => Image)
  image: Image;

  @Field(() => String, { description: '`<root name>/<relative path>`.' })
  path: string;

  @Field(() => Int, { description: 'How many things its file tells and people said; 0 for files of the same bytes.' })
  known: number;

  @Field(() => Boolean, { description: 'True for one of a group: larger, from the camera, less compressed, more known, earlier.' })
  isBetter: boolean;

  @Field(() => DuplicateMark, { nullable: true, description: 'What a person said of it.' })
  mark: DuplicateMark | null;

  @Field(() => [String], { description: 'Why it is the better one; of another, in what it is before the better one.' })
  reasons: readonly string[];
}

@ObjectType({ description: 'Why two pictures are in a group.' })
export class DuplicatePair {
  @Field(() => ID)
  firstId: string;

  @Field(() => ID)
  secondId: string;

  @Field(() => DuplicateKind)
  kind: DuplicateKind;

  @Field(() => Int, { description: 'How many of the 64 bits of their perceptual hashes differ.' })
  hashDistance: number;

  @Field(() => Boolean, { description: 'True where one is the other in a mirror.' })
  isMirrored: boolean;

  @Field(() => Float, { description: 'Cosine of their vectors.' })
  cosine: number;

  @Field(() => String, { description: 'All of it as a sentence.' })
  why: string;
}

@ObjectType({ description: 'Duplicates of each other, the better one first; every other one matches it directly.' })
export class DuplicateGroup {
  @Field(() => ID)
  id: string;

  @Field(() => DuplicateKind)
  kind: DuplicateKind;

  @Field(() => [DuplicateMember])
  members: readonly DuplicateMember[];

  @Field(() => [DuplicatePair], { description: 'Empty for files of the same bytes.' })
  pairs: readonly DuplicatePair[];

  @Field(() => Boolean, { description: 'A person said something of every one.' })
  isDecided: boolean;

  @Field(() => Float, { description: 'How much all but the better one take on the disk.' })
  spareBytes: number;
}

@ObjectType()
export class DuplicateGroupEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => DuplicateGroup)
  node: DuplicateGroup;
}

@ObjectType()
export class DuplicateGroupConnection {
  @Field(() => [DuplicateGroupEdge])
  edges: DuplicateGroupEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}

@ObjectType({ description: 'Groups of duplicates that wait for a decision, by kind, and those that were decided.' })
export class DuplicateCounts {
  @Field(() => Int)
  exact: number;

  @Field(() => Int)
  same: number;

  @Field(() => Int)
  near: number;

  @Field(() => Int)
  decided: number;

  @Field(() => Float, { description: 'What all but the better one of each group that waits take on the disk.' })
  spareBytes: number;
}
