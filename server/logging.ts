import { pino, type Logger } from 'pino';

/** The logger every layer takes: JSON lines through pino, or whatever the host gives in its place. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** A JSON logger on standard error, so that standard output stays for reports; secrets in well-known places are redacted. */
export function createLog(level: string): Log {
  const redact = ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.secret'];
  return pino({ level, redact, base: undefined }, pino.destination({ dest: 2, sync: true }));
}
