import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import express from 'express';
import { startScheduler } from '../jobs/scheduler.js';
import { createApplication, type ImageExplorer } from './app.js';
import { buildClient } from './client-build.js';
import { ConfigError, loadConfig, type AppConfig } from './config.js';
import type { Actor } from './context.js';
import { AppError } from './errors.js';
import { createLog, type Log } from './logging.js';
import { openLocalDoor, type LocalDoor } from './security/local-door.js';
import { accountCommands } from './services/account-commands.js';
import { handOverJob } from './services/job-hand-over.js';
import { reportText, RunView, standardTerminal, watchRun } from './terminal.js';

const TERMINAL: Actor = { kind: 'job', name: 'terminal' };
const STOP_WITHIN_MS = 20_000;

/** A started server. */
interface Running {
  readonly application: ImageExplorer;
  readonly server: Server;
  readonly door: LocalDoor;
  readonly stopScheduler: () => Promise<void>;
}

const say = (text: string): void => standardTerminal.write(`${text}\n`);

async function main(folders: readonly string[]): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  await buildClient(() => say('Building the client (only after a change of its sources) ...'));
  const running = await start(config, log);
  stopOnSignals(running, log);
  await announce(config, running);
  await openModels(running.application);
  void running.application.services.similarity
    .prepare()
    .catch((error: unknown) => log.warn({ err: error }, 'the vectors could not be loaded'));
  await finishForgetting(running.application);
  await readFolders(
    running.application,
    folders.map((folder) => resolve(folder)),
  );
}

async function start(config: AppConfig, log: Log): Promise<Running> {
  const application = await createApplication(config, {}, log);
  const { accounts } = application.services;
  const door = openLocalDoor({ dataDir: config.dataDir, handlers: { ...accountCommands(accounts), job: handOverJob(application.jobs) } });
  const app = express().disable('x-powered-by').use(door.handler).use(application.router);
  const server = createServer(app);
  server.on('upgrade', (request, socket, head) => {
    if (!application.handleUpgrade(request, socket, { head })) socket.destroy();
  });
  await listen(server, config);
  await door.announce((server.address() as AddressInfo).port);
  return { application, server, door, stopScheduler: startScheduler(application.jobs, log) };
}

async function listen(server: Server, { host, port }: AppConfig): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      fail(
        isTaken
          ? new AppError('CONFLICT', `Port ${port} is taken. Stop what listens there, or choose another: PORT=8423 npm start.`)
          : error,
      );
    });
    server.listen(port, host, done);
  });
}

async function announce({ host }: AppConfig, { application, server }: Running): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const base = `http://${name}:${port}/image-explorer`;
  const code = await application.services.accounts.openSetup();
  say(
    code === null
      ? `Image Explorer is at ${base}`
      : `Image Explorer is at ${base}\nOpen this link once to become its owner: ${base}/setup?code=${code}`,
  );
}

/** Downloads with a bar what is missing, and says in a sentence when another model has to do. */
async function openModels({ services: { models } }: ImageExplorer): Promise<void> {
  let told = -1;
  await models.open((share) => {
    const percent = Math.floor(share * 100);
    if (percent === told) return;
    told = percent;
    standardTerminal.write(
      standardTerminal.isTTY
        ? `\rDownloading the model ${percent} %${percent === 100 ? '\n' : ''}`
        : `${JSON.stringify({ phase: 'Downloading the model', percent })}\n`,
    );
  });
  if (models.notice) say(models.notice);
}

/** What was confirmed to be forgotten when the program ended. */
async function finishForgetting({ jobs, services: { forgetter } }: ImageExplorer): Promise<void> {
  if (!(await forgetter.isDue())) return;
  const { run } = await watchRun(jobs, await jobs.start('forget', {}, TERMINAL), new RunView(standardTerminal));
  if (run.summary) say(run.summary);
}

/** Reads the folders that were named; without one, whatever is new in those of the archive. */
async function readFolders({ jobs, services: { archive } }: ImageExplorer, folders: readonly string[]): Promise<void> {
  if (folders.length === 0 && !(await archive.hasRoots()))
    return say('The archive is empty. Add a folder in the browser, or start with one: npm start -- <folder>');
  try {
    const { run, report } = await watchRun(jobs, await jobs.start('ingest', { folder: folders }, TERMINAL), new RunView(standardTerminal));
    say(reportText(run.summary, report?.failures ?? []));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say(error.message);
  }
}

/** The first signal stops in order, within 20 s; a second one at once. */
function stopOnSignals(running: Running, log: Log): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await Promise.race([close(running), sleep(STOP_WITHIN_MS)]).catch((error: unknown) => log.error({ err: error }, 'the stop failed'));
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

async function close({ application, server, door, stopScheduler }: Running): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  await stopScheduler();
  await application.close();
  await door.close();
  server.closeAllConnections();
  await closed;
}

const command = new Command('npm start --').argument('[folder...]', 'folders of photos and videos to read into the archive').parse();
main(command.args).catch((error: unknown) => {
  const isExpected = error instanceof AppError || error instanceof ConfigError;
  process.stderr.write(isExpected ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
