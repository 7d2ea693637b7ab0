import { z } from 'zod';
import { AppError } from '../errors.js';
import type { AccountService } from './account.service.js';

const ROLE = z.enum(['owner', 'viewer']);

const USER = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('create'), name: z.string(), role: ROLE, password: z.string() }),
  z.strictObject({ action: z.literal('list') }),
  z.strictObject({ action: z.literal('password'), name: z.string(), password: z.string() }),
  z.strictObject({ action: z.literal('disable'), name: z.string() }),
]);

const TOKEN = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('create'),
    name: z.string(),
    userName: z.string().nullable(),
    role: ROLE,
    days: z.number().int().min(1).max(36_500).nullable(),
  }),
  z.strictObject({ action: z.literal('list') }),
  z.strictObject({ action: z.literal('revoke'), id: z.uuid() }),
]);

/** What `npm run user` asks for. */
export type UserCommand = z.infer<typeof USER>;
/** What `npm run token` asks for. */
export type TokenCommand = z.infer<typeof TOKEN>;

type AccountCommand = (argument: unknown, emit: (line: unknown) => void) => Promise<void>;

/** The commands of the terminal about accounts; each emits rows (objects of texts), in this process or through the local door. */
export function accountCommands(accounts: AccountService): { user: AccountCommand; token: AccountCommand } {
  return {
    user: (argument, emit) => obeyUser(accounts, parse(USER, argument), emit),
    token: (argument, emit) => obeyToken(accounts, parse(TOKEN, argument), emit),
  };
}

async function obeyUser(accounts: AccountService, command: UserCommand, emit: (line: unknown) => void): Promise<void> {
  if (command.action === 'list') {
    const users = await accounts.listUsers();
    users.forEach(({ name, role, disabled, createdAt }) => emit({ name, role, state: disabled ? 'disabled' : 'active', createdAt }));
    return;
  }
  if (command.action === 'create') await accounts.createUser(command);
  if (command.action === 'password') await accounts.setPassword(command.name, command.password);
  if (command.action === 'disable') await accounts.disableUser(command.name);
  emit({ name: command.name, done: command.action });
}

async function obeyToken(accounts: AccountService, command: TokenCommand, emit: (line: unknown) => void): Promise<void> {
  if (command.action === 'list') {
    const tokens = await accounts.listTokens();
    tokens.forEach((token) => emit(token));
    return;
  }
  if (command.action === 'create') return emit(await accounts.createToken(command));
  await accounts.revokeToken(command.id);
  emit({ id: command.id, done: 'revoke' });
}

function parse<T>(schema: z.ZodType<T>, argument: unknown): T {
  const parsed = schema.safeParse(argument);
  if (parsed.success) return parsed.data;
  const places = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'action'))];
  throw new AppError('BAD_REQUEST', `Expected a well-formed command, but received a malformed ${places.join(', ')}.`);
}
