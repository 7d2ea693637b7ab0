import { createHash } from 'node:crypto';

const KEPT = 64;

/** The last 64 uploaded query pictures, small, in memory only: what was searched for can be shown, and nothing of it is stored. */
export class PreviewStore {
  private readonly previews = new Map<string, Uint8Array>();

  /** Keeps a JPEG and returns its name, which cannot be guessed without having the picture. */
  keep(jpeg: Uint8Array): string {
    const id = createHash('sha256').update(jpeg).digest('base64url');
    this.previews.delete(id);
    this.previews.set(id, jpeg);
    const [oldest] = this.previews.keys();
    if (this.previews.size > KEPT && oldest !== undefined) this.previews.delete(oldest);
    return id;
  }

  /** Forgets them all. */
  clear(): void {
    this.previews.clear();
  }

  find(id: string): Uint8Array | null {
    return this.previews.get(id) ?? null;
  }
}
