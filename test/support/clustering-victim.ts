/**
 * A process that dies while it clusters: opens the database of DATA_DIR, prints the clustering that stands, runs what
 * the job cluster-images runs, prints each phase, and kills
 * itself at the fail point of its first argument; without one it goes on until it is killed or done. Neither a whole server nor, where the
 * moment is given, a process for each computation: both take seconds to start.
 */
import { join } from 'node:path';
import { loadConfig } from '../../server/config.js';
import type { Actor } from '../../server/context.js';
import { openDatabase } from '../../server/database/data-source.js';
import { armFailPoints } from '../../server/fail-point.js';
import { createLog } from '../../server/logging.js';
import { compute } from '../../server/models/computation.js';
import { computationTasks } from '../../server/models/computation-tasks.js';
import { createModelOpener } from '../../server/models/model-opener.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { createUnitOfWork } from '../../server/repositories/unit-of-work.js';
import { createClustering } from '../../server/services/clustering.js';
import { createClusters } from '../../server/services/clusters.js';
import { Ledger } from '../../server/services/ledger.js';
import { MapService } from '../../server/services/map.service.js';
import { ModelRegistry } from '../../server/services/model-registry.js';
import { VisibleDocuments } from '../../server/services/visible-documents.js';

const config = loadConfig();
const { dataDir } = config;
const log = createLog('silent');
const database = await openDatabase({ url: null, poolSize: 1, dataDir, log });
const repositories = createRepositories(database.dataSource.manager);
const unitOfWork = createUnitOfWork(database, null);
const models = new ModelRegistry(createModelOpener(config, log), repositories.models, unitOfWork, log);
const sight = (actor: Actor) => new VisibleDocuments(repositories.documents, actor);
const clusters = createClusters(repositories, { models, sight, ledger: new Ledger(unitOfWork), unitOfWork, log, compute, dataDir });
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = { phase: (name: string) => print(name), step: () => undefined };
const here = ((task: keyof typeof computationTasks, request: never) =>
  computationTasks[task](request, progress)) as unknown as typeof compute;
const engine = process.argv[2] === undefined ? compute : here;
const maps = new MapService(repositories, engine, join(dataDir, 'map.checkpoint'));
const clustering = createClustering(repositories, { unitOfWork, models, maps, compute: engine, dataDir, ...clusters });

const stands = `
  SELECT c.name, array_agg(m.document_id ORDER BY m.document_id) AS ids FROM kmeans_members k JOIN cluster_members m USING (document_id, cluster_id)
  LEFT JOIN image_clusters c ON c.id = m.cluster_id
  WHERE k.generation = (SELECT (value #>> '{}')::integer FROM settings WHERE key = 'clusters.generation') GROUP BY c.name`;
const seen = (await database.dataSource.query(stands)) as { name: string; ids: string[] }[];
print(`seen ${JSON.stringify(Object.fromEntries(seen.map(({ name, ids }) => [name, ids])))}`);
armFailPoints((point) => void (point === process.argv[2] && process.kill(process.pid, 'SIGKILL')));
const { summary } = await clustering.run(
  { seed: Date.now() % 1000 },
  {
    ...{ actor: { kind: 'job', name: 'test' }, options: {}, progress, signal: new AbortController().signal, dryRun: false, log },
  },
);
print(summary);
await database.close();
process.exit(0);
