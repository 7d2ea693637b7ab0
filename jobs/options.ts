import type { z } from 'zod';
import { AppError } from '../server/errors.js';

/** The options of a job as its schema says. Throws BAD_REQUEST naming the first fault. */
export function parseOptions<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('BAD_REQUEST', `Option "${issue?.path.join('.') ?? ''}" is malformed: ${issue?.message ?? 'unreadable'}.`);
}
