import type { compute as computeInChild } from '../models/computation.js';
import type { ProposalReason, ProposalTarget } from '../repositories/proposal.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { ClusterIntake } from './cluster-intake.js';
import { CLUSTERER } from './cluster-publisher.js';
import { rowsByCluster, type FoundClusters, type PersonsCluster } from './cluster-shadows.js';
import { suggestFor, type NearestPersons, type Suggestions } from './cluster-suggestions.js';
import { similaritiesTo } from './cluster-vectors.js';
import type { JobTask } from './job.service.js';

/** What proposals are made from. */
export interface ProposalBasis {
  readonly intake: ClusterIntake;
  readonly modelId: number;
  readonly found: FoundClusters;
  /** [found]: the place of the person's cluster that it would only repeat, or -1. */
  readonly shadows: Int32Array;
  readonly persons: readonly PersonsCluster[];
}

type Task = Pick<JobTask, 'progress' | 'signal'>;

/** Of each reason; more at once nobody answers, and what is answered makes room. */
const MOST_PROPOSALS = 500;

/** Proposes members for the clusters of people, and takes back what it proposed before and finds no more. */
export class ClusterProposer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compute: typeof computeInChild,
  ) {}

  /** Returns how many proposals of the job are open then; stops with the signal's reason. */
  async propose(basis: ProposalBasis, task: Task): Promise<number> {
    const { persons, modelId } = basis;
    const nearest = await this.nearestPersons(basis, task);
    task.progress.phase('Proposing pictures', persons.length);
    let open = 0;
    for (const [place, person] of persons.entries()) {
      task.signal.throwIfAborted();
      const suggestions = nearest ? await suggestionsFor(place, basis, nearest) : { grouped: new Map(), near: new Map() };
      open += await this.write(person.id, { suggestions, ids: basis.intake.documentIds, modelId });
      task.progress.step();
    }
    await this.unitOfWork(CLUSTERER, ({ proposals }) => proposals.dropForOtherClusters(persons.map(({ id }) => id)));
    return open;
  }

  private async nearestPersons({ persons, intake }: ProposalBasis, task: Task): Promise<NearestPersons | null> {
    const places = [...persons.keys()].filter((place) => persons[place]?.centroid);
    if (places.length === 0) return null;
    const centres = new Float32Array(places.length * intake.vectors.dims);
    places.forEach((place, at) => centres.set(persons[place]?.centroid ?? [], at * intake.vectors.dims));
    const nearest = await this.compute('nearest', { vectors: intake.vectors, centroids: centres }, task);
    const placesOfRows = nearest.assignments.map((at) => places[at] ?? 0);
    return { rows: rowsByCluster(placesOfRows, persons.length), similarities: nearest.similarities };
  }

  private async write(
    clusterId: string,
    { suggestions, ids, modelId }: { suggestions: Suggestions; ids: readonly string[]; modelId: number },
  ): Promise<number> {
    const target: ProposalTarget = { kind: 'cluster', field: 'clusters', element: clusterId };
    return this.unitOfWork(CLUSTERER, async ({ proposals }) => {
      const kept: string[] = [];
      // What was answered is left out there: no more need to be sent.
      const most = MOST_PROPOSALS + (await proposals.listAnswered(target)).length;
      for (const reason of ['grouped', 'near'] as const satisfies readonly ProposalReason[]) {
        const scores = new Map(bestOf(suggestions[reason], most).map(([row, score]) => [ids[row] ?? '', score]));
        const found = await proposals.propose(target, scores, { modelId, decisionId: null, limit: MOST_PROPOSALS, reason });
        kept.push(...found);
      }
      await proposals.dropOthersOfTarget(target, kept);
      return kept.length;
    });
  }
}

function bestOf(scores: ReadonlyMap<number, number>, most: number): [row: number, score: number][] {
  return [...scores].sort(([row, score], [other, least]) => least - score || row - other).slice(0, most);
}

async function suggestionsFor(place: number, basis: ProposalBasis, nearest: NearestPersons): Promise<Suggestions> {
  const { persons, found, shadows, intake } = basis;
  const person = persons[place];
  if (!person?.centroid) return { grouped: new Map(), near: new Map() };
  const own = new Set(person.rows);
  const covered = found.members.filter((_, cluster) => shadows[cluster] === place);
  const others = Int32Array.from(covered.flatMap((rows) => [...rows].filter((row) => !own.has(row))));
  const scores = await similaritiesTo(person.centroid, intake.vectors, others);
  const grouped = new Map([...others].map((row, at) => [row, scores[at] ?? 0]));
  const similarities = await similaritiesTo(person.centroid, intake.vectors, person.rows);
  return suggestFor({ ...person, similarities, grouped }, place, nearest);
}
