import { SIDECAR_SUFFIX } from '../media/sidecar-format.js';
import type { CheckedSidecar } from '../repositories/sidecar.repository.js';
import type { FoundFile } from './sources/folder.source.js';

// The clock of a file system ticks in steps of up to two seconds (FAT): a file read within such a step may change again and keep its time.
const CLOCK_STEP_MS = 2_000;

/** The sidecars of a root held against what the archive knows of them. */
export class SidecarScan {
  /** Paths of pictures whose sidecar is new, or may have been changed since it was read. */
  readonly changed = new Set<string>();

  /** `known`: by path; what is found is taken out of it. */
  constructor(private readonly known: Map<string, CheckedSidecar>) {}

  /** Called for each sidecar that is found. */
  see(file: FoundFile): void {
    const row = this.known.get(file.path);
    this.known.delete(file.path);
    if (!row || !isUntouched(row, file)) this.changed.add(file.path.slice(0, -SIDECAR_SUFFIX.length));
  }

  /** Known sidecars that were not found; those in folders that could not be read (`''` is the root) are neither there nor gone. */
  listVanished(unreadable: readonly string[]): CheckedSidecar[] {
    return [...this.known.values()].filter(({ path }) => !unreadable.some((folder) => folder === '' || path.startsWith(`${folder}/`)));
  }
}

function isUntouched(row: CheckedSidecar, file: FoundFile): boolean {
  return row.bytes === file.bytes && row.modifiedMs === file.modifiedMs && row.checkedAt.getTime() - row.modifiedMs > CLOCK_STEP_MS;
}
