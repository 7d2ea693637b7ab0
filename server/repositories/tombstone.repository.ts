import type { EntityManager } from 'typeorm';
import { countChanged, queryRow } from './sql.js';

/** Bytes of forgotten pictures, which are not read in again. */
export class TombstoneRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whether a picture with so many bytes was forgotten: only then need a file of that size be hashed. */
  async hasSize(bytes: number): Promise<boolean> {
    return this.exists('SELECT EXISTS (SELECT FROM tombstones WHERE bytes = $1) AS found', bytes);
  }

  async has(contentHash: string): Promise<boolean> {
    return this.exists('SELECT EXISTS (SELECT FROM tombstones WHERE content_hash = $1) AS found', contentHash);
  }

  /** Lets a file with these bytes be read in again; false when it was never forgotten. */
  async remove(contentHash: string): Promise<boolean> {
    return (await countChanged(this.manager, 'DELETE FROM tombstones WHERE content_hash = $1', [contentHash])) > 0;
  }

  private async exists(sql: string, value: unknown): Promise<boolean> {
    return (await queryRow<{ found: boolean }>(this.manager, sql, [value])).found;
  }
}
