import { join } from 'node:path';
import { AppError } from '../errors.js';
import { refuseSuspiciousLoss } from '../ingestion/missing-guard.js';
import { scanFolder, withoutUnreadable, type FolderScan, type PendingFile } from '../ingestion/folder-scan.js';
import type { IngestionTools } from '../ingestion/ingestion-tools.js';
import { isWorthRetrying, type IntakeOutcome } from '../ingestion/intake.js';
import { SidecarScan } from '../ingestion/sidecar-scan.js';
import { sentinelOf, walkFolder } from '../ingestion/sources/folder.source.js';
import { forEachBounded } from '../ingestion/work-queue.js';
import type { WorkReport } from '../progress.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { IngestionFinisher } from './ingestion-finisher.js';
import type { JobTask } from './job.service.js';
import type { RootService } from './root.service.js';
import type { SidecarIntake } from './sidecar-intake.js';
import type { WordRestorer } from './word-restorer.js';

/** What ingestion is asked to do. */
export interface IngestRequest {
  /** Folders to read; all roots when empty. */
  readonly folders: readonly string[];
  /** Believes that many files are really gone. */
  readonly acceptMissing: boolean;
}

interface Pending {
  readonly root: Root;
  readonly file: PendingFile;
  readonly hasSidecar: boolean;
}

type RootScan = FolderScan & { readonly unreadable: string[]; readonly sidecars: SidecarScan };

type Tally = Record<string, number>;
type Failure = WorkReport['failures'][number];

const UNREADABLE_FOLDER = { code: 'unreadable', message: 'The folder could not be read. Are its permissions right?' };

/** Reads folders into the archive. Every run is a resume: what is known and untouched is skipped, what is missing is made. */
export class IngestionService {
  constructor(
    private readonly roots: RootService,
    private readonly repositories: Repositories,
    private readonly tools: IngestionTools,
    private readonly finisher: IngestionFinisher,
    private readonly rest: {
      readonly sidecars: SidecarIntake;
      readonly words: WordRestorer;
      readonly concurrency: number;
      readonly hasFfmpeg: () => Promise<boolean>;
    },
  ) {}

  /** Throws UNAVAILABLE when a root looks unmounted or emptied; nothing is changed then (promise 6). */
  async ingest(request: IngestRequest, task: JobTask): Promise<WorkReport> {
    const roots = request.folders.length > 0 ? await this.openRoots(request.folders, task) : await this.roots.list();
    task.progress.phase('Looking for pictures', null);
    const tally: Tally = {};
    const failures: Failure[] = [];
    const pending: Pending[] = [];
    const changed: { root: Root; path: string }[] = [];
    for (const root of roots) {
      const scan = await this.scan(root, request, task);
      add(tally, 'found', scan.found);
      add(tally, 'unchanged', scan.unchanged + scan.returned.length);
      add(tally, 'missing', scan.vanished.length);
      failures.push(...scan.failures.map(({ path, code, message }) => ({ path: `${root.name}/${path}`, code, message })));
      failures.push(...scan.unreadable.map((folder) => ({ path: join(root.name, folder), ...UNREADABLE_FOLDER })));
      pending.push(...scan.pending.map((file) => ({ root, file, hasSidecar: scan.sidecars.changed.delete(file.path) })));
      changed.push(...[...scan.sidecars.changed].map((path) => ({ root, path })));
    }
    if (!task.dryRun) await this.read(pending, task, (outcome) => count(outcome, { tally, failures }));
    if (!task.dryRun) await this.readSidecars(changed, task, failures);
    if (!task.dryRun) await this.rest.words.restore();
    if (!task.dryRun) await this.finisher.finish(task);
    add(tally, 'failed', failures.length);
    return {
      counts: { ...tally, pending: task.dryRun ? pending.length : 0 },
      failures,
      summary: summaryOf(tally, { task, pending: pending.length }),
    };
  }

  private async openRoots(folders: readonly string[], { dryRun }: JobTask): Promise<Root[]> {
    const roots: Root[] = [];
    for (const folder of folders) roots.push(await this.roots.open(folder, { dryRun }));
    return [...new Map(roots.map((root) => [root.id, root])).values()];
  }

