import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Person } from '../context.js';
import { AppError } from '../errors.js';
import { endSession, startSession } from '../security/session.js';
import type { AccountService } from '../services/account.service.js';

const text = z.string().min(1).max(1_000);
const LOGIN = z.strictObject({ name: text, password: text });
const OWNER = z.strictObject({ code: text, name: text, password: text });

/** POST /api/owner makes the owner with the one-time code; POST and DELETE /api/session log in and out. */
export function createSessionRouter(accounts: AccountService, keyOf: (request: Request) => string): Router {
  const router = Router();
  router.post('/api/owner', async (request, response) => {
    const person = await accounts.createOwner(parse(OWNER, request.body), keyOf(request));
    await startSession(request, person);
    response.status(201).json(shown(person));
  });
  router.post('/api/session', async (request, response) => {
    const person = await accounts.logIn(parse(LOGIN, request.body), keyOf(request));
    await startSession(request, person);
    response.json(shown(person));
  });
  router.delete('/api/session', async (request, response) => {
    await endSession(request, response);
    response.status(204).end();
  });
  return router;
}

// Said without what was received: it may hold a password.
function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = Object.keys(schema instanceof z.ZodObject ? schema.shape : {});
  throw new AppError('BAD_REQUEST', `Expected JSON with exactly ${fields.join(', ')} as texts, but received something else.`);
}

function shown({ name, role }: Person): { name: string; role: string } {
  return { name, role };
}
