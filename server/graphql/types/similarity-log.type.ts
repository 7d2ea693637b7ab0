import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { SimilarityQueryKind } from './enums.js';
import { KeptQuery } from './kept-query.type.js';
import { PageInfo } from './page.type.js';

@ObjectType({ description: 'One search: who asked for what, and what it cost.' })
export class SimilarityLogEntry {
  @Field(() => ID)
  id: string;

  @Field(() => Date)
  at: Date;

  @Field(() => String, { description: '`person:<id>`, or `job:<name>` for a saved search among new pictures.' })
  actor: string;

  @Field(() => SimilarityQueryKind)
  kind: SimilarityQueryKind;

  @Field(() => KeptQuery)
  query: KeptQuery;

  @Field(() => Float, { nullable: true, description: 'The threshold in force.' })
  threshold: number | null;

  @Field(() => Int)
  topK: number;

  @Field(() => Int, { description: 'With the query picture itself.' })
  resultCount: number;

  @Field(() => Float, { nullable: true, description: 'Similarity of the best hit; null where there was none, and for keywords.' })
  bestScore: number | null;

  @Field(() => Float)
  tookMs: number;

  @Field(() => Int, { description: 'How many vectors were compared.' })
  candidates: number;

  @Field(() => String, { nullable: true, description: 'Name of the model that answered.' })
  model: string | null;
}

@ObjectType()
export class SimilarityLogEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => SimilarityLogEntry)
  node: SimilarityLogEntry;
}

@ObjectType()
export class SimilarityLogConnection {
  @Field(() => [SimilarityLogEdge])
  edges: SimilarityLogEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}
