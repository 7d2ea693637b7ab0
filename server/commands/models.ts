import { Command } from 'commander';
import { ConfigError, loadConfig } from '../config.js';
import { AppError } from '../errors.js';
import { createLog } from '../logging.js';
import { ModelStore } from '../models/model-store.js';
import { configuredModels, printModels, pullModels, type Terminal } from './models-terminal.js';

const terminal: Terminal = { isTTY: process.stdout.isTTY, print: (line) => void process.stdout.write(`${line}\n`) };

async function show(fresh: boolean): Promise<void> {
  const config = loadConfig();
  const statuses = await ModelStore.of(config, createLog(config.logLevel)).list(fresh);
  process.exitCode = printModels(statuses, configuredModels(config), terminal) ? 0 : 1;
}

async function pull(ids: readonly string[]): Promise<void> {
  const config = loadConfig();
  const store = ModelStore.of(config, createLog(config.logLevel));
  await pullModels(store, ids.length > 0 ? ids : configuredModels(config), terminal);
}

const program = new Command('models').description('The models on this machine. Those in use are marked with a star.');
program
  .command('status')
  .description('Lists the models; exits with 1 when one in use is not there.')
  .action(() => show(false));
program
  .command('verify')
  .description('The same, but every file is read again and its hash compared.')
  .action(() => show(true));
program
  .command('pull [ids...]')
  .description('Downloads what is missing of the models in use, or of those named.')
  .action((ids: string[]) => pull(ids));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AppError) && !(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
