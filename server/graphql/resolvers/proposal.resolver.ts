import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { mayDo, requireAction } from '../../security/policies.js';
import type { Proposal as ProposalRow, ProposalGroup as ProposalGroupRow, ProposalService } from '../../services/proposal.service.js';
import type { GraphContext } from '../context.js';
import { ProposalsArguments } from '../inputs/proposal.input.js';
import { Archive } from '../types/archive.type.js';
import { DecisionResult } from '../types/decision.type.js';
import { ProposalBatch, ProposalConnection, ProposalGroup, type Proposal } from '../types/proposal.type.js';

/** What jobs suggest, and the owner's answers. */
@Resolver(() => Archive)
export class ProposalResolver {
  constructor(private readonly proposals: ProposalService) {}

  @Query(() => [ProposalGroup], { description: 'Open proposals by what they propose, largest group first; of all, or from one decision.' })
  async proposalGroups(
    @Arg('decisionId', () => ID, { nullable: true }) decisionId: string | null | undefined,
    @Ctx() { request }: GraphContext,
  ): Promise<ProposalGroup[]> {
    requireAction(request, 'annotate');
    return (await this.proposals.listGroups(decisionId ?? null)).map(asGroup);
  }

  @Query(() => ProposalConnection, { name: 'proposals', description: 'Open proposals of one tag, person or cluster, best first.' })
  async listProposals(
    @Args(() => ProposalsArguments) { kind, target, decisionId, first, after }: ProposalsArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<ProposalConnection> {
    requireAction(request, 'annotate');
    const { rows, hasNextPage, endCursor, totalCount } = await this.proposals.list({ kind, element: target, decisionId }, { first, after });
    return { edges: rows.map((row) => ({ node: asProposal(row), cursor: row.cursor })), pageInfo: { hasNextPage, endCursor }, totalCount };
  }

  @Mutation(() => ProposalBatch, {
    description: 'Proposes the tags, people and clusters that a decision gave for the pictures most like those it gave them to.',
  })
  async proposeToNeighbours(@Arg('decisionId', () => ID) decisionId: string, @Ctx() { request }: GraphContext): Promise<ProposalBatch> {
    requireAction(request, 'annotate');
    const { count, groups } = await this.proposals.proposeToNeighbours(decisionId);
    return { count, groups: groups.map(asGroup) };
  }

  @Mutation(() => DecisionResult, { description: 'Says what was proposed; one decision for all of them.' })
  acceptProposals(@Arg('ids', () => [ID]) ids: string[], @Ctx() { request }: GraphContext): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.proposals.accept(ids, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Says that it is not so: it is never proposed again. One decision for all of them.' })
  rejectProposals(@Arg('ids', () => [ID]) ids: string[], @Ctx() { request }: GraphContext): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.proposals.reject(ids, request.actor);
  }

  @FieldResolver(() => Int, { name: 'proposals', description: 'How many proposals are open; 0 for a viewer.' })
  async countOpen(@Ctx() { request }: GraphContext): Promise<number> {
    return mayDo(request, 'annotate') ? this.proposals.countOpen() : 0;
  }
}

function asGroup({ element, ...group }: ProposalGroupRow): ProposalGroup {
  return { ...group, target: element };
}

function asProposal({ element, ...proposal }: ProposalRow): Proposal {
  return { ...proposal, target: element };
}
