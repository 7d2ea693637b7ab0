import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runJob, sayEverything, snapshotOf, untilWritten } from '../support/archive-snapshot.js';
import { SmallArchive } from '../support/small-archive.js';

const PICTURES = 8;

/** Removes the sidecars beside the pictures, as someone may who tidies up. */
function removeSidecars(root: string): void {
  for (const name of readdirSync(root)) if (name.endsWith('.annotation.json')) rmSync(join(root, name));
}

describe('an empty database', () => {
  let small: SmallArchive;
  let before: Record<string, string>;
  let frozen: Awaited<ReturnType<SmallArchive['freeze']>>;

  beforeAll(async () => {
    small = await SmallArchive.open(PICTURES);
    await sayEverything(small);
    await untilWritten(small);
    expect(await runJob(small, 'verify-archive')).toEqual({ ledger: 0, sidecars: 0 });
    before = await snapshotOf(small, { withDocuments: true });
    for (const said of ['Burano', 'spare', 'notDuplicates']) expect(before.annotations).toContain(said);
    frozen = await small.freeze();
  }, 120_000);
  beforeEach(() => frozen.thaw(), 60_000);
  afterAll(async () => {
    await small.close();
    frozen.remove();
  });

  test('and the originals with their sidecars give back every annotation, tag, person and named cluster, ids included', async () => {
    await small.restart({ keep: [] });
    await small.archive.ingest([small.root]);
    expect(await snapshotOf(small, { withDocuments: true })).toEqual(before);
    await untilWritten(small);
    expect(await runJob(small, 'verify-archive')).toEqual({ ledger: 0, sidecars: 0 });
    await small.archive.ingest([]);
    expect(await snapshotOf(small, { withDocuments: true })).toEqual(before);
  }, 240_000);

  test('and the ledger beside it give back the same without a single sidecar', async () => {
    removeSidecars(small.root);
    await small.restart({ keep: ['decisions.jsonl'] });
    await small.archive.ingest([small.root]);
    expect(await snapshotOf(small, { withDocuments: true })).toEqual(before);
    await untilWritten(small);
    expect(readdirSync(small.root).filter((name) => name.endsWith('.annotation.json')).length).toBeGreaterThan(0);
    expect(await runJob(small, 'verify-archive')).toEqual({ ledger: 0, sidecars: 0 });
  }, 240_000);

  test('and the sidecars of the data folder give back what is said of pictures in a folder that is not written to', async () => {
    const { archive } = await small.archive.ask<{ archive: { roots: { id: string }[] } }>('{ archive { roots { id } } }');
    await small.archive.ask('mutation ($id: ID!) { setRootSidecars(rootId: $id, place: APART) { id } }', { id: archive.roots[0]?.id });
    await untilWritten(small);
    expect(readdirSync(small.root).filter((name) => name.endsWith('.annotation.json'))).toEqual([]);
    await small.restart({ keep: ['sidecars'] });
    await small.archive.ingest([small.root]);
    expect(await snapshotOf(small, { withDocuments: true })).toEqual(before);
  }, 240_000);
});
