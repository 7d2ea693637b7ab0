/** What was used last, up to so many; what was not used for longest makes room. */
export class Recent<T> {
  // A Map keeps the order of insertion, so its first key is the one that was used before all others.
  private readonly entries = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(key: string): T | null {
    const value = this.entries.get(key);
    if (value === undefined) return null;
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest);
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
