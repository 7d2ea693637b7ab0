import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createJobs } from '../../jobs/index.js';
import { loadConfig } from '../../server/config.js';
import { BUILT_IN, STAND_IN } from '../support/archive.js';
import { runJob, sayEverything, snapshotOf, untilWritten } from '../support/archive-snapshot.js';
import { describeWith } from '../support/requirements.js';
import { SmallArchive } from '../support/small-archive.js';

const PICTURES = 12;
// Fifty runs of jobs.
const RUNS = 5;
const STEPS = 10;
// Takes words away because a person says so: not one that runs by itself.
const BY_HAND = new Set(['forget', 'export-xmp']);
const JOBS = createJobs({} as never, loadConfig({}).jobs)
  .map(({ name }) => name)
  .filter((name) => !BY_HAND.has(name));

describeWith(['shared'], 'every job, in every order, over an annotated archive', () => {
  let small: SmallArchive;
  beforeAll(async () => {
    small = await SmallArchive.open(PICTURES);
    await sayEverything(small);
    await nameCluster();
    await untilWritten(small);
  }, 240_000);
  afterAll(() => small.close());

  /** An automatic cluster becomes a person's. */
  async function nameCluster(): Promise<void> {
    await runJob(small, 'cluster-images', { clusters: 4 });
    const { clusters } = await small.archive.ask<{ clusters: { id: string }[] }>('{ clusters(kind: KMEANS) { id } }');
    const name = 'mutation ($id: ID!) { changeCluster(id: $id, name: "Harbours") { decisionId } }';
    await small.archive.ask(name, { id: clusters[0]?.id });
  }

  test('changes not one byte that a person owns, whatever model is in use', async () => {
    const said = await snapshotOf(small);
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...JOBS) },
      { weight: 1, arbitrary: fc.constantFrom('built-in model' as const, 'stand-in model' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
        for (const [at, name] of steps.entries()) {
          if (name === 'built-in model') await small.reopen(BUILT_IN);
          else if (name === 'stand-in model') await small.reopen(STAND_IN);
          // From another beginning each time, or it would find that nothing changed.
          else await runJob(small, name, name === 'cluster-images' ? { seed: at, clusters: 3 + (at % 4) } : {});
        }
        expect(await snapshotOf(small)).toEqual(said);
      }),
      { numRuns: RUNS },
    );
    expect(await runJob(small, 'verify-archive')).toEqual({ ledger: 0, sidecars: 0 });
  }, 600_000);
});
