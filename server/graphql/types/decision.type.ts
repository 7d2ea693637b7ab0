import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './page.type.js';

@ObjectType({ description: 'One thing that a decision says.' })
export class DecisionChange {
  @Field(() => String, { description: 'title, tags, people, clusters, taken, ...; `person-name` or `cluster-name` of the set itself.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'The tag, the name, the title.' })
  text: string | null;

  @Field(() => Boolean, { description: 'True where it was taken away or refused.' })
  isRemoved: boolean;
}

@ObjectType({ description: 'Something a person said, and what it changed.' })
export class Decision {
  @Field(() => ID)
  id: string;

  @Field(() => Date)
  at: Date;

  @Field(() => String, { description: 'annotate, undo, accept, reject, rename, describe, merge, sidecar, forget, ...' })
  kind: string;

  @Field(() => ID, { nullable: true, description: 'The decision that this one takes back.' })
  undoes: string | null;
}

@ObjectType()
export class DecisionEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => Decision)
  node: Decision;
}

@ObjectType()
export class DecisionConnection {
  @Field(() => [DecisionEdge])
  edges: DecisionEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}

@ObjectType({ description: 'A decision was made.' })
export class DecisionResult {
  @Field(() => ID)
  decisionId: string;

  @Field(() => Int)
  imageCount: number;
}

@ObjectType({ description: 'Nothing was taken back: later decisions build on it.' })
export class UndoConflict {
  @Field(() => String)
  message: string;

  @Field(() => [Decision])
  decisions: Decision[];
}

export const UndoOutcome = createUnionType({
  name: 'UndoOutcome',
  types: () => [DecisionResult, UndoConflict] as const,
  resolveType: (value) => ('message' in value ? UndoConflict : DecisionResult),
});
