import { computed, shallowRef } from 'vue';

/** A picture by its place among all and its id. */
export interface Picked {
  index: number;
  id: string;
}

/** Which pictures are selected, in the order in which they were chosen; a range may reach over pictures that are not loaded. */
export class GridSelection {
  readonly ids = shallowRef<ReadonlySet<string>>(new Set());
  readonly count = computed(() => this.ids.value.size);
  /** The picture that was selected first, null where nothing is. */
  readonly first = computed(() => this.ids.value.values().next().value ?? null);
  private pivot: Picked | null = null;

  /** `listBetween` gives the ids from one picture to another, both included; the first stands nearer to the start. */
  constructor(private readonly listBetween: (first: Picked, last: Picked) => Promise<readonly string[]>) {}

  /** Selects a picture or takes it out; the next range begins here. */
  toggle(picture: Picked): void {
    const ids = new Set(this.ids.value);
    if (!ids.delete(picture.id)) ids.add(picture.id);
    this.ids.value = ids;
    this.pivot = picture;
  }

  /** Selects everything from the last touched picture to this one. */
  async extendTo(picture: Picked): Promise<void> {
    const pivot = this.pivot;
    if (!pivot || this.ids.value.size === 0) {
      this.toggle(picture);
      return;
    }
    const [first, last] = pivot.index <= picture.index ? [pivot, picture] : [picture, pivot];
    this.add(await this.listBetween(first, last));
  }

  /** Selects many at once. */
  add(ids: Iterable<string>): void {
    this.ids.value = new Set([...this.ids.value, ...ids]);
  }

  /** Selects just these. */
  replace(ids: Iterable<string>): void {
    this.ids.value = new Set(ids);
  }

  clear(): void {
    this.ids.value = new Set();
    this.pivot = null;
  }
}
