import type { Logger } from 'typeorm';
import type { Log } from '../logging.js';

/** What TypeORM has to say, in our log: without it, it writes to the console. Queries and their values are never logged. */
export class TypeormLogger implements Logger {
  constructor(private readonly sink: Log) {}

  logQuery(): void {}

  logQueryError(): void {}

  logQuerySlow(): void {}

  logSchemaBuild(): void {}

  logMigration(message: string): void {
    this.sink.info({ message }, 'Migrating the database.');
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.sink[level === 'warn' ? 'warn' : 'debug']({ message: String(message) }, 'TypeORM says something.');
  }
}
