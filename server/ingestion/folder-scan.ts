import type { Failure } from '../repositories/failure.repository.js';
import type { Source } from '../repositories/source.repository.js';
import type { FoundFile } from './sources/folder.source.js';

/** A file to be read. */
export interface PendingFile extends FoundFile {
  /** Nothing is known of this path, not even that it failed: nothing need be looked up. */
  readonly isNew: boolean;
}

/** A walk over a root held against what the archive knows of it. */
export interface FolderScan {
  /** New or changed since they were read: to be read now. */
  readonly pending: PendingFile[];
  /** Known and untouched, by size and time of change. */
  readonly unchanged: number;
  /** Untouched, but were missing at the last run. */
  readonly returned: string[];
  /** Untouched files that could not be read before, and still cannot. */
  readonly failures: Failure[];
  /** Known files that were not found. */
  readonly vanished: Source[];
  /** Files that could not be read before and were not found now. */
  readonly vanishedFailures: Failure[];
  readonly found: number;
}

/** What the archive knows of a root, by relative path. */
export interface KnownFiles {
  readonly sources: Map<string, Source>;
  readonly failures: Map<string, Failure>;
  /** True for a failure that may turn out otherwise now, although the file did not change. */
  readonly isWorthRetrying: (failure: Failure) => boolean;
}

/** Walks once over what is found. Takes every found file out of `known`: what is left in it has vanished. */
export async function scanFolder(found: AsyncIterable<FoundFile>, known: KnownFiles, signal: AbortSignal): Promise<FolderScan> {
  const scan = { pending: [] as PendingFile[], unchanged: 0, returned: [] as string[], failures: [] as Failure[], found: 0 };
  for await (const file of found) {
    signal.throwIfAborted();
    scan.found += 1;
    const source = known.sources.get(file.path);
    known.sources.delete(file.path);
    const failure = known.failures.get(file.path);
    known.failures.delete(file.path);
    if (failure && isUntouched(failure, file) && !known.isWorthRetrying(failure)) scan.failures.push(failure);
    else if (!source || !isUntouched(source, file)) scan.pending.push({ ...file, isNew: !source && !failure });
    else if (source.state === 'missing') scan.returned.push(file.path);
    else scan.unchanged += 1;
  }
  return { ...scan, vanished: [...known.sources.values()], vanishedFailures: [...known.failures.values()] };
}

/** The scan without what lies in folders that could not be read (`''` is the root): such files are neither there nor gone. */
export function withoutUnreadable(scan: FolderScan, unreadable: readonly string[]): FolderScan {
  const isLookedAt = ({ path }: { path: string }): boolean => !unreadable.some((folder) => folder === '' || path.startsWith(`${folder}/`));
  return { ...scan, vanished: scan.vanished.filter(isLookedAt), vanishedFailures: scan.vanishedFailures.filter(isLookedAt) };
}

function isUntouched(known: { readonly bytes: number; readonly modifiedMs: number }, file: FoundFile): boolean {
  return known.bytes === file.bytes && known.modifiedMs === file.modifiedMs;
}
