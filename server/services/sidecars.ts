import type { Log } from '../logging.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Ledger } from './ledger.js';
import { SidecarIntake } from './sidecar-intake.js';
import { SidecarMerger } from './sidecar-merger.js';
import { SidecarPlaces } from './sidecar-places.js';
import { SidecarPump } from './sidecar-pump.js';
import { SidecarWriter } from './sidecar-writer.js';
import { SidecarService } from './sidecar.service.js';

/** What reads and writes sidecars, over one queue. */
export interface Sidecars {
  readonly intake: SidecarIntake;
  readonly pump: SidecarPump;
  readonly service: SidecarService;
}

/** Builds them for the data folder. */
export function createSidecars(repositories: Repositories, ledger: Ledger, { dataDir, log }: { dataDir: string; log: Log }): Sidecars {
  const places = new SidecarPlaces(repositories, dataDir);
  const merger = new SidecarMerger(ledger, repositories.sidecars);
  const pump = new SidecarPump(repositories.sidecarQueue, new SidecarWriter(repositories, places, merger), log);
  return { pump, intake: new SidecarIntake(repositories, places, merger), service: new SidecarService(repositories, places, ledger, pump) };
}
