import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AppError } from '../errors.js';
import { walkFolder } from '../ingestion/sources/folder.source.js';
import { MediaError, type MediaEngine } from '../media/analysis.js';
import type { WorkReport } from '../progress.js';
import type { Repositories } from '../repositories/repositories.js';
import type { JobTask } from './job.service.js';

/** Lets forgotten pictures come back, by the files of a folder. */
export class ReadmissionService {
  constructor(
    private readonly repositories: Pick<Repositories, 'roots' | 'tombstones'>,
    private readonly media: Pick<MediaEngine, 'identify'>,
  ) {}

  /** Removes the tombstones of all files in a folder of the archive; the next run reads them in. Throws BAD_REQUEST for another folder. */
  async readmit(folder: string, { progress, signal, dryRun }: JobTask): Promise<WorkReport> {
    const path = await this.insideRoots(folder);
    const { tombstones } = this.repositories;
    let readmitted = 0;
    progress.phase('Looking for forgotten files', null);
    for await (const file of walkFolder(path, () => undefined)) {
      if (signal.aborted) break;
      const hash = (await tombstones.hasSize(file.bytes)) ? await this.hashOf(join(path, file.path)) : null;
      if (hash !== null && (await (dryRun ? tombstones.has(hash) : tombstones.remove(hash)))) readmitted += 1;
    }
    return { counts: { readmitted }, failures: [], summary: `${readmitted} forgotten pictures may come back with the next ingestion.` };
  }

  private async insideRoots(folder: string): Promise<string> {
    const path = await realpath(folder).catch(() => null);
    const roots = await this.repositories.roots.list();
    if (path !== null && roots.some((root) => path === root.path || path.startsWith(root.path + sep))) return path;
    throw new AppError('BAD_REQUEST', 'Expected a folder that the archive reads, or one inside it.');
  }

  private async hashOf(path: string): Promise<string | null> {
    try {
      return (await this.media.identify(path)).contentHash;
    } catch (error) {
      // A file that cannot be read was not forgotten either.
      if (error instanceof MediaError) return null;
      throw error;
    }
  }
}
