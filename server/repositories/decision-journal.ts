import { createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Decision } from './decision.repository.js';

const saidSchema = z.object({
  value: z.unknown(),
  by: z.string().optional(),
  at: z.string().optional(),
  via: z.object({ kind: z.literal('proposal'), score: z.number().nullable(), model: z.string().nullable() }).optional(),
});
const decisionSchema = z.object({
  id: z.uuid(),
  at: z.coerce.date(),
  actor: z.string(),
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
  undoes: z.uuid().nullable(),
  subjects: z.array(
    z.object({
      kind: z.enum(['document', 'face', 'person', 'cluster', 'stack', 'root', 'proposal']),
      id: z.uuid(),
      change: z.record(z.string(), z.object({ from: saidSchema.optional(), to: saidSchema.optional() })).default({}),
    }),
  ),
});
const lineSchema = z.union([z.object({ void: z.array(z.uuid()) }), decisionSchema]);

const IDS_PER_QUESTION = 1000;

/**
 * Decisions beside the embedded database, which never forces its files to the disk: one JSON line each, forced to the disk before the
 * database commits. After a power cut the file tells what the database lost.
 */
export class DecisionJournal {
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private file: FileHandle,
  ) {}

  /** Opens or makes the file (mode 0600); a last line that was torn by a crash is closed off, so that the next one stands alone. */
  static async open(path: string): Promise<DecisionJournal> {
    const file = await open(path, 'a+', 0o600);
    const { size } = await file.stat();
    const { buffer } = size > 0 ? await file.read(Buffer.alloc(1), 0, 1, size - 1) : { buffer: Buffer.from('\n') };
    if (buffer[0] !== 0x0a) await file.appendFile('\n');
    return new DecisionJournal(path, file);
  }

  /** Writes decisions and returns once they are on the disk. */
  async append(decisions: readonly Decision[]): Promise<void> {
    await this.write(decisions.map((decision) => JSON.stringify(decision)));
  }

  /** Takes decisions back whose commit failed. */
  async void(ids: readonly string[]): Promise<void> {
    await this.write([JSON.stringify({ void: ids })]);
  }

  /** Decisions of the file that `known` (which ids are stored?) does not know, in their order. Lines that are torn are passed over. */
  async *readMissing(known: (ids: string[]) => Promise<ReadonlySet<string>>): AsyncGenerator<Decision> {
    const voided = await this.readVoided();
    let batch: Decision[] = [];
    for await (const line of this.lines()) {
      if ('void' in line || voided.has(line.id)) continue;
      batch.push(line);
      if (batch.length < IDS_PER_QUESTION) continue;
      yield* await without(batch, known);
      batch = [];
    }
    yield* await without(batch, known);
  }

  /**
   * Writes every decision anew as `change` gives it back, into a file that then takes the place of the old one; who appends meanwhile
   * waits. Torn lines and decisions that were taken back, which could hold the same words, go. Safe to interrupt and to repeat.
   */
  rewrite(change: (decision: Decision) => Decision): Promise<void> {
    const writing = this.turn.then(async () => {
      const fresh = `${this.path}.new`;
      await rm(fresh, { force: true });
      const file = await open(fresh, 'a+', 0o600);
      try {
        await this.copyTo(file, change);
        await file.datasync();
        await rename(fresh, this.path);
      } catch (error) {
        await file.close();
        throw error;
      }
      const old = this.file;
      this.file = file;
      await old.close();
      await syncFolder(dirname(this.path));
    });
    this.turn = writing.catch(() => undefined);
    return writing;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.file.close();
  }

  // A failed write may leave half a line: the newline before the next one keeps them apart, and empty lines mean nothing.
  private write(lines: readonly string[]): Promise<void> {
    const writing = this.turn.then(async () => {
      await this.file.appendFile(`\n${lines.join('\n')}\n`);
      await this.file.datasync();
    });
    this.turn = writing.catch(() => undefined);
    return writing;
  }

  private async copyTo(file: FileHandle, change: (decision: Decision) => Decision): Promise<void> {
    const voided = await this.readVoided();
    for await (const line of this.lines()) {
      if (!('void' in line) && !voided.has(line.id)) await file.appendFile(`${JSON.stringify(change(line))}\n`);
    }
  }

  private async readVoided(): Promise<Set<string>> {
    const voided = new Set<string>();
    for await (const line of this.lines()) {
      if ('void' in line) line.void.forEach((id) => voided.add(id));
    }
    return voided;
  }

  private async *lines(): AsyncGenerator<z.infer<typeof lineSchema>> {
    for await (const text of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) {
      const line = parseLine(text);
      if (line) yield line;
    }
  }
}

// A new name is safe only once its folder is on the disk; where folders cannot be forced (Windows), the system does it by itself.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function parseLine(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function without(decisions: Decision[], known: (ids: string[]) => Promise<ReadonlySet<string>>): Promise<Decision[]> {
  if (decisions.length === 0) return [];
  const ids = await known(decisions.map((decision) => decision.id));
  return decisions.filter((decision) => !ids.has(decision.id));
}