  private async scan(root: Root, request: IngestRequest, task: JobTask): Promise<RootScan> {
    const sentinel = await sentinelOf(root.path).catch(() => {
      throw new AppError(
        'UNAVAILABLE',
        `The folder of "${root.name}" cannot be found. Nothing was changed. Connect its disk and run the job again.`,
      );
    });
    const hasFfmpeg = await this.rest.hasFfmpeg();
    const sources = await this.repositories.sources.listOfRoot(root.id);
    const known = sources.size;
    const failures = await this.repositories.failures.listOfRoot(root.id);
    const unreadable: string[] = [];
    const sidecars = new SidecarScan(await this.repositories.sidecars.listOfRoot(root.id));
    const found = walkFolder(
      root.path,
      (folder) => unreadable.push(folder),
      (file) => sidecars.see(file),
    );
    const scan = await scanFolder(
      found,
      { sources, failures, isWorthRetrying: (failure) => isWorthRetrying(failure, hasFfmpeg) },
      task.signal,
    );
    const seen = withoutUnreadable(scan, unreadable);
    const gone = seen.vanished.filter(({ state }) => state === 'present');
    const census = { rootName: root.name, known, missing: gone.length, found: scan.found, isSameDisk: root.sentinel === sentinel };
    if (!request.acceptMissing) refuseSuspiciousLoss(census);
    if (!task.dryRun) await this.recordScan(root, { scan: seen, sentinel });
    if (!task.dryRun) await this.rest.sidecars.noteVanished(sidecars.listVanished(unreadable));
    return { ...seen, unreadable, sidecars };
  }

  private async recordScan(root: Root, { scan, sentinel }: { scan: FolderScan; sentinel: string }): Promise<void> {
    await this.repositories.sources.setState(
      root.id,
      scan.vanished.map(({ path }) => path),
      'missing',
    );
    await this.repositories.sources.setState(root.id, scan.returned, 'present');
    for (const { path } of scan.vanishedFailures) await this.repositories.failures.remove(root.id, path);
    if (scan.vanished.length + scan.returned.length > 0) await this.repositories.documents.refreshStates();
    if (root.sentinel !== sentinel) await this.repositories.roots.setSentinel(root.id, sentinel);
  }

  private async read(pending: readonly Pending[], task: JobTask, onOutcome: (outcome: IntakeOutcome) => void): Promise<void> {
    if (pending.length === 0) return;
    task.progress.phase('Reading pictures', pending.length);
    const { intake } = await this.tools.open();
    await forEachBounded(pending, { limit: this.rest.concurrency, signal: task.signal }, async ({ root, file, hasSidecar }) => {
      const outcome = await intake.take(root, file);
      onOutcome(outcome);
      const failure = await this.readSidecar({ root, path: file.path, hasSidecar }, outcome);
      if (failure) onOutcome({ kind: 'failed', ...failure });
      this.finisher.noteStored();
      task.progress.step(outcome.kind === 'failed' ? 'failed' : 'done');
    });
  }

  // A picture that came in without a sidecar beside it may have one in the data folder.
  private async readSidecar(
    { root, path, hasSidecar }: { root: Root; path: string; hasSidecar: boolean },
    { kind }: IntakeOutcome,
  ): Promise<Failure | null> {
    if (kind === 'failed') return null;
    if (hasSidecar) return this.rest.sidecars.takeBeside(root, path);
    return kind === 'added' ? this.rest.sidecars.takeApart(root, path) : null;
  }

  private async readSidecars(changed: readonly { root: Root; path: string }[], task: JobTask, failures: Failure[]): Promise<void> {
    if (changed.length > 0) task.progress.phase('Reading sidecars', changed.length);
    await forEachBounded(changed, { limit: this.rest.concurrency, signal: task.signal }, async ({ root, path }) => {
      const failure = await this.rest.sidecars.takeBeside(root, path);
      if (failure) failures.push(failure);
      task.progress.step(failure ? 'failed' : 'done');
    });
    await this.rest.sidecars.queueMisplaced();
  }
}

function count(outcome: IntakeOutcome, { tally, failures }: { tally: Tally; failures: Failure[] }): void {
  if (outcome.kind === 'failed') failures.push({ path: outcome.path, code: outcome.code, message: outcome.message });
  else add(tally, outcome.kind, 1);
}

function add(tally: Tally, name: string, amount: number): void {
  tally[name] = (tally[name] ?? 0) + amount;
}

function summaryOf(tally: Tally, { task, pending }: { task: JobTask; pending: number }): string {
  const say = (name: string): number => tally[name] ?? 0;
  if (task.dryRun) return `${say('found')} files found, ${pending} of them new or changed. Nothing was read in.`;
  const parts = [
    `${say('added')} added`,
    `${say('updated')} updated`,
    `${say('linked')} copies`,
    `${say('unchanged')} unchanged`,
    `${say('missing')} missing`,
    `${say('failed')} failed`,
    ...(say('forgotten') > 0 ? [`${say('forgotten')} forgotten`] : []),
  ];
  return `${say('found')} files: ${parts.join(', ')}.`;
}
