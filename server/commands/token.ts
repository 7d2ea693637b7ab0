import { Command, InvalidArgumentError, Option } from 'commander';
import type { TokenCommand } from '../services/account-commands.js';
import { runAccountCommand, runCommandLine } from './account-terminal.js';

const run = (command: TokenCommand): Promise<void> => runAccountCommand('token', command);

interface CreateOptions {
  readonly role: 'owner' | 'viewer';
  readonly user?: string;
  readonly days?: number;
}

const program = new Command('token').description('API tokens for scripts, sent as "Authorization: Bearer <token>".');

program
  .command('create <name>')
  .description('Makes a token and prints its id and the token, which is shown only now.')
  .addOption(
    new Option('--role <role>', 'What the token may do, at most what its user may.').choices(['owner', 'viewer']).default('viewer'),
  )
  .option('--user <name>', 'Whom the token acts for; the first owner when left out.')
  .option('--days <days>', 'Days until it ends; never when left out.', wholeNumber)
  .action((name: string, { role, user, days }: CreateOptions) =>
    run({ action: 'create', name, userName: user ?? null, role, days: days ?? null }),
  );
program
  .command('list')
  .description('Prints every token: id, name, user, role, made, last used, revoked, end.')
  .action(() => run({ action: 'list' }));
program
  .command('revoke <id>')
  .description('Ends a token at once.')
  .action((id: string) => run({ action: 'revoke', id }));

await runCommandLine(program.parseAsync());

function wholeNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Expected a whole number of days.');
}
