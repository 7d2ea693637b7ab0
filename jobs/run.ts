import { resolve } from 'node:path';
import { Command } from 'commander';
import { createApplication } from '../server/app.js';
import { ConfigError, loadConfig, type AppConfig } from '../server/config.js';
import type { Actor } from '../server/context.js';
import { AppError } from '../server/errors.js';
import { createLog } from '../server/logging.js';
import type { WorkReport } from '../server/progress.js';
import { callLocalDoor } from '../server/security/local-door.js';
import type { JobRun } from '../server/services/job-meter.js';
import { reportText, RunView, standardTerminal, watchRun } from '../server/terminal.js';
import { listJobs } from './index.js';

const TERMINAL: Actor = { kind: 'job', name: 'terminal' };

interface Ended {
  readonly run: JobRun;
  readonly report: WorkReport | null;
}

interface Flags {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly [option: string]: unknown;
}

async function main(name: string | undefined, { list, json, ...options }: Flags): Promise<void> {
  if (list || !name) {
    for (const { name: job, description, schedule } of listJobs())
      standardTerminal.write(`${job.padEnd(24)}${schedule ?? 'by hand'}\t${description}\n`);
    return;
  }
  const view = new RunView(json ? { ...standardTerminal, isTTY: false } : standardTerminal);
  const { run, report } = await runAnywhere(loadConfig(), { name, options }, view);
  const failures = report?.failures ?? [];
  const printed = json
    ? JSON.stringify({ job: run.job, outcome: run.outcome, counts: report?.counts ?? {}, failures, ...report?.details?.data })
    : reportText(run.summary, failures, report?.details?.lines);
  standardTerminal.write(`${printed}\n`);
  process.exitCode = run.outcome === 'failed' ? 1 : 0;
}

/** In this process; or in the server, when that holds the embedded database. */
async function runAnywhere(config: AppConfig, job: { name: string; options: object }, view: RunView): Promise<Ended> {
  try {
    return await runHere(config, job, view);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT' || error.details?.pid === undefined) throw error;
  }
  let last: Ended | null = null;
  await callLocalDoor(config.dataDir, { command: 'job', argument: job }, (line) => {
    last = line as Ended;
    view.show(last.run);
  });
  view.stop();
  if (!last) throw new AppError('UNAVAILABLE', 'The server ended before the job did. Start it again: it goes on where it stopped.');
  return last;
}

async function runHere(config: AppConfig, { name, options }: { name: string; options: object }, view: RunView): Promise<Ended> {
  const application = await createApplication(config, {}, createLog(config.logLevel));
  try {
    const started = await application.jobs.start(name, { ...options }, TERMINAL);
    process.once('SIGINT', () => application.jobs.stop(started.run.id));
    process.once('SIGTERM', () => application.jobs.stop(started.run.id));
    return await watchRun(application.jobs, started, view);
  } finally {
    await application.close();
  }
}

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];
const command = new Command('npm run job --')
  .argument('[name]', 'the job to run')
  .argument('[folder...]', 'folders, for jobs that take some')
  .option('--list', 'list the jobs')
  .option('--json', 'print JSON lines, the report last')
  .option('--dry-run', 'say what would be done')
  .option('--folder <path>', 'a folder to read; may be repeated', collect)
  .option('--to <folder>', 'a folder to write into', (folder) => resolve(folder))
  .option('--images <ids>', 'ids of pictures, with commas between them')
  .option('--root <name>', 'a folder of the archive, by its name')
  .option('--all-missing', 'all pictures none of whose files can be found')
  .option('--with-sidecars', 'their sidecars too')
  .option('--readmit <folder>', 'let forgotten files of a folder come back')
  .option('--yes', 'do what cannot be undone')
  .option('--clusters <number>', 'how many clusters, or auto; remembered')
  .option('--seed <number>', 'where chance begins')
  .option('--accept-missing', 'believe that many files are really gone')
  .action(async (name: string | undefined, folders: string[], flags: Flags & { folder?: string[] }) => {
    const folder = [...(flags.folder ?? []), ...folders];
    await main(name, { ...flags, ...(folder.length > 0 ? { folder } : {}) });
  });

command.parseAsync().catch((error: unknown) => {
  const isExpected = error instanceof AppError || error instanceof ConfigError;
  process.stderr.write(isExpected ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
