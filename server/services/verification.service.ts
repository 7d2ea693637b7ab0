import { isSameValue, type Facts } from '../repositories/fact.js';
import type { SetAttributes, SetKind } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { foldDecisions, type FoldedState } from './ledger-fold.js';

/** Something that does not agree with the ledger. */
export interface Difference {
  /** `document`, `person` or `cluster`, and its id. */
  readonly subject: string;
  readonly message: string;
}

const SLICE = 500;

/** Compares what the tables hold with what the decisions lead to; changes nothing. */
export class VerificationService {
  constructor(private readonly repositories: Repositories) {}

  /** Every difference between the tables and the fold of all decisions. Documents without files here are compared too, forgotten ones not. */
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
