import { ArgsType, Field, ID, Int } from 'type-graphql';
import { ProposalKind } from '../types/enums.js';

/** Arguments of `proposals`. */
@ArgsType()
export class ProposalsArguments {
  @Field(() => ProposalKind)
  kind: ProposalKind;

  @Field(() => String, { description: 'The tag, or the id of the person or cluster.' })
  target: string;

  @Field(() => ID, { nullable: true, description: 'Only those that were proposed from this decision.' })
  decisionId: string | null;

  @Field(() => Int, { defaultValue: 200 })
  first: number;

  @Field(() => String, { nullable: true })
  after: string | null;
}
