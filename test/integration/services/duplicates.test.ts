import { beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../server/context.js';
import { newId } from '../../../server/ids.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { DuplicateFinder } from '../../../server/services/duplicate-finder.js';
import type { DuplicateKind } from '../../../server/services/duplicate.service.js';
import { createDuplicates } from '../../../server/services/duplicates.js';
import { Ledger } from '../../../server/services/ledger.js';
import type { ModelRegistry } from '../../../server/services/model-registry.js';
import { VisibleDocuments } from '../../../server/services/visible-documents.js';
import { insertDocuments, OWNER } from '../../support/archive-rows.js';
import { DIMS, registerModel } from '../../support/archive-vectors.js';
import type { DocumentRow } from '../../../server/repositories/document-row.js';
import { describeEachDatabase } from '../../support/databases.js';
import { nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const VIEWER: Actor = { kind: 'person', id: newId(), name: 'Bob', role: 'viewer' };
const STRANGERS = 60;
const random = randomNumbers(12);
const hashOf = (): string => Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');
/** A hash whose last bits differ. */
const turned = (hash: string, bits: number): string => {
  const differing = (2n ** BigInt(bits) - 1n) ^ BigInt(`0x${hash}`);
  return differing.toString(16).padStart(16, '0');
};

const modelsWith = (id: number): ModelRegistry => ({ current: async () => ({ id }) }) as unknown as ModelRegistry;

describeEachDatabase('duplicates', (current) => {
  let modelId = 0;
  let laterModelId = 0;
  /** The largest first: three of one picture, of which the last is only near. */
  let family: string[] = [];
  let strangers: string[] = [];

  const built = (model = modelId) => {
    const { repositories, unitOfWork } = current();
    const ledger = new Ledger(unitOfWork);
    const models = modelsWith(model);
    const sight = (actor: Actor) => new VisibleDocuments(repositories.documents, actor);
    return {
      ...createDuplicates(repositories, { unitOfWork, models, sight, ledger }),
      decisions: new DecisionService(ledger, repositories),
    };
  };
  const run = async ({ model = modelId, stopAfter = Infinity, dryRun = false, perSlice = 20 } = {}) => {
    const stop = new AbortController();
    let steps = 0;
    const progress = { phase: () => (steps = 0), step: () => void ((steps += 1) === stopAfter && stop.abort()) };
    const { repositories, unitOfWork } = current();
    const finder = new DuplicateFinder(repositories, unitOfWork, modelsWith(model), perSlice);
    return finder.run({ progress: progress as never, signal: stop.signal, dryRun });
  };
  const pairs = () => current().database.dataSource.query('SELECT * FROM duplicate_pairs ORDER BY model_id, first_id, second_id');
  const groups = async (kind: DuplicateKind | null = null, { actor = OWNER, isDecided = false } = {}) => {
    const { rows } = await built().duplicates.list({ kind, isDecided }, { first: 50 }, actor);
    return rows.map((group) => [group.kind, ...group.members.map(({ image }) => image.id)]);
  };

  beforeAll(async () => {
    const { repositories } = current();
    modelId = await registerModel(repositories);
    laterModelId = await registerModel(repositories, 'later');
    strangers = await insertDocuments(
      repositories,
      Array.from({ length: STRANGERS }, () => ({})),
    );
    family = await insertDocuments(repositories, [{ width: 4000, height: 3000, bytes: 9e6 }, { bytes: 5e5 }, { bytes: 4e5 }]);
    const [hash, centre] = [hashOf(), unitVector(random, DIMS)];
    for (const model of [modelId, laterModelId]) {
      const rows = [
        ...strangers.map((documentId) => ({ documentId, embedding: unitVector(random, DIMS), perceptualHash: hashOf() })),
        { documentId: family[0] ?? '', embedding: centre, perceptualHash: hash },
        { documentId: family[1] ?? '', embedding: nearVector(random, centre, 0.05), perceptualHash: turned(hash, 3) },
        // The later model is no longer sure of this one.
        {
          documentId: family[2] ?? '',
          embedding: nearVector(random, centre, model === modelId ? 0.4 : 40),
          perceptualHash: turned(hash, 8),
        },
      ];
      await repositories.embeddings.put(rows.map((row) => ({ ...row, modelId: model, kind: 'image' as const })));
    }
  });

  test('are found by hash and vector together, and a dry run writes nothing', async () => {
    expect(await run({ dryRun: true })).toMatchObject({ counts: { waiting: STRANGERS + 3 } });
    expect(await pairs()).toEqual([]);
    await run();
    expect(await groups()).toEqual([['near', ...family]]);
    const { rows } = await built().duplicates.list({ isDecided: false }, { first: 1 }, OWNER);
    expect(rows[0]?.members.map(({ isBetter, reasons }) => [isBetter, reasons[0]])).toEqual([
      [true, 'larger: 4000x3000 against 400x300'],
      [false, expect.any(String)],
      [false, expect.any(String)],
    ]);
    expect(rows[0]?.pairs.map(({ kind, hashDistance }) => [kind, hashDistance])).toEqual(
      expect.arrayContaining([
        ['same', 3],
        ['near', 8],
      ]),
    );
  });

  test('are the same after a run that was stopped and resumed, and a second run has nothing to do', async () => {
    const whole = await pairs();
    await current().database.dataSource.query('DELETE FROM duplicate_pairs; DELETE FROM duplicate_searches');
    expect(await run({ stopAfter: 30 })).toMatchObject({ counts: { compared: 40 } });
    expect(await run({ perSlice: 1000 })).toMatchObject({ counts: { compared: STRANGERS + family.length - 40 } });
    expect(await pairs()).toEqual(whole);
    expect(await run()).toMatchObject({ counts: { compared: 0 } });
    // A picture that is new is compared alone, and found beside the older ones.
    await current().database.dataSource.query('DELETE FROM duplicate_searches WHERE document_id = $1', [family[1]]);
    expect(await run()).toMatchObject({ counts: { compared: 1 } });
    expect(await pairs()).toEqual(whole);
  });

  test('are marked by one decision that can be undone, and a mark survives every run', async () => {
    const { duplicateDecisions, decisions, duplicates } = built();
    const marks = family.map((imageId, index) => ({ imageId, mark: index === 0 ? ('keep' as const) : ('spare' as const) }));
    const { decisionId } = await duplicateDecisions.mark(marks, OWNER);
    await current().database.dataSource.query('DELETE FROM duplicate_searches');
    await run();
    expect(await groups()).toEqual([]);
    expect(await groups(null, { isDecided: true })).toEqual([['near', ...family]]);
    expect(await duplicates.count(OWNER)).toMatchObject({ near: 0, decided: 1, spareBytes: 0 });
    await expect(duplicateDecisions.mark(marks, OWNER)).rejects.toMatchObject({ code: 'CONFLICT' });
    await decisions.undo(decisionId, OWNER);
    expect(await groups()).toEqual([['near', ...family]]);
  });

  test('that a person set apart are never found again, also by the next run', async () => {
    const { duplicateDecisions, decisions } = built();
    const [first = '', second = '', third = ''] = family;
    const { decisionId } = await duplicateDecisions.setApart([first, second], OWNER);
    await current().database.dataSource.query('DELETE FROM duplicate_searches');
    await run();
    expect(await groups()).toEqual([['near', first, third]]);
    await decisions.undo(decisionId, OWNER);
    expect(await groups()).toEqual([['near', ...family]]);
    await expect(duplicateDecisions.setApart([first], OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(duplicateDecisions.setApart([first, newId()], OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(duplicateDecisions.mark([{ imageId: first, path: 'elsewhere/x.jpg', mark: 'spare' }], OWNER)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('T21: of what is hidden are in no group of anybody and are not counted', async () => {
    const ledger = new Ledger(current().unitOfWork);
    const say = (value: boolean) =>
      ledger.decide(OWNER, async () => ({
        kind: 'annotate',
        subjects: [{ kind: 'document', id: family[0] ?? '', say: { hidden: { value } } }],
      }));
    await say(true);
    for (const actor of [OWNER, VIEWER]) {
      expect(JSON.stringify(await groups(null, { actor }))).not.toContain(family[0]);
      expect(await built().duplicates.count(actor)).toMatchObject({ decided: 0, exact: 0 });
    }
    await say(false);
  });

  test('collapse under the best hit, which an upload without a document never is', async () => {
    const { repositories } = current();
    const rows = await repositories.documents.listByIds([strangers[0] ?? '', family[1] ?? '', family[0] ?? '', strangers[1] ?? '']);
    const hits = [{ image: null, isQuery: true }, ...rows.map((image) => ({ image, isQuery: false }))].map((hit) => ({
      ...hit,
      duplicates: [] as DocumentRow[],
    }));
    const collapsed = await built().collapser.collapse(hits);
    expect(collapsed.map(({ image, duplicates }) => [image?.id ?? null, duplicates.map(({ id }) => id)])).toEqual([
      [null, []],
      [strangers[0], []],
      [family[1], [family[0]]],
      [strangers[1], []],
    ]);
    const asked = await built().collapser.collapse(hits.map((hit) => ({ ...hit, isQuery: hit.image !== null })));
    expect(asked.map(({ image }) => image?.id ?? null)).toEqual([null, strangers[0], family[1], family[0], strangers[1]]);
  });

  test('of another model are shown when every picture was compared under it, and none of two models together', async () => {
    await run({ model: laterModelId, stopAfter: 1 });
    const [first = '', second = ''] = family;
    await run({ model: laterModelId });
    expect(await groups()).toEqual([['same', first, second]]);
    expect(new Set((await pairs()).map((pair: { model_id: number }) => pair.model_id))).toEqual(new Set([laterModelId]));
  });
});
