interface Entry<T> {
  readonly untilMs: number;
  readonly value: Promise<T>;
}

/** Remembers what a look-up answered for a short while; simultaneous questions share one look-up, failures are not remembered. */
export class ExpiringCache<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(
    private readonly lifeMs: number,
    private readonly maxEntries = 10_000,
    private readonly now: () => number = Date.now,
  ) {}

  /** The remembered answer, or that of `load`. */
  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && known.untilMs > this.now()) return known.value;
    const entry = { untilMs: this.now() + this.lifeMs, value: load() };
    this.#entries.delete(key);
    this.#makeRoom();
    this.#entries.set(key, entry);
    entry.value.catch(() => this.#entries.get(key) === entry && this.#entries.delete(key));
    return entry.value;
  }

  /** Forgets one answer, also one that is still being looked up. */
  drop(key: string): void {
    this.#entries.delete(key);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear();
  }

  // A Map keeps the order of insertion, so its first key is the oldest.
  #makeRoom(): void {
    const oldest = this.#entries.keys().next();
    if (this.#entries.size >= this.maxEntries && !oldest.done) this.#entries.delete(oldest.value);
  }
}
