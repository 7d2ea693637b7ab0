import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { JobOutcome } from './enums.js';
import { PageInfo } from './page.type.js';

@ObjectType()
export class JobRun {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  job: string;

  @Field(() => JobOutcome)
  outcome: JobOutcome;

  @Field(() => Date)
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What it is doing, for example "Reading pictures".' })
  phase: string | null;

  @Field(() => Int, { description: 'Items so far. Hidden pictures are counted too, so whoever may not see those is told 0.' })
  done: number;

  @Field(() => Int, { nullable: true, description: 'Null while not yet known; told to the owner only, as are rate and time left.' })
  total: number | null;

  @Field(() => Int, { description: 'As `done`.' })
  failed: number;

  @Field(() => Float, { nullable: true, description: 'Items a second, over the last seconds.' })
  rate: number | null;

  @Field(() => Int, { nullable: true })
  secondsLeft: number | null;
}

@ObjectType({ description: 'What the scheduler or a person can start.' })
export class Job {
  @Field(() => String)
  name: string;

  @Field(() => String)
  description: string;

  @Field(() => String, { nullable: true, description: 'Cron expression, null when it only runs by hand.' })
  schedule: string | null;
}

@ObjectType({ description: 'A file that could not be read.' })
export class IngestionFailure {
  @Field(() => String, { description: '`<root name>/<relative path>`.' })
  path: string;

  @Field(() => String)
  code: string;

  @Field(() => String, { description: 'What happened and what to do.' })
  message: string;

  @Field(() => Date)
  seenAt: Date;
}

@ObjectType()
export class IngestionFailureEdge {
  @Field(() => IngestionFailure)
  node: IngestionFailure;

  @Field(() => String)
  cursor: string;
}

@ObjectType()
export class IngestionFailureConnection {
  @Field(() => [IngestionFailureEdge])
  edges: IngestionFailureEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}
