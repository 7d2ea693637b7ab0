import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { AppConfig } from '../config.js';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import { filesOf, type ModelDescriptor, type ModelFile } from './descriptor.js';
import { withDownloadLock } from './download-lock.js';
import { DownloadMeter, type DownloadProgress } from './download-meter.js';
import { downloadFile } from './download.js';
import { FileVerifier, type FileFlaw } from './file-verifier.js';
import { hubPath, MANIFEST, type ManifestRow } from './manifest.js';
import { listModelFolders } from './model-folders.js';

/** A model whose files are all there and verified. */
export interface StoredModel {
  readonly descriptor: ModelDescriptor;
  /** The absolute path of one of the descriptor's files. */
  pathOf(file: string): string;
}

/** One model as `npm run models` shows it. */
export interface ModelStatus {
  readonly descriptor: ModelDescriptor;
  readonly bytes: number;
  /** Whether all its files are there. */
  readonly present: boolean;
  /** What keeps it from being used, file by file without full stops; empty when it is present and verified. */
  readonly flaws: readonly string[];
}

/** Where models lie and where they may come from. */
export interface ModelStoreOptions {
  /** The folder with one folder per model. */
  readonly folder: string;
  /** Where hashes already computed are remembered; null for memory only. */
  readonly cachePath: string | null;
  /** The models the hub has, or none. */
  readonly manifest: readonly ManifestRow[];
  /** The hub's address; null when nothing may be downloaded. */
  readonly hub: string | null;
  readonly answerTimeoutMs?: number;
}

type OnProgress = (progress: DownloadProgress) => void;

interface Candidate {
  readonly descriptor: ModelDescriptor;
  readonly folder: string;
  readonly row: ManifestRow | null;
}

/** Finds models, and downloads those that are missing where that is allowed. */
export class ModelStore {
  private readonly verifier: FileVerifier;

  constructor(
    private readonly options: ModelStoreOptions,
    private readonly log: Pick<Log, 'warn' | 'info'>,
  ) {
    this.verifier = new FileVerifier(options.cachePath);
  }

  /** The store the settings describe: MODELS_DIR, from which nothing is ever downloaded, or `models` in DATA_DIR. */
  static of(config: Pick<AppConfig, 'dataDir' | 'models'>, log: Pick<Log, 'warn' | 'info'>): ModelStore {
    const { dir, download, hub } = config.models;
    const own = join(config.dataDir, 'models');
    const cachePath = join(own, 'verified.json');
    return new ModelStore({ folder: dir ?? own, cachePath, manifest: dir ? [] : MANIFEST, hub: download ? hub : null }, log);
  }

  /** The model when all its files are there and verified, else null. */
  async find(id: string): Promise<StoredModel | null> {
    const candidate = await this.findCandidate(id);
    if (!candidate || (await this.flawsOf(candidate)).length > 0) return null;
    return this.stored(candidate);
  }

  /**
   * The model, downloaded first where files are missing. Throws NOT_FOUND for an unknown id, UNAVAILABLE when files are missing and may not
   * or cannot be downloaded, UNPROCESSABLE when they are not what the descriptor says.
   */
  async get(id: string, onProgress: OnProgress = () => undefined): Promise<StoredModel> {
    const candidate = await this.findCandidate(id);
    if (!candidate) throw await this.unknown(id);
    const flaws = await this.flawsOf(candidate);
    if (flaws.length > 0) await this.mend(candidate, flaws, onProgress).catch(rethrowAsAppError);
    return this.stored(candidate);
  }

  /** Every known model and what is wrong with it; `fresh` reads all files again instead of trusting size and time of change. */
  async list(fresh = false): Promise<ModelStatus[]> {
    const statuses: ModelStatus[] = [];
    for (const candidate of await this.candidates()) {
      const bytes = filesOf(candidate.descriptor).reduce((sum, file) => sum + (file.bytes ?? 0), 0);
      const flaws = await this.flawsOf(candidate, fresh);
      const present = !flaws.some((flaw) => flaw.missing);
      statuses.push({ descriptor: candidate.descriptor, bytes, present, flaws: flaws.map((flaw) => flaw.reason) });
    }
    return statuses;
  }

