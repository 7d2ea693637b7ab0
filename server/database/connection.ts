import type { ClientBase } from 'pg';
import pgvector from 'pgvector/pg';

const INT8 = 20;
const TIMESTAMP = 1114;

/**
 * Teaches a connection the types of the archive: vectors as number[], bigint as number (all of ours stay below 2^53),
 * and timestamps without a zone as the text `YYYY-MM-DDTHH:MM:SS.sss`, because a wall clock is no instant.
 */
export async function registerTypes(client: ClientBase): Promise<void> {
  await pgvector.registerTypes(client);
  client.setTypeParser(INT8, Number);
  client.setTypeParser(TIMESTAMP, wallClock);
}

function wallClock(text: string): string {
  const [day = '', time = ''] = text.split(' ');
  const [seconds = '', fraction = ''] = time.split('.');
  return `${day}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}`;
}
