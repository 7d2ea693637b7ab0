import type { DecisionRow } from '../repositories/decision.repository.js';
import { splitKey } from '../repositories/fact.js';
import type { ProposalTarget } from '../repositories/proposal.repository.js';

const KINDS: Readonly<Record<string, ProposalTarget['kind']>> = { tags: 'tag', people: 'person', clusters: 'cluster' };

/** Something a decision said of documents that can be proposed for others. */
export interface Addition {
  readonly target: ProposalTarget;
  readonly documentIds: string[];
}

/** The tags, people and clusters that a decision gave to documents, with the documents, in the order of their ids. */
export function additionsOf({ subjects }: Pick<DecisionRow, 'subjects'>): Addition[] {
  const additions = new Map<string, Addition>();
  const documents = subjects.filter(({ kind }) => kind === 'document').sort((a, b) => (a.id < b.id ? -1 : 1));
  const said = documents.flatMap(({ id, change }) => Object.entries(change).map(([key, { to }]) => ({ id, key, value: to?.value })));
  for (const { id, key } of said.filter(({ value }) => value === true)) {
    const { field, element } = splitKey(key);
    const kind = KINDS[field];
    if (!kind || element === '') continue;
    const addition = additions.get(key) ?? { target: { kind, field, element }, documentIds: [] };
    addition.documentIds.push(id);
    additions.set(key, addition);
  }
  return [...additions.values()];
}

/** At most so many of a list, from its whole length: ids rise with time, so pictures of one minute do not stand for all. */
export function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]).filter((each) => each !== undefined);
}
