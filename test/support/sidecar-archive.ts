import { afterAll, beforeAll, expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Actor } from '../../server/context.js';
import { createLog } from '../../server/logging.js';
import { SIDECAR_SUFFIX, type JsonObject } from '../../server/media/sidecar-format.js';
import type { Decision, Said } from '../../server/repositories/decision.repository.js';
import type { Fact } from '../../server/repositories/fact.js';
import type { Root } from '../../server/repositories/root.repository.js';
import type { SidecarStanding } from '../../server/repositories/sidecar-queue.repository.js';
import { Ledger, type Statement } from '../../server/services/ledger.js';
import { createSidecars, type Sidecars } from '../../server/services/sidecars.js';
import { OWNER, newDocument } from './archive-rows.js';
import type { TestDatabase } from './databases.js';

/** What is said, by key; null takes back. */
export type Saying = Readonly<Record<string, unknown>>;

/** A folder of pictures for the tests of one `describe`, opened before them and removed after. */
export function withSidecars(current: () => TestDatabase): {
  readonly archiveOf: () => SidecarArchive;
  readonly path: () => string;
  readonly annotated: (say?: Saying) => Promise<{ id: string; at: string }>;
} {
  let archive: SidecarArchive | null = null;
  let number = 0;
  const archiveOf = (): SidecarArchive => {
    if (!archive) throw new Error('The folder is there only while tests run.');
    return archive;
  };
  const path = (): string => `picture ${(number += 1)}.jpg`;
  beforeAll(async () => {
    archive = await SidecarArchive.open(current(), 'sidecars');
  });
  afterAll(() => archive?.remove());
  const annotated = async (say: Saying = { title: 'First' }): Promise<{ id: string; at: string }> => {
    const at = path();
    const id = await archiveOf().add(at);
    await archiveOf().say(id, say);
    expect(await archiveOf().write()).toEqual([]);
    return { id, at };
  };
  return { archiveOf, path, annotated };
}

/** A folder of pictures (files of any bytes) in a database, with what writes and reads their sidecars and nothing that decodes. */
export class SidecarArchive {
  readonly ledger: Ledger;
  readonly sidecars: Sidecars;

  private constructor(
    readonly opened: TestDatabase,
    readonly root: Root,
  ) {
    this.ledger = new Ledger(opened.unitOfWork);
    this.sidecars = createSidecars(opened.repositories, this.ledger, { dataDir: opened.dataDir, log: createLog('silent') });
  }

  /** A root of this name in a new folder, or in the one given. */
  static async open(
    opened: TestDatabase,
    name: string,
    folder = mkdtempSync(join(realpathSync(tmpdir()), `${name}-`)),
  ): Promise<SidecarArchive> {
    const root = await opened.repositories.roots.insert({
      name: basename(folder),
      path: folder,
      kind: 'folder',
      sidecars: 'beside',
      sentinel: null,
    });
    return new SidecarArchive(opened, root);
  }

  /** A picture at a path below the root; returns its id. */
  async add(path: string): Promise<string> {
    const bytes = `picture ${path}`;
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), bytes);
    const contentHash = createHash('sha256').update(`${this.root.id}${bytes}`).digest('hex');
    const document = newDocument({ contentHash, bytes: bytes.length });
    await this.opened.repositories.documents.insert(document);
    await this.place(document.id, path, contentHash);
    return document.id;
  }

  /** Says that a document has a file there. */
  async place(documentId: string, path: string, contentHash: string): Promise<void> {
    const { size, mtimeMs } = statSync(this.at(path));
    const source = {
      rootId: this.root.id,
      path,
      documentId,
      contentHash,
      bytes: size,
      modifiedMs: Math.trunc(mtimeMs),
      state: 'present' as const,
    };
    await this.opened.repositories.sources.put(source);
  }

  at(path: string): string {
    return join(this.root.path, path);
  }

  /** Says something of documents as the owner would. */
  async say(ids: readonly string[] | string, say: Saying, sets: readonly Statement[] = []): Promise<Decision | null> {
    const said = Object.fromEntries(
      Object.entries(say).map(([key, value]): [string, Said | null] => [key, value === null ? null : { value }]),
    );
    const subjects = [ids].flat().map((id): Statement => ({ kind: 'document', id, say: said }));
    return this.ledger.decide(OWNER as Actor, async () => ({ kind: 'annotate', subjects: [...sets, ...subjects] }));
  }

  /** Writes what waits, also what failed a moment ago; returns the sentences of what fails. */
  async write(): Promise<string[]> {
    const messages: string[] = [];
    await this.opened.repositories.sidecarQueue.hurry();
    await this.sidecars.pump.drain(new AbortController().signal, ({ message }) => {
      if (message !== null) messages.push(message);
    });
    return messages;
  }

  read(path: string): JsonObject & { annotations: Record<string, unknown>; revision: number } {
    return JSON.parse(readFileSync(this.at(path) + SIDECAR_SUFFIX, 'utf8')) as ReturnType<SidecarArchive['read']>;
  }

  has(path: string): boolean {
    return existsSync(this.at(path) + SIDECAR_SUFFIX);
  }

  /** Changes a sidecar as an editor does: read, change, write another file, rename it into the place. */
  edit(path: string, change: (annotations: Record<string, unknown>, sidecar: Record<string, unknown>) => void): void {
    const sidecar = this.read(path);
    change(sidecar.annotations, sidecar as Record<string, unknown>);
    this.put(path, JSON.stringify(sidecar));
  }

  /** Puts a text into the place of a sidecar by a rename. */
  put(path: string, text: string): void {
    const draft = this.at('editor.draft');
    writeFileSync(draft, text);
    renameSync(draft, this.at(path) + SIDECAR_SUFFIX);
  }

  /** As ingestion does for a changed sidecar, then writes. */
  async look(path: string): Promise<string[]> {
    await this.sidecars.intake.takeBeside(this.root, path);
    return this.write();
  }

  async factsOf(id: string): Promise<Map<string, Fact>> {
    return (await this.opened.repositories.annotations.factsOf([id])).get(id) ?? new Map<string, Fact>();
  }

  async valuesOf(id: string): Promise<Record<string, unknown>> {
    return Object.fromEntries([...(await this.factsOf(id))].map(([key, { value }]) => [key, value]));
  }

  async conflictsOf(id: string): Promise<Record<string, unknown>> {
    const conflicts = await this.opened.repositories.sidecars.listConflicts([id]);
    return Object.fromEntries(conflicts.map(({ key, theirs }) => [key, theirs?.value]));
  }

  async standingOf(id: string): Promise<SidecarStanding | undefined> {
    return (await this.opened.repositories.sidecarQueue.standingOf([id]))[0];
  }

  /** Hidden files beside the pictures: what an interrupted save leaves. */
  strays(folder = ''): string[] {
    return readdirSync(this.at(folder)).filter((name) => name.startsWith('.'));
  }

  remove(): void {
    rmSync(this.root.path, { recursive: true, force: true });
  }
}
