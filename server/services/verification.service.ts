import { toAppError } from '../errors.js';
import { readSidecar } from '../media/sidecar.js';
import { parseSidecar } from '../media/sidecar-format.js';
import type { WorkReport } from '../progress.js';
import { isSameValue, type Facts } from '../repositories/fact.js';
import type { SetAttributes, SetKind } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { JobTask } from './job.service.js';
import { foldDecisions, type FoldedState } from './ledger-fold.js';
import type { SidecarPlace, SidecarPlaces } from './sidecar-places.js';

/** Something that does not agree with the ledger. */
export interface Difference {
  /** `document`, `person` or `cluster`, and its id. */
  readonly subject: string;
  readonly message: string;
}

const SLICE = 500;
const MOST_LISTED = 1000;

/** Compares what the tables hold with what the decisions lead to, and sidecars with both; changes nothing. */
export class VerificationService {
  constructor(
    private readonly repositories: Repositories,
    private readonly places: SidecarPlaces,
  ) {}

  /** Everything that does not agree, as a report. */
  async verify(task: JobTask): Promise<WorkReport> {
    const failures: WorkReport['failures'][number][] = [];
    const counts = { ledger: 0, sidecars: 0 };
    for await (const { part, subject, message } of this.compareAll(task)) {
      counts[part] += 1;
      task.progress.step('failed');
      if (failures.length < MOST_LISTED) failures.push({ path: subject, code: part, message });
    }
    const total = counts.ledger + counts.sidecars;
    const summary =
      total === 0 ? 'The database, the decisions and the sidecars agree.' : `${total} differences were found. Nothing was changed.`;
    return { counts, failures, summary };
  }

  private async *compareAll({ progress, signal }: JobTask): AsyncGenerator<Difference & { readonly part: 'ledger' | 'sidecars' }> {
    progress.phase('Comparing with the decisions', null);
    for await (const difference of this.compareLedger()) yield { ...difference, part: 'ledger' };
    if (signal.aborted) return;
    progress.phase('Comparing with the sidecars', null);
    for await (const difference of this.compareSidecars()) yield { ...difference, part: 'sidecars' };
  }

  /** Every difference between the facts of pictures and their sidecars; those that wait to be written or are away are passed over. */
  async *compareSidecars(): AsyncGenerator<Difference> {
    for await (const ids of this.repositories.documents.readIds(SLICE)) {
      const facts = await this.repositories.annotations.factsOf(ids);
      const standings = await this.repositories.sidecarQueue.standingOf([...facts.keys()]);
      const written = standings.filter(({ isPending }) => !isPending).map(({ documentId }) => documentId);
      yield* compareSidecars(await this.places.listOf(written), facts);
    }
  }

  /** Every difference between the tables and the fold of all decisions. Decisions about documents that are not there are passed over. */
  async *compareLedger(): AsyncGenerator<Difference> {
    const folded = await foldDecisions(this.repositories.decisions.readAll());
    for (const kind of ['person', 'cluster'] as const) yield* this.compareSets(kind, folded.sets[kind]);
    for await (const ids of this.repositories.documents.readIds(SLICE)) yield* this.compareDocuments(ids, folded);
  }

  private async *compareSets(kind: SetKind, folded: ReadonlyMap<string, SetAttributes>): AsyncGenerator<Difference> {
    const stored = new Map((await this.repositories.namedSets.listAll(kind)).map((set) => [set.id, set]));
    for (const id of new Set([...folded.keys(), ...stored.keys()])) {
      const [said, there] = [folded.get(id), stored.get(id)];
      const isSame = said && there && (['name', 'description', 'mergedInto'] as const).every((key) => (said[key] ?? null) === there[key]);
      if (!isSame) yield { subject: `${kind} ${id}`, message: 'Its name or description is not what was decided.' };
    }
  }

  private async *compareDocuments(ids: readonly string[], { documents }: FoldedState): AsyncGenerator<Difference> {
    const { annotations, documents: rows, namedSets } = this.repositories;
    const stored = await annotations.factsOf(ids);
    const derived = {
      people: groupOf(await namedSets.listOfDocuments('person', ids)),
      clusters: groupOf(await namedSets.listOfDocuments('cluster', ids)),
    };
    for (const { id, hidden, takenSource } of await rows.listByIds(ids)) {
      const facts = documents.get(id) ?? new Map();
      const messages = [
        ...differingKeys(facts, stored.get(id) ?? new Map()).map((key) => `What is said of its ${key} is not what was decided.`),
        ...(hidden === (facts.get('hidden')?.value === true) ? [] : ['Its visibility is not what was said.']),
        ...((takenSource === 'person') === facts.has('taken') ? [] : ['Its date is not what was said.']),
        ...(['people', 'clusters'] as const).flatMap((field) =>
          isSameValue(saidElements(facts, field), [...(derived[field].get(id) ?? [])].sort())
            ? []
            : [`Its ${field} are not those that were said.`],
        ),
      ];
      for (const message of messages) yield { subject: `document ${id}`, message };
    }
  }
}

// One after the other: hundreds of open files would gain nothing.
async function* compareSidecars(places: ReadonlyMap<string, SidecarPlace>, facts: ReadonlyMap<string, Facts>): AsyncGenerator<Difference> {
  for (const [id, place] of places) {
    const message = await compareSidecar(place, facts.get(id) ?? new Map());
    if (message !== null) yield { subject: `document ${id}`, message };
  }
}

async function compareSidecar(place: SidecarPlace, facts: Facts): Promise<string | null> {
  try {
    const file = await readSidecar(place);
    if (!file) return 'Its sidecar is not there.';
    const told = parseSidecar(file.content).facts;
    const keys = [...new Set([...facts.keys(), ...told.keys()])].filter((key) => !isSameValue(facts.get(key), told.get(key)));
    return keys.length === 0 ? null : `Its sidecar says something else of its ${keys.slice(0, 5).join(', ')}.`;
  } catch (error) {
    return toAppError(error).message;
  }
}

function differingKeys(left: Facts, right: Facts): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => !isSameValue(left.get(key), right.get(key)));
}

function saidElements(facts: Facts, field: 'people' | 'clusters'): string[] {
  const said = [...facts].filter(([key, { value }]) => key.startsWith(`${field}/`) && value === true);
  return said.map(([key]) => key.slice(field.length + 1)).sort();
}

function groupOf(rows: readonly { readonly documentId: string; readonly id: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { documentId, id } of rows) groups.set(documentId, [...(groups.get(documentId) ?? []), id]);
  return groups;
}
