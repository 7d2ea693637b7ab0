import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { ExtendLedger1795305600009 } from '../../../migrations/1795305600009-extend-ledger.js';
import { openEmbedded, type EmbeddedDatabase } from '../../../server/database/embedded.js';
import { MIGRATIONS } from '../../../server/database/migrate.js';
import { clientConfig } from '../../../server/database/postgres.js';

const DOCUMENT = '01890000-0000-7000-8000-00000000000d';
const DECISION = '01890000-0000-7000-8000-00000000000e';

/** Rows as the schema before the ledger held changes had them: tags as one list, without the keyword that a person took off. */
const EARLIER = `
  INSERT INTO documents (id, kind, content_hash, mime, format, bytes, width, height, taken_local, taken_precision, taken_source, thumbhash, keywords)
    VALUES ('${DOCUMENT}', 'photo', repeat('a', 64), 'image/jpeg', 'jpeg', 1, 1, 1, '2020-01-01', 'day', 'exif', 'AAAA', '{sea,boat}');
  BEGIN;
  SELECT set_config('image_explorer.actor', 'person:ada', true);
  INSERT INTO decisions (id, at, actor, kind, payload) VALUES ('${DECISION}', '2026-01-02T03:04:05.678Z', 'person:ada', 'annotate', '{"title": "Said"}');
  INSERT INTO decision_subjects (decision_id, kind, subject_id) VALUES ('${DECISION}', 'document', '${DOCUMENT}');
  INSERT INTO annotations (document_id, field, provenance, value) VALUES ('${DOCUMENT}', 'title', 'person', '"Said"'),
    ('${DOCUMENT}', 'favourite', 'person', 'true'), ('${DOCUMENT}', 'tags', 'person', '["sea", "mine"]');
  COMMIT;`;

describe('T45: an archive of the first schema', () => {
  let folder: string;
  let embedded: EmbeddedDatabase;
  let client: pg.Client;
  const runner = { query: (sql: string) => client.query(sql) } as unknown as QueryRunner;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'image-explorer-'));
    embedded = await openEmbedded(folder);
    client = new pg.Client(clientConfig(null, embedded));
    await client.connect();
    const earlier = MIGRATIONS.slice(
      0,
      MIGRATIONS.findIndex((migration) => migration === ExtendLedger1795305600009),
    );
    for (const migration of earlier) await new migration().up(runner);
    await client.query(EARLIER);
    await client.query('BEGIN');
    await new ExtendLedger1795305600009().up(runner);
    await client.query('COMMIT');
  });
  afterAll(async () => {
    await client.end();
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps every word with who said it and when, each tag for itself', async () => {
    const { rows } = await client.query<{ key: string; value: unknown; said_by: string; said_at: Date }>(
      `SELECT field || '/' || element AS key, value, said_by, said_at FROM annotations ORDER BY 1`,
    );
    expect(rows.map(({ key, value }) => [key, value])).toEqual([
      ['favourite/', true],
      ['tags/boat', false],
      ['tags/mine', true],
      ['tags/sea', true],
      ['title/', 'Said'],
    ]);
    expect(new Set(rows.map(({ said_by: by, said_at: at }) => `${by} ${at.toISOString()}`))).toEqual(
      new Set(['person:ada 2026-01-02T03:04:05.678Z']),
    );
  });

  test('has a decision that tells all of it, so that folding gives the state from then on', async () => {
    const { rows } = await client.query<{ change: Record<string, object> }>(
      `SELECT s.change FROM decision_subjects s JOIN decisions d ON d.id = s.decision_id WHERE d.kind = 'baseline'`,
    );
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]?.change ?? {}).sort()).toEqual(['favourite', 'tags/boat', 'tags/mine', 'tags/sea', 'title']);
    expect(rows[0]?.change.title).toEqual({ to: { value: 'Said', by: 'person:ada', at: '2026-01-02T03:04:05.678Z' } });
  });
});
