import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { AppError } from '../../errors.js';
import { mayDo, requireAction } from '../../security/policies.js';
import type { FolderService } from '../../services/folder.service.js';
import type { JobDefinition, JobService } from '../../services/job.service.js';
import { nextRunOf } from '../../services/schedule.js';
import type { GraphContext } from '../context.js';
import { Job, JobRun } from '../types/job.type.js';

/** Topic under which changes of runs are published. */
export const JOB_PROGRESS = 'JOB_PROGRESS';

/** Jobs: what there is, what runs, starting and stopping. */
@Resolver(() => Job)
export class JobResolver {
  constructor(
    private readonly service: JobService,
    private readonly folders: FolderService,
  ) {}

  @Query(() => [Job], { description: 'What the scheduler or a person can start.' })
  jobs(): readonly Job[] {
    return this.service.listDefinitions();
  }

  @Query(() => [JobRun], { description: 'Runs of jobs, newest first.' })
  jobRuns(@Arg('first', () => Int, { defaultValue: 20 }) first: number): Promise<JobRun[]> {
    return this.service.listRuns(Math.min(Math.max(first, 1), 200));
  }

  @Mutation(() => JobRun, {
    description: 'Starts a job now. `options` are those of the command line, for example `{"folder": ["/photos"]}`, as JSON.',
  })
  async runJob(
    @Arg('name', () => String) name: string,
    @Arg('options', () => String, { nullable: true }) options: string | null,
    @Ctx() { request }: GraphContext,
  ): Promise<JobRun> {
    requireAction(request, 'runJobs');
    const parsed = parseOptions(options);
    // Whoever holds a session may add no folder that the client could not add; the terminal may (promise 8).
    for (const folder of [parsed.folder ?? []].flat()) await this.folders.getBrowsable(String(folder));
    return (await this.service.start(name, parsed, request.actor)).run;
  }

  @Mutation(() => JobRun, { description: 'Asks a running job to stop at the next safe point; started again it resumes.' })
  async stopJob(@Arg('runId', () => ID) runId: string, @Ctx() { request }: GraphContext): Promise<JobRun> {
    requireAction(request, 'runJobs');
    return this.service.stop(runId);
  }

  @Subscription(() => JobRun, {
    description: 'Every change of a running job, at most a few a second, and its end.',
    topics: JOB_PROGRESS,
  })
  jobProgress(@Root() run: JobRun): JobRun {
    return run;
  }

  @FieldResolver(() => Date, { nullable: true })
  nextRunAt(@Root() { schedule }: JobDefinition): Date | null {
    return schedule === null ? null : nextRunOf(schedule);
  }

  @FieldResolver(() => JobRun, { nullable: true })
  lastRun(@Root() { name }: JobDefinition): Promise<JobRun | null> {
    return this.service.findLastRun(name);
  }
}

/** What of a run is not for everyone. */
@Resolver(() => JobRun)
export class JobRunResolver {
  // A sentence may name a folder of the server's machine; only its owner reads those.
  @FieldResolver(() => String, { nullable: true, description: 'How it ended, in a sentence; shown to the owner only.' })
  summary(@Root() { summary }: JobRun & { summary: string | null }, @Ctx() { request }: GraphContext): string | null {
    return mayDo(request, 'readReports') ? summary : null;
  }

  // Files are counted whether their pictures are hidden or not: for whoever may not see those, a run only goes on or has ended (T21).
  @FieldResolver(() => Int)
  done(@Root() { done }: JobRun, @Ctx() { request }: GraphContext): number {
    return mayDo(request, 'seeHidden') ? done : 0;
  }

  @FieldResolver(() => Int)
  failed(@Root() { failed }: JobRun, @Ctx() { request }: GraphContext): number {
    return mayDo(request, 'seeHidden') ? failed : 0;
  }

  @FieldResolver(() => Int, { nullable: true })
  total(@Root() { total }: JobRun, @Ctx() { request }: GraphContext): number | null {
    return mayDo(request, 'seeHidden') ? total : null;
  }

  @FieldResolver(() => Float, { nullable: true })
  rate(@Root() { rate }: JobRun, @Ctx() { request }: GraphContext): number | null {
    return mayDo(request, 'seeHidden') ? rate : null;
  }

  @FieldResolver(() => Int, { nullable: true })
  secondsLeft(@Root() { secondsLeft }: JobRun, @Ctx() { request }: GraphContext): number | null {
    return mayDo(request, 'seeHidden') ? secondsLeft : null;
  }
}

function parseOptions(options: string | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(options ?? '{}');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // Falls through to the one sentence for everything that is no object.
  }
  throw new AppError('BAD_REQUEST', 'Expected the options of a job as a JSON object.');
}
