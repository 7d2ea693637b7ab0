import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type AppConfig, ConfigError, loadConfig } from '../config.js';
import { openDatabase } from '../database/data-source.js';
import { AppError } from '../errors.js';
import { createLog } from '../logging.js';
import { ApiTokenRepository } from '../repositories/api-token.repository.js';
import { UserRepository } from '../repositories/user.repository.js';
import { callLocalDoor } from '../security/local-door.js';
import { createRateLimits } from '../security/rate-limit.js';
import { accountCommands } from '../services/account-commands.js';
import { AccountService } from '../services/account.service.js';

/** Runs a command on the database, or through the server that holds it, and prints each row with tabs between its values. */
export async function runAccountCommand(command: 'user' | 'token', argument: unknown): Promise<void> {
  const config = loadConfig();
  const print = (row: unknown): void => void process.stdout.write(`${cellsOf(row).join('\t')}\n`);
  await onDatabase(config, (accounts) => accountCommands(accounts)[command](argument, print)).catch((error: unknown) => {
    // CONFLICT with a pid: another process of this machine has the embedded database open.
    if (!(error instanceof AppError) || error.code !== 'CONFLICT' || error.details?.pid === undefined) throw error;
    return callLocalDoor(config.dataDir, { command, argument }, print);
  });
}

/** Asks for a new password twice without showing it; when piped, reads one line. Never an argument: those are seen by all in `ps`. */
export async function askPassword(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  const ask = async (question: string): Promise<string> => {
    if (process.stdin.isTTY) process.stderr.write(question);
    const answer = await lines.question('');
    if (process.stdin.isTTY) process.stderr.write('\n');
    return answer;
  };
  try {
    const password = await ask('New password: ');
    if (!process.stdin.isTTY || (await ask('The same again: ')) === password) return password;
  } finally {
    lines.close();
  }
  throw new AppError('BAD_REQUEST', 'Expected the same password twice, but received two.');
}

/** Runs a command line to its end: what goes wrong becomes one sentence and exit code 1. */
export async function runCommandLine(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function onDatabase(config: AppConfig, work: (accounts: AccountService) => Promise<void>): Promise<void> {
  const database = await openDatabase({ ...config.database, dataDir: config.dataDir, log: createLog(config.logLevel) });
  try {
    const { manager } = database.dataSource;
    const forgetNothing = (): void => undefined;
    await work(new AccountService(new UserRepository(manager), new ApiTokenRepository(manager), createRateLimits(null), forgetNothing));
  } finally {
    await database.close();
  }
}

function cellsOf(row: unknown): string[] {
  return Object.values(row as object).map((value: unknown) => (value instanceof Date ? value.toISOString() : String(value ?? '-')));
}
