import type { ComputedRef } from 'vue';
import { computed, ref, shallowRef } from 'vue';

/** Which proposals are looked at, selected, and already decided; the list itself comes from outside, best first. */
export class ProposalChoice<T extends { readonly id: string }> {
  /** What still waits for an answer. */
  readonly open: ComputedRef<readonly T[]>;
  readonly selected = shallowRef<ReadonlySet<string>>(new Set());
  readonly focused = ref(0);
  private readonly decided = shallowRef<ReadonlySet<string>>(new Set());

  constructor(list: () => readonly T[]) {
    this.open = computed(() => list().filter(({ id }) => !this.decided.value.has(id)));
  }

  /** What an answer is for: what is selected, else the one that has the focus. */
  get chosen(): string[] {
    const selected = this.open.value.filter(({ id }) => this.selected.value.has(id)).map(({ id }) => id);
    const focused = this.open.value[this.focused.value];
    return selected.length > 0 || !focused ? selected : [focused.id];
  }

  /** Looks at the one at this place. */
  look(index: number): void {
    this.focused.value = index;
  }

  toggle(id: string): void {
    const ids = new Set(this.selected.value);
    if (!ids.delete(id)) ids.add(id);
    this.selected.value = ids;
  }

  /** Takes some away at once; the focus stays on the first that is left at or after it. */
  take(ids: readonly string[]): void {
    const gone = new Set(ids);
    const before = this.open.value;
    const kept = before.slice(0, this.focused.value).filter(({ id }) => !gone.has(id)).length;
    this.decided.value = new Set([...this.decided.value, ...ids]);
    this.selected.value = new Set([...this.selected.value].filter((id) => !gone.has(id)));
    this.focused.value = Math.max(0, Math.min(kept, this.open.value.length - 1));
  }

  /** Puts them back: the answer failed or was undone. */
  putBack(ids: readonly string[]): void {
    const back = new Set(ids);
    this.decided.value = new Set([...this.decided.value].filter((id) => !back.has(id)));
  }

  /** Begins anew with another list; what was decided stays decided. */
  startOver(): void {
    this.selected.value = new Set();
    this.focused.value = 0;
  }
}
