import { beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import { createLog } from '../../../server/logging.js';
import { AnnotationService } from '../../../server/services/annotation.service.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { Ledger } from '../../../server/services/ledger.js';
import { ProposalService } from '../../../server/services/proposal.service.js';
import { SavedSearchMatcher } from '../../../server/services/saved-search-matcher.js';
import { SavedSearchService } from '../../../server/services/saved-search.service.js';
import type { SimilarityRequest } from '../../../server/services/similarity-query.js';
import { VisibleDocuments } from '../../../server/services/visible-documents.js';
import { insertDocuments, JOB, OWNER } from '../../support/archive-rows.js';
import { registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';

const task = (dryRun = false) => ({
  progress: { phase: () => undefined, step: () => undefined },
  signal: new AbortController().signal,
  log: createLog('silent'),
  dryRun,
});

describeEachDatabase('saved searches', (current) => {
  let searches: SavedSearchService;
  let matcher: SavedSearchMatcher;
  let proposals: ProposalService;
  let decisions: DecisionService;
  const asked: SimilarityRequest[] = [];
  const scores = new Map<string, number>();

  beforeAll(async () => {
    const { repositories, unitOfWork } = current();
    const modelId = await registerModel(repositories);
    const ledger = new Ledger(unitOfWork);
    const models = { current: async () => ({ id: modelId }) as never };
    searches = new SavedSearchService(repositories, unitOfWork, (actor) => new VisibleDocuments(repositories.documents, actor), models);
    // Answers as a search does: what passes the filter and the threshold.
    const search = async (request: SimilarityRequest): Promise<never> => {
      asked.push(request);
      const rows = await repositories.documents.listByIds(await repositories.documents.matchingIds(request.filter ?? {}));
      const results = rows
        .map((image) => ({ image, isQuery: false, similarity: scores.get(image.id) ?? 0 }))
        .filter(({ similarity }) => similarity >= (request.threshold ?? 0));
      return { results } as never;
    };
    matcher = new SavedSearchMatcher(repositories, unitOfWork, { search }, { current: async () => ({ id: modelId }) as never });
    proposals = new ProposalService(repositories, ledger, null as never);
    decisions = new DecisionService(ledger, repositories);
  });

  /** Pictures that come in now, with what every search would give them. */
  const arrive = async (...given: number[]): Promise<string[]> => {
    const ids = await insertDocuments(
      current().repositories,
      given.map(() => ({})),
    );
    ids.forEach((id, index) => scores.set(id, given[index] ?? 0));
    return ids;
  };
  const save = async (name: string) => searches.save(name, { parts: [{ text: 'a boat' }], threshold: 0.5, topK: 50 }, OWNER);
  const openOf = async (id: string) => (await proposals.list({ kind: 'search', element: id }, { first: 500 })).rows;
  const newOf = async (id: string) => (await searches.list()).find((search) => search.id === id);

  test('find what came in since they were saved and passes their cut, and say nothing of it', async () => {
    const [before] = await arrive(0.9);
    const { id } = await save('boats');
    const [passing, , better] = await arrive(0.6, 0.4, 0.8);
    const report = await matcher.run(task());
    expect((await openOf(id)).map(({ documentId }) => documentId)).toEqual([better, passing]);
    expect(report.failures).toEqual([]);
    expect(await newOf(id)).toMatchObject({ name: 'boats', newCount: 2, newImages: [{ id: better }, { id: passing }] });
    expect(asked.at(-1)).toMatchObject({ parts: [{ text: 'a boat' }], threshold: 0.5, filter: { hidden: null } });
    expect(await current().repositories.annotations.factsOf([before!, passing!, better!])).toEqual(new Map());
  });

  test('promise 2: propose nothing again that was answered, and undo opens it', async () => {
    const { id } = await save('answered');
    const [kept, refused, open] = await arrive(0.9, 0.8, 0.7);
    await matcher.run(task());
    const idOf = async (documentId: string | undefined) => (await openOf(id)).find((row) => row.documentId === documentId)?.id ?? '';
    expect(await proposals.accept([await idOf(kept)], OWNER)).toMatchObject({ imageCount: 1 });
    const { decisionId } = await proposals.reject([await idOf(refused)], OWNER);
    for (let turn = 0; turn < 3; turn += 1) await matcher.run(task());
    expect((await openOf(id)).map(({ documentId }) => documentId)).toEqual([open]);
    expect(await current().repositories.annotations.factsOf([kept!, refused!])).toEqual(new Map());
    const { payload } = (await current().repositories.decisions.findById(decisionId)) ?? {};
    expect(payload).toEqual({ images: 1, said: [{ field: 'search', text: 'answered', isRemoved: true }] });
    await decisions.undo(decisionId, OWNER);
    expect((await openOf(id)).map(({ documentId }) => documentId)).toEqual([refused, open]);
  });

  test('T21: never propose what is hidden, also where the search asks for it', async () => {
    const { id } = await searches.save(
      'with hidden',
      { parts: [{ text: 'x' }], threshold: 0, topK: 10, filter: { hidden: 'with' } },
      OWNER,
    );
    const [secret, shown] = await arrive(0.9, 0.9);
    const annotations = new AnnotationService(new Ledger(current().unitOfWork), current().repositories.documents);
    await annotations.annotate({ ids: [secret!], changes: { hidden: true } }, OWNER);
    await matcher.run(task());
    expect((await openOf(id)).map(({ documentId }) => documentId)).toEqual([shown]);
  });

  test('find what came in late under an earlier run, once', async () => {
    const { id } = await save('late');
    await matcher.run(task());
    const [one] = await arrive(0.9);
    await matcher.run(task());
    await matcher.run(task());
    expect((await openOf(id)).map(({ documentId }) => documentId)).toEqual([one]);
  });

  test('only count in a dry run', async () => {
    const { id } = await save('dry');
    await arrive(0.9, 0.8);
    const { summary } = await matcher.run(task(true));
    expect(summary).toContain('would be proposed');
    expect(await openOf(id)).toEqual([]);
  });

  test('have names of their own, are renamed and removed with what is open', async () => {
    const { id } = await save('one name');
    await expect(save('One Name')).rejects.toMatchObject({ code: 'CONFLICT' });
    for (const name of ['', '   ', 'x'.repeat(101), 'a\0']) await expect(save(name)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await save('other name');
    await expect(searches.rename(id, 'OTHER name')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await searches.rename(id, ' One   name ')).toMatchObject({ name: 'One name' });
    const [kept, open] = await arrive(0.9, 0.8);
    await matcher.run(task());
    const answered = (await openOf(id)).find(({ documentId }) => documentId === kept);
    await proposals.accept([answered?.id ?? ''], OWNER);
    await searches.remove(id, OWNER);
    expect(await openOf(id)).toEqual([]);
    expect(await newOf(id)).toBeUndefined();
    const left: { subject_id: string }[] = await current().database.dataSource.query(
      `SELECT subject_id FROM proposals WHERE target->>'element' = $1`,
      [id],
    );
    expect(left).toEqual([{ subject_id: kept }]);
    expect(open).toBeDefined();
    for (const unknown of [id, newId(), 'x']) {
      await expect(searches.remove(unknown, OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(searches.rename(unknown, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('refuse what could not be asked', async () => {
    const cut = { threshold: 0.5, topK: 50 };
    const asked = { ...cut, parts: [{ text: 'x' }] };
    const bad = [
      { ...cut, parts: [] },
      { ...cut, parts: [{}] },
      { ...cut, parts: [{ text: 'x', imageId: newId() }] },
      { ...cut, parts: [{ text: 'x', mode: 'not' as const }] },
      { ...asked, threshold: 2 },
      { ...asked, threshold: Number.NaN },
      { ...asked, topK: 0 },
      { ...asked, filter: { from: 'soon' } },
      { ...cut, parts: [{ imageId: 'x', region: { x: 0, y: 0, width: 2, height: 1 } }] },
    ];
    for (const draft of bad) await expect(searches.save('bad', draft, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(searches.save('unknown', { ...cut, parts: [{ imageId: newId() }] }, OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are answered by persons alone', async () => {
    const { id } = await save('guarded');
    await arrive(0.9);
    await matcher.run(task());
    const [open] = await openOf(id);
    const answer = current().unitOfWork(JOB, ({ proposals: rows }) => rows.setStates(new Map([[open?.id ?? '', 'accepted']])));
    await expect(answer).rejects.toThrow();
  });
});
