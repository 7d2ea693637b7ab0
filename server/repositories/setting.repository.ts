import type { EntityManager } from 'typeorm';
import { SettingEntity } from '../database/entities/setting.entity.js';

/** Small facts about the archive itself, as JSON under a key. */
export class SettingRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The value as it was put; null when there is none. Its reader checks its shape. */
  async get(key: string): Promise<unknown> {
    const row = await this.manager.findOneBy(SettingEntity, { key });
    return row?.value ?? null;
  }

  async put(key: string, value: unknown): Promise<void> {
    const sql = 'INSERT INTO settings (key, value) VALUES ($1, $2::jsonb) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value';
    await this.manager.query(sql, [key, JSON.stringify(value)]);
  }
}
