import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ProposalKind, ProposalReason } from './enums.js';
import { Image } from './image.type.js';
import { PageInfo } from './page.type.js';

@ObjectType({ description: 'Something a job suggests to say of a picture. Nothing is said until the owner accepts it.' })
export class Proposal {
  @Field(() => ID)
  id: string;

  @Field(() => ProposalKind)
  kind: ProposalKind;

  @Field(() => String, { description: 'The tag, or the id of the person or cluster.' })
  target: string;

  @Field(() => String, { description: 'The tag, or the name of the person or cluster.' })
  name: string;

  @Field(() => Image)
  image: Image;

  @Field(() => Float, {
    nullable: true,
    description: 'Similarity to the nearest picture of which it was said, or to the centre of the cluster.',
  })
  score: number | null;

  @Field(() => String, { nullable: true, description: 'The model that compared them.' })
  model: string | null;

  @Field(() => ProposalReason, { nullable: true, description: 'Null: it is like a picture of which it was said.' })
  reason: ProposalReason | null;
}

@ObjectType({ description: 'All open proposals of one tag, person or cluster.' })
export class ProposalGroup {
  @Field(() => ProposalKind)
  kind: ProposalKind;

  @Field(() => String, { description: 'The tag, or the id of the person or cluster.' })
  target: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  count: number;

  @Field(() => Float, { nullable: true })
  bestScore: number | null;

  @Field(() => [Image], { description: 'The best six.' })
  samples: Image[];
}

@ObjectType({ description: 'What was proposed from one decision.' })
export class ProposalBatch {
  @Field(() => Int)
  count: number;

  @Field(() => [ProposalGroup])
  groups: ProposalGroup[];
}

@ObjectType()
export class ProposalEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => Proposal)
  node: Proposal;
}

@ObjectType()
export class ProposalConnection {
  @Field(() => [ProposalEdge])
  edges: ProposalEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}
