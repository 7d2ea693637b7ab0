import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import type { VectorIndex } from '../../../server/repositories/vector-index.js';
import type { AnnotationChanges } from '../../../server/services/annotation-changes.js';
import { AnnotationService } from '../../../server/services/annotation.service.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { Ledger } from '../../../server/services/ledger.js';
import { PropagationService } from '../../../server/services/propagation.service.js';
import { ProposalService } from '../../../server/services/proposal.service.js';
import { JOB, OWNER } from '../../support/archive-rows.js';
import { DIMS, insertPictures, openVectorIndex, registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { sayFigure } from '../../support/figures.js';
import { nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const random = randomNumbers(11);
const EACH = 12;

describeEachDatabase('what is proposed to neighbours', (current) => {
  let index: VectorIndex;
  let annotations: AnnotationService;
  let decisions: DecisionService;
  let proposals: ProposalService;
  let modelId = 0;

  beforeAll(async () => {
    const { repositories, unitOfWork } = current();
    modelId = await registerModel(repositories);
    await insertPictures(
      repositories,
      Array.from({ length: 100 }, () => unitVector(random, DIMS)),
      { modelId },
    );
    index = openVectorIndex(current());
    const ledger = new Ledger(unitOfWork);
    // Propagation asks the model for its number only.
    const models = { current: async () => ({ id: modelId, encoder: {} as never }) };
    annotations = new AnnotationService(ledger, repositories.documents);
    decisions = new DecisionService(ledger, repositories);
    proposals = new ProposalService(repositories, ledger, new PropagationService(repositories, unitOfWork, index, models));
  });
  afterAll(() => index.close());

  /** Twelve pictures that are alike, none like any other. */
  const kindred = async (fields = {}): Promise<string[]> => {
    const centre = unitVector(random, DIMS);
    const ids = await insertPictures(
      current().repositories,
      Array.from({ length: EACH }, () => nearVector(random, centre, 0.15)),
      { modelId, fields },
    );
    await index.refresh();
    return ids;
  };
  const say = async (changes: AnnotationChanges, ids: readonly string[]): Promise<string> => {
    const outcome = await annotations.annotate({ ids, changes }, OWNER);
    if (outcome.kind !== 'written' || !outcome.decisionId) throw new Error('Expected a decision.');
    return outcome.decisionId;
  };
  const openFor = async (element: string, kind: 'tag' | 'person' | 'cluster' = 'tag') =>
    (await proposals.list({ kind, element }, { first: 500 })).rows;
  const factsOf = (ids: readonly string[]) => current().repositories.annotations.factsOf(ids);
  const tagOf = async (id: string, tag: string) => (await factsOf([id])).get(id)?.get(`tags/${tag}`)?.value;

  test('are pictures like those it was said of, with scores, and nothing is said of them by that', async () => {
    const alike = await kindred();
    const decision = await say({ addTags: ['harbour'] }, alike.slice(0, 2));
    const before = await factsOf(alike);
    const batch = await proposals.proposeToNeighbours(decision);
    const open = await openFor('harbour');
    expect(open.map(({ documentId }) => documentId).sort()).toEqual(alike.slice(2).sort());
    expect(open.map(({ score }) => score ?? 0)).toEqual(open.map(({ score }) => score ?? 0).sort((a, b) => b - a));
    expect(open[0]).toMatchObject({ name: 'harbour', model: 'toy', kind: 'tag' });
    expect(batch).toMatchObject({
      count: EACH - 2,
      groups: [{ kind: 'tag', element: 'harbour', count: EACH - 2, bestScore: open[0]?.score }],
    });
    expect(batch.groups[0]?.samples).toHaveLength(6);
    expect(await factsOf(alike)).toEqual(before);
  });

  test('stay the same when asked for again, and are read page by page', async () => {
    const alike = await kindred();
    const decision = await say({ addTags: ['pier'] }, alike.slice(0, 1));
    await proposals.proposeToNeighbours(decision);
    const first = await openFor('pier');
    await proposals.proposeToNeighbours(decision);
    expect(await openFor('pier')).toEqual(first);
    const pages = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const page = await proposals.list({ kind: 'tag', element: 'pier' }, { first: 4, after });
      expect(page.totalCount).toBe(first.length);
      pages.push(...page.rows);
      [after, isMore] = [page.endCursor, page.hasNextPage];
    }
    expect(pages).toEqual(first);
  });

  test('are accepted as one decision that says so, and an undo opens them again', async () => {
    const alike = await kindred();
    await proposals.proposeToNeighbours(await say({ addTags: ['boat'] }, alike.slice(0, 2)));
    const open = await openFor('boat');
    const { decisionId, imageCount } = await proposals.accept(
      open.map(({ id }) => id),
      OWNER,
    );
    expect(imageCount).toBe(open.length);
    const [one] = open;
    const fact = (await factsOf([one?.documentId ?? ''])).get(one?.documentId ?? '')?.get('tags/boat');
    expect(fact).toMatchObject({ value: true, via: { kind: 'proposal', score: one?.score, model: 'toy' } });
    expect(await openFor('boat')).toEqual([]);
    expect(await decisions.undo(decisionId, OWNER)).toMatchObject({ kind: 'undone' });
    expect((await openFor('boat')).map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect(await tagOf(one?.documentId ?? '', 'boat')).toBeUndefined();
  });

  test('once rejected never come back, from this decision or another', async () => {
    const alike = await kindred();
    const decision = await say({ addTags: ['sail'] }, alike.slice(0, 2));
    await proposals.proposeToNeighbours(decision);
    const [refused, ...others] = await openFor('sail');
    const { decisionId } = await proposals.reject([refused?.id ?? ''], OWNER);
    expect(await tagOf(refused?.documentId ?? '', 'sail')).toBe(false);
    await proposals.proposeToNeighbours(decision);
    await proposals.proposeToNeighbours(await say({ addTags: ['sail'] }, [others[0]?.documentId ?? '']));
    const isBack = async () => (await openFor('sail')).some(({ documentId }) => documentId === refused?.documentId);
    expect(await isBack()).toBe(false);
    await expect(proposals.accept([refused?.id ?? ''], OWNER)).rejects.toMatchObject({ code: 'CONFLICT' });
    await decisions.undo(decisionId, OWNER);
    expect(await isBack()).toBe(true);
  });

  test('leave out what has it, refused it, is hidden, or stands under another picture', async () => {
    const alike = await kindred();
    const [example = '', tagged = '', refused = '', hidden = '', raw = '', primary = '', ...rest] = alike;
    await say({ addTags: ['mast'] }, [tagged]);
    await say({ addTags: ['mast'] }, [refused]);
    await say({ removeTags: ['mast'] }, [refused]);
    await say({ hidden: true }, [hidden]);
    await current().repositories.stacks.put(newId(), [
      { documentId: primary, role: 'primary' },
      { documentId: raw, role: 'raw' },
    ]);
    await proposals.proposeToNeighbours(await say({ addTags: ['mast'] }, [example]));
    const open = (await openFor('mast')).map(({ documentId }) => documentId).sort();
    expect(open).toEqual([primary, ...rest].sort());
    const filed = await kindred({ keywords: ['oar'] });
    await proposals.proposeToNeighbours(await say({ addTags: ['oar'], favourite: true }, filed.slice(0, 1)));
    expect(await openFor('oar')).toEqual([]);
  });

  test('are people and clusters too, and what is said by hand meanwhile is asked no more', async () => {
    const alike = await kindred();
    const decision = await say({ addPeople: [{ name: 'Ana' }], addClusters: [{ name: 'Regatta' }] }, alike.slice(0, 2));
    const { groups } = await proposals.proposeToNeighbours(decision);
    expect(groups.map(({ kind, name, count }) => [kind, name, count]).sort()).toEqual([
      ['cluster', 'Regatta', EACH - 2],
      ['person', 'Ana', EACH - 2],
    ]);
    const person = groups.find(({ kind }) => kind === 'person')?.element ?? '';
    await say({ addPeople: [{ id: person }] }, [alike[2] ?? '']);
    const open = await openFor(person, 'person');
    expect(open.map(({ documentId }) => documentId).sort()).toEqual(alike.slice(3).sort());
    await proposals.accept([open[0]?.id ?? ''], OWNER);
    expect((await current().repositories.namedSets.listMembers('person', [person])).length).toBe(4);
  });

  test('are written by jobs, but answered by people only', async () => {
    const alike = await kindred();
    await proposals.proposeToNeighbours(await say({ addTags: ['guarded'] }, alike.slice(0, 2)));
    const [open, rejected] = await openFor('guarded');
    await proposals.reject([rejected?.id ?? ''], OWNER);
    const { unitOfWork } = current();
    const accept = unitOfWork(JOB, (inside) => inside.proposals.setStates(new Map([[open?.id ?? '', 'accepted' as const]])));
    await expect(accept).rejects.toThrow('Only a person');
    const reopen = unitOfWork(JOB, (inside) => inside.proposals.setStates(new Map([[rejected?.id ?? '', 'open' as const]])));
    await expect(reopen).rejects.toThrow('Only a person');
    const { dataSource } = current().database;
    for (const sql of [`DELETE FROM proposals WHERE state = 'rejected'`, 'TRUNCATE proposals', `UPDATE proposals SET kind = 'x'`]) {
      await expect(dataSource.query(sql)).rejects.toThrow(/Only a person|cannot be emptied/);
    }
  });

  test('are refused by name: unknown decisions, no suggestion at all, and cursors that were never given out', async () => {
    await expect(proposals.proposeToNeighbours(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(proposals.accept([], OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(proposals.reject([newId()], OWNER)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(proposals.list({ kind: 'tag', element: 'x' }, { first: 5, after: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('are none of a tag that cannot be, and none of a decision that is none', async () => {
    await expect(proposals.list({ kind: 'tag', element: 'a\0' }, { first: 5 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await proposals.list({ kind: 'person', element: 'nobody' }, { first: 5 })).rows).toEqual([]);
    expect(await proposals.listGroups('nothing')).toEqual([]);
  });

  test('a thousand are accepted and taken back in one act each', async () => {
    const { repositories, unitOfWork } = current();
    const ids = await insertPictures(
      repositories,
      Array.from({ length: 1000 }, () => unitVector(random, DIMS)),
      { modelId },
    );
    const target = { kind: 'tag', field: 'tags', element: 'thousand' } as const;
    const decision = await say({ addTags: ['thousand'] }, [...(await kindred()).slice(0, 1)]);
    const scores = new Map(ids.map((id, at) => [id, at / 2000]));
    const proposed = await unitOfWork(JOB, (inside) =>
      inside.proposals.propose(target, scores, { modelId, decisionId: decision, limit: 1000 }),
    );
    const started = performance.now();
    const { decisionId, imageCount } = await proposals.accept(proposed, OWNER);
    const accepted = performance.now();
    expect(imageCount).toBe(1000);
    await decisions.undo(decisionId, OWNER);
    sayFigure(`seconds to accept 1,000 proposals (${current().database.isEmbedded ? 'embedded' : 'server'})`, (accepted - started) / 1000);
    sayFigure('seconds to undo that', (performance.now() - accepted) / 1000);
    expect(await openFor('thousand')).toHaveLength(500);
    expect(await repositories.proposals.countOpen(target)).toBe(1000);
  });
});