  private async mend(candidate: Candidate, flaws: readonly FileFlaw[], onProgress: OnProgress): Promise<void> {
    const problem = describe(candidate.descriptor, flaws);
    if (!candidate.row) throw new AppError('UNPROCESSABLE', problem);
    if (this.options.hub === null) throw new AppError('UNAVAILABLE', `${problem} Downloading is turned off.`);
    await mkdir(candidate.folder, { recursive: true });
    const download = { ...candidate, row: candidate.row, hub: this.options.hub };
    await withDownloadLock(join(candidate.folder, '.lock'), () => this.download(download, onProgress));
    this.log.info(`The model ${candidate.descriptor.id} is downloaded and verified.`);
  }

  private async download(
    { descriptor, folder, row, hub }: Candidate & { row: ManifestRow; hub: string },
    onProgress: OnProgress,
  ): Promise<void> {
    const meter = new DownloadMeter(descriptor, onProgress);
    for (const file of filesOf(descriptor)) {
      const target = pathInside(folder, file.file, folder);
      const url = `${hub.replace(/\/+$/, '')}/${hubPath(row, file.file)}`;
      // Asked again under the lock: another process may have fetched it meanwhile.
      if ((await this.verifier.findFlaw(target, file)) !== null) {
        const { answerTimeoutMs } = this.options;
        await downloadFile({ ...expected(file), url, target, answerTimeoutMs, onBytes: (done) => meter.report(file, done) });
      }
      meter.finish(file);
    }
    // With its descriptor beside it, the folder can be taken to another machine and given there as MODELS_DIR.
    await writeFile(join(folder, 'model.json'), JSON.stringify(descriptor, null, 2));
  }

  private async flawsOf({ descriptor, folder }: Candidate, fresh = false): Promise<FileFlaw[]> {
    const flaws: FileFlaw[] = [];
    for (const file of filesOf(descriptor)) {
      const flaw = await this.verifier.findFlaw(pathInside(folder, file.file, this.options.folder), file, fresh);
      if (flaw !== null) flaws.push(flaw);
    }
    return flaws;
  }

  private stored({ descriptor, folder }: Candidate): StoredModel {
    return { descriptor, pathOf: (file) => pathInside(folder, file, this.options.folder) };
  }

  private async findCandidate(id: string): Promise<Candidate | null> {
    return (await this.candidates()).find((candidate) => candidate.descriptor.id === id) ?? null;
  }

  /** The manifest's word counts for its ids: a folder with an older revision of one is fetched anew. */
  private async candidates(): Promise<Candidate[]> {
    const rows = this.options.manifest.map((row) => ({ descriptor: row.model, folder: join(this.options.folder, row.model.id), row }));
    const ids = new Set(rows.map((row) => row.descriptor.id));
    const folders = await listModelFolders(this.options.folder, this.log);
    return [...rows, ...folders.filter((found) => !ids.has(found.descriptor.id)).map((found) => ({ ...found, row: null }))];
  }

  private async unknown(id: string): Promise<AppError> {
    const ids = (await this.candidates()).map((candidate) => candidate.descriptor.id);
    return new AppError('NOT_FOUND', `There is no model "${id}". There ${ids.length > 0 ? `are: ${ids.join(', ')}` : 'is none at all'}.`);
  }
}

/** A path of a descriptor below its folder; `..` may lead to a neighbour (a shared vocabulary), never out of `boundary`. */
function pathInside(folder: string, file: string, boundary: string): string {
  const path = resolve(folder, file);
  if (path.startsWith(resolve(boundary) + sep)) return path;
  throw new AppError('UNPROCESSABLE', `Expected the files of a model inside the models folder but received "${file}".`);
}

function describe(model: ModelDescriptor, flaws: readonly FileFlaw[]): string {
  const absent = flaws.length === filesOf(model).length && flaws.every((flaw) => flaw.missing);
  if (absent) return `The model ${model.id} is not on this machine.`;
  return `The model ${model.id} is not usable: ${flaws.map((flaw) => flaw.reason).join('; ')}.`;
}

function rethrowAsAppError(error: unknown): never {
  if (error instanceof AppError) throw error;
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === 'ENOSPC' ? 'the disk is full' : `the file system answers ${code ?? 'with an unknown error'}`;
  throw new AppError('UNAVAILABLE', `A model could not be stored: ${reason}.`, undefined, { cause: error });
}

function expected({ sha256, bytes, file }: ModelFile): { sha256: string; bytes: number } {
  if (bytes === null) throw new AppError('INTERNAL', `Expected the manifest to give the size of ${file}.`);
  return { sha256, bytes };
}
