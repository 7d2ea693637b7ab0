import { Command, Option } from 'commander';
import type { UserCommand } from '../services/account-commands.js';
import { askPassword, runAccountCommand, runCommandLine } from './account-terminal.js';

const run = (command: UserCommand): Promise<void> => runAccountCommand('user', command);

const program = new Command('user').description('Who may log in. Passwords are asked for, or read from standard input.');

program
  .command('create <name>')
  .description('Adds a user.')
  .addOption(new Option('--role <role>', 'What the user may do.').choices(['owner', 'viewer']).default('viewer'))
  .action(async (name: string, { role }: { role: 'owner' | 'viewer' }) => {
    await run({ action: 'create', name, role, password: await askPassword() });
  });
program
  .command('list')
  .description('Prints every user: name, role, state, since when.')
  .action(() => run({ action: 'list' }));
program
  .command('password <name>')
  .description('Sets a password and ends every session of the user.')
  .action(async (name: string) => run({ action: 'password', name, password: await askPassword() }));
program
  .command('disable <name>')
  .description('Locks a user out, sessions and tokens included.')
  .action((name: string) => run({ action: 'disable', name }));

await runCommandLine(program.parseAsync());
