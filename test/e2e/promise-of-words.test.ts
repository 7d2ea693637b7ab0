import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createJobs } from '../../jobs/index.js';
import { loadConfig } from '../../server/config.js';
import { BUILT_IN, STAND_IN } from '../support/archive.js';
import { runJob, sayEverything, snapshotOf, untilWritten } from '../support/archive-snapshot.js';
import { describeWith } from '../support/requirements.js';
import { SmallArchive } from '../support/small-archive.js';

const PICTURES = 24;
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
    await untilWritten(small);
  }, 240_000);
  afterAll(() => small.close());

  test('changes not one byte that a person owns, whatever model is in use', async () => {
    const said = await snapshotOf(small);
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...JOBS) },
      { weight: 1, arbitrary: fc.constantFrom('built-in model' as const, 'stand-in model' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
        for (const name of steps) {
          if (name === 'built-in model') await small.reopen(BUILT_IN);
          else if (name === 'stand-in model') await small.reopen(STAND_IN);
          else await runJob(small, name);
        }
        expect(await snapshotOf(small)).toEqual(said);
      }),
      { numRuns: 5 },
    );
    expect(await runJob(small, 'verify-archive')).toEqual({ ledger: 0, sidecars: 0 });
  }, 600_000);
});
