import DataLoader from 'dataloader';
import type { Actor, Person } from '../context.js';
import type { ClusterRow } from '../repositories/cluster.repository.js';
import type { Annotation } from '../repositories/annotation.repository.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { KeptFrame } from '../repositories/embedding.repository.js';
import type { PictureLabel } from '../repositories/label.repository.js';
import type { CountedSet } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { SourceListing } from '../repositories/source.repository.js';
import type { ClusterService } from '../services/cluster.service.js';
import type { ShownSidecar, SidecarService } from '../services/sidecar.service.js';
import type { Sight } from '../services/visible-documents.js';

/** Look-ups of one request, each asked once for all rows that need it. */
export interface Loaders {
  readonly sources: DataLoader<string, SourceListing[]>;
  readonly stacks: DataLoader<string, DocumentRow[]>;
  readonly images: DataLoader<string, DocumentRow | null>;
  readonly frames: DataLoader<string, KeptFrame[]>;
  readonly annotations: DataLoader<string, Annotation[]>;
  readonly labels: DataLoader<string, PictureLabel[]>;
  readonly sidecars: DataLoader<string, ShownSidecar>;
  readonly people: DataLoader<string, CountedSet[]>;
  /** User clusters by document, and the automatic one. */
  readonly clusters: DataLoader<string, ClusterRow[]>;
  readonly automaticClusters: DataLoader<string, ClusterRow | null>;
  /** Pictures that stand for a cluster. */
  readonly samples: DataLoader<SampleKey, DocumentRow[], string>;
  /** By cluster, how many are open. */
  readonly clusterProposals: DataLoader<string, number>;
  /** By `person:<id>` or `import:<name>`. */
  readonly actorNames: DataLoader<string, string>;
  /** By decision, the one that took it back. */
  readonly undoers: DataLoader<string, string | null>;
}

/** How many samples of which cluster. */
interface SampleKey {
  readonly id: string;
  readonly first: number;
}

/** What loaders ask. */
export interface LoaderSources {
  readonly repositories: Repositories;
  readonly sight: Sight;
  readonly sidecars: SidecarService;
  readonly clusters: ClusterService;
}

/** New loaders for one request, which find what its actor may see. */
export function createLoaders({ repositories, sight, sidecars, clusters }: LoaderSources, actor: Actor): Loaders {
  const { sources, stacks, annotations, users, decisions } = repositories;
  return {
    images: new DataLoader((ids) => single(ids, sight(actor).listByIds(ids), ({ id }) => id)),
    frames: new DataLoader((ids) => grouped(ids, repositories.embeddings.framesOf(ids), ({ documentId }) => documentId)),
    annotations: new DataLoader((ids) => grouped(ids, annotations.listOfDocuments(ids), ({ documentId }) => documentId)),
    labels: new DataLoader((ids) => grouped(ids, repositories.labels.listOfDocuments(ids), ({ documentId }) => documentId)),
    sidecars: new DataLoader((ids) => sidecars.describe(ids)),
    people: new DataLoader((ids) => peopleOf(repositories, ids)),
    clusters: new DataLoader((ids) => valuesOf(ids, clusters.namedOf(ids, actor), [])),
    automaticClusters: new DataLoader((ids) => valuesOf(ids, clusters.automaticOf(ids, actor), null)),
    clusterProposals: new DataLoader((ids) => valuesOf(ids, clusters.countProposals(ids, actor), 0)),
    samples: new DataLoader((keys) => samplesOf(keys, clusters, actor), { cacheKeyFn: ({ id, first }) => `${id} ${first}` }),
    actorNames: new DataLoader(async (keys) => namesOf(keys, await users.list())),
    undoers: new DataLoader((ids) => valuesOf(ids, decisions.undoersOf(ids), null)),
    sources: new DataLoader((ids) => grouped(ids, sources.listNamed([...ids]), ({ documentId }) => documentId)),
    stacks: new DataLoader((ids) =>
      grouped(
        ids,
        stacks.listMembers([...ids]).then((rows) => sight(actor).see(rows)),
        ({ stackId }) => stackId,
      ),
    ),
  };
}

async function peopleOf({ namedSets }: Repositories, documentIds: readonly string[]): Promise<CountedSet[][]> {
  const rows = await namedSets.listOfDocuments('person', documentIds);
  const counted = new Map((await namedSets.listCounted('person', [...new Set(rows.map(({ id }) => id))])).map((set) => [set.id, set]));
  const known = rows.flatMap(({ documentId, id }) => {
    const set = counted.get(id);
    return set ? [{ documentId, set }] : [];
  });
  const groups = await grouped(documentIds, Promise.resolve(known), ({ documentId }) => documentId);
  return groups.map((group) => group.map(({ set }) => set));
}

// Who speaks without being a user: the token of the settings, a sidecar that does not tell who changed it, the ledger that gives words back.
const SPEAKERS = [
  ['person:00000000-0000-0000-0000-000000000000', "the owner's token"],
  ['person:sidecar', 'sidecar'],
  ['person:ledger', 'ledger'],
] as const;

// Whoever is no user of ours, a host's or one that was removed, is called by their id.
function namesOf(keys: readonly string[], users: readonly Person[]): string[] {
  const names = new Map<string, string>([...SPEAKERS, ...users.map(({ id, name }) => [`person:${id}`, name] as const)]);
  return keys.map((key) => names.get(key) ?? key.slice(key.indexOf(':') + 1));
}

async function samplesOf(keys: readonly SampleKey[], clusters: ClusterService, actor: Actor): Promise<DocumentRow[][]> {
  const counts = keys.map(({ first }) => first);
  const most = Math.min(...counts) < 0 ? -1 : Math.max(...counts);
  const samples = await clusters.samplesOf([...new Set(keys.map(({ id }) => id))], most, actor);
  return keys.map(({ id, first }) => (samples.get(id) ?? []).slice(0, first));
}

async function valuesOf<Value, None>(
  keys: readonly string[],
  values: Promise<ReadonlyMap<string, Value>>,
  none: None,
): Promise<(Value | None)[]> {
  const found = await values;
  return keys.map((key) => found.get(key) ?? none);
}

async function single<T>(keys: readonly string[], rows: Promise<T[]>, keyOf: (row: T) => string): Promise<(T | null)[]> {
  const found = new Map((await rows).map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

async function grouped<T>(keys: readonly string[], rows: Promise<T[]>, keyOf: (row: T) => string | null): Promise<T[][]> {
  const groups = new Map<string, T[]>(keys.map((key) => [key, []]));
  for (const row of await rows) groups.get(keyOf(row) ?? '')?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
