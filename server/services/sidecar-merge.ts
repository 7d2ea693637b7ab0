import { isSameValue, type Fact } from '../repositories/fact.js';
import type { ToldFact } from '../media/sidecar-format.js';

/** What one side says, by key. */
export type Saying<Said = Pick<Fact, 'value'>> = ReadonlyMap<string, Said>;

/** What a merge comes to: keys of ours to change (undefined: to take back), and keys on which both sides differ from what they began with. */
export interface Merge {
  readonly say: ReadonlyMap<string, ToldFact | undefined>;
  readonly conflicts: ReadonlyMap<string, ToldFact | null>;
}

/** The three sides of a merge: what both began with, what the archive says now, what the file says now. */
export interface Sides {
  readonly base: Saying;
  readonly ours: Saying;
  readonly theirs: Saying<ToldFact>;
}

/** Merges key by key, compared by value: who did not change a key follows the other; where both did, ours stands and theirs is a conflict. */
export function mergeFacts({ base, ours, theirs }: Sides): Merge {
  const say = new Map<string, ToldFact | undefined>();
  const conflicts = new Map<string, ToldFact | null>();
  for (const key of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const [began, mine, other] = [base.get(key), ours.get(key), theirs.get(key)];
    if (isSame(other, began) || isSame(mine, other)) continue;
    if (isSame(mine, began)) say.set(key, other);
    else conflicts.set(key, other ?? null);
  }
  return { say, conflicts };
}

/** Whether two sides say the same of a key, or both nothing. */
export function isSame(left: Pick<Fact, 'value'> | undefined, right: Pick<Fact, 'value'> | undefined): boolean {
  return left === undefined || right === undefined ? left === right : isSameValue(left.value, right.value);
}
