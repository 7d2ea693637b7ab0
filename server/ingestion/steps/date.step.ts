import { takenFromFileName } from '../../media/metadata/taken-date.js';
import type { IngestItem, Step, Taken } from '../step.js';

/** Decides the local time taken: what the file says inside, else what its name says, else when it was last written. */
export class DateStep implements Step {
  readonly name = 'date';
  readonly version = 1;

  applies(): boolean {
    return true;
  }

  async run(item: IngestItem): Promise<void> {
    item.draft.taken = takenOf(item);
  }
}

/** The best date of a file. Wall clock `YYYY-MM-DDTHH:MM:SS.sss`; the file's own time is read in the zone of this machine. */
export function takenOf({ analysis, path, modifiedMs }: Pick<IngestItem, 'analysis' | 'path' | 'modifiedMs'>): Taken {
  const { metadata } = analysis;
  if (metadata.takenLocal && metadata.takenPrecision && metadata.takenSource) {
    return {
      takenLocal: metadata.takenLocal,
      takenOffsetMinutes: metadata.takenOffsetMinutes,
      takenPrecision: metadata.takenPrecision,
      takenSource: metadata.takenSource,
    };
  }
  return takenOfFile(path, modifiedMs);
}

/** The date a file has without looking inside. */
export function takenOfFile(path: string, modifiedMs: number): Taken {
  const named = takenFromFileName(path.slice(path.lastIndexOf('/') + 1));
  if (named) {
    return { takenLocal: named.local, takenOffsetMinutes: named.offsetMinutes, takenPrecision: named.precision, takenSource: 'file-name' };
  }
  return { ...wallClock(modifiedMs), takenPrecision: 'second', takenSource: 'file-time' };
}

function wallClock(ms: number): Pick<Taken, 'takenLocal' | 'takenOffsetMinutes'> {
  const offsetMinutes = -new Date(ms).getTimezoneOffset();
  return { takenLocal: new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 23), takenOffsetMinutes: offsetMinutes };
}
