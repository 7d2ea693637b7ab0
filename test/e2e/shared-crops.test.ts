import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Region } from '../../server/media/analysis.js';
import { SIDECAR_SUFFIX } from '../../server/media/sidecar-format.js';
import { TILES } from '../../server/services/picture-windows.js';
import { STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { drawComposites, overlapOf, type Composite } from '../support/composites.js';
import { sayFigure } from '../support/figures.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';
import { mean } from '../support/retrieval.js';

interface RestHit {
  readonly similarity: number;
  readonly is_query: boolean;
  readonly image: { readonly id: string; readonly source_path: string };
  readonly region: Region | null;
}

interface RestAnswer {
  readonly log_id: string;
  readonly results: readonly RestHit[];
}

interface Evidence {
  readonly region: Region;
  readonly similarity: number;
  readonly wholeSimilarity: number;
}

const COMPOSITES = 24;
const PICTURES = 26;
/** Of these, the ones that are large enough for tiles. */
const LARGE_ENOUGH = 1;
const EVIDENCE = `query ($logId: ID!, $imageId: ID!) {
  similarityEvidence(logId: $logId, imageId: $imageId) { region { x y width height } similarity wholeSimilarity }
}`;

describeWith('shared', 'things that are small in a large scene', () => {
  const folder = new PictureFolder();
  let composites: Composite[] = [];
  let archive: TestArchive;

  const open = async (regions: 'off' | 'grid', dataDir?: string): Promise<TestArchive> =>
    startArchive({ environment: { ...STAND_IN, REGIONS: regions }, ...(dataDir ? { dataDir } : {}) });
  const indexRegions = async (): Promise<Readonly<Record<string, number>>> => {
    await archive.application.services.models.open();
    const startedAt = performance.now();
    const { report } = await (await archive.application.jobs.start('index-regions', {}, { kind: 'job', name: 'test' })).finished;
    return { ...report?.counts, tookMs: performance.now() - startedAt };
  };
  const reopen = async (regions: 'off' | 'grid'): Promise<Readonly<Record<string, number>>> => {
    await archive.close({ keep: true });
    archive = await open(regions, archive.dataDir);
    return indexRegions();
  };
  const searchFor = async ({ objectPath }: Composite): Promise<RestAnswer> => {
    const form = new FormData();
    form.append('image', new Blob([readFileSync(objectPath)]), basename(objectPath));
    form.append('threshold', '-1');
    form.append('top_k', '1000');
    return (await (await archive.fetch('/api/images/similar', { method: 'POST', body: form })).json()) as RestAnswer;
  };
  const hitsOf = ({ results }: RestAnswer): RestHit[] => results.filter(({ is_query }) => !is_query);
  const placeOf = (answer: RestAnswer, { name }: Composite): number =>
    hitsOf(answer).findIndex(({ image }) => basename(image.source_path) === name);
  const evidenceOf = async (answer: RestAnswer, composite: Composite): Promise<Evidence | null> => {
    const imageId = hitsOf(answer)[placeOf(answer, composite)]?.image.id;
    const { similarityEvidence } = await archive.ask<{ similarityEvidence: Evidence | null }>(EVIDENCE, { logId: answer.log_id, imageId });
    return similarityEvidence;
  };
  const recallAt5 = (answers: ReadonlyMap<Composite, RestAnswer>): number =>
    mean([...answers].map(([composite, answer]) => Number(placeOf(answer, composite) < 5)));
  const searchForAll = async (): Promise<Map<Composite, RestAnswer>> => {
    const answers = new Map<Composite, RestAnswer>();
    for (const composite of composites) answers.set(composite, await searchFor(composite));
    return answers;
  };

  beforeAll(async () => {
    composites = await drawComposites(COMPOSITES);
    for (const { name, jpeg } of composites) folder.write(name, jpeg);
    archive = await open('off');
    const report = await archive.ingest([folder.path, join(sharedDir, 'data/semantic/coco')]);
    expect(report.counts).toMatchObject({ added: COMPOSITES + PICTURES, failed: 0 });
  }, 120_000);

  afterAll(async () => {
    await archive.close();
    folder.remove();
  });

  test('are rarely found by the whole picture, and where they are looked at, the box lies on them', async () => {
    const answers = await searchForAll();
    const overlaps: number[] = [];
    const startedAt = performance.now();
    for (const [composite, answer] of answers) {
      const evidence = await evidenceOf(answer, composite);
      if (evidence) expect(evidence.similarity).toBeGreaterThan(evidence.wholeSimilarity);
      overlaps.push(evidence ? overlapOf(evidence.region, composite.box) : 0);
    }
    sayFigure('recall@5 of things at 10-40 % of the width, without tiles', recallAt5(answers));
    sayFigure('milliseconds to find the evidence box of a picture', (performance.now() - startedAt) / COMPOSITES);
    sayFigure('evidence box IoU, mean (no box counts as 0)', mean(overlaps));
    sayFigure('evidence boxes with an IoU of at least .5', mean(overlaps.map((overlap) => Number(overlap >= 0.5))));
    sayFigure('things that got an evidence box', mean(overlaps.map((overlap) => Number(overlap > 0))));
    expect(mean(overlaps)).toBeGreaterThanOrEqual(0.3);
    expect(mean(overlaps.map((overlap) => Number(overlap >= 0.5)))).toBeGreaterThanOrEqual(0.25);
  }, 120_000);

  test('are found first once someone keeps the part they are in, and no more by it when that is taken back', async () => {
    const [composite] = composites;
    if (!composite) throw new Error('Expected composites but none were drawn.');
    const found = hitsOf(await searchFor(composite)).find(({ image }) => basename(image.source_path) === composite.name);
    const annotate = (changes: object): Promise<{ annotateImages: { decisionId: string } }> =>
      archive.ask(
        `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) { annotateImages(ids: $ids, changes: $changes) { ... on AnnotationResult { decisionId } } }`,
        { ids: [found?.image.id], changes },
      );
    const { annotateImages } = await annotate({ addRegions: [{ region: composite.box, name: 'The thing' }] });
    await indexRegions();
    const { image } = await archive.ask<{ image: { regions: { name: string; region: Region }[] } }>(
      `{ image(id: "${found?.image.id ?? ''}") { regions { name region { x y width height } } } }`,
    );
    expect(image.regions).toMatchObject([{ name: 'The thing' }]);
    expect(overlapOf(image.regions[0]?.region ?? composite.box, composite.box)).toBeGreaterThan(0.99);
    const hits = hitsOf(await searchFor(composite));
    expect(basename(hits[0]?.image.source_path ?? '')).toBe(composite.name);
    expect(hits[0]?.region).toEqual(image.regions[0]?.region);
    const sidecar = join(folder.path, composite.name + SIDECAR_SUFFIX);
    for (let waits = 0; waits < 100 && !existsSync(sidecar); waits += 1) await new Promise((done) => setTimeout(done, 50));
    expect(readFileSync(sidecar, 'utf8')).toContain('The thing');
    const { results } = (await (
      await archive.fetch('/api/images/similar', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ image_id: found?.image.id, region: image.regions[0]?.region, threshold: -1 }),
      })
    ).json()) as RestAnswer;
    expect(results.filter(({ image: hit }) => hit.id === found?.image.id)).toHaveLength(1);
    await archive.ask(`mutation { undoDecision(id: "${annotateImages.decisionId}") { __typename } }`);
    await indexRegions();
    expect(hitsOf(await searchFor(composite)).every(({ region }) => region === null)).toBe(true);
  }, 60_000);

  test('are found where pictures have tiles: one hit each, with the tile that matched; without them it is as before', async () => {
    // The product of a smaller matrix is rounded elsewhere.
    const scoresOf = async (): Promise<number[]> =>
      hitsOf(await searchFor(composites[0] as Composite)).map(({ similarity }) => Number(similarity.toFixed(5)));
    const before = await scoresOf();
    const { tiled = 0, removed, tookMs = 0 } = await reopen('grid');
    sayFigure('milliseconds to give a picture its tiles', tookMs / tiled);
    expect([tiled, removed]).toEqual([COMPOSITES + LARGE_ENOUGH, 0]);
    const recall = recallAt5(await searchForAll());
    sayFigure('recall@5 of things at 10-40 % of the width, with 16 tiles', recall);
    expect(recall).toBeGreaterThanOrEqual(0.65);
    const hits = hitsOf(await searchFor(composites.at(-1) as Composite));
    expect(new Set(hits.map(({ image }) => image.id)).size).toBe(hits.length);
    expect(hits).toHaveLength(COMPOSITES + PICTURES);
    expect(TILES).toContainEqual(hits[0]?.region);
    expect(await reopen('off')).toMatchObject({ removed: tiled * TILES.length });
    expect(await scoresOf()).toEqual(before);
  }, 120_000);

  test('T21 have no evidence for who did not search, of an unknown picture, and of what is not remembered', async () => {
    const composite = composites[0] as Composite;
    const answer = await searchFor(composite);
    const imageId = hitsOf(answer)[0]?.image.id;
    const codeOf = async (variables: object): Promise<unknown> => {
      const refusal: unknown = await archive.ask(EVIDENCE, variables as Record<string, unknown>).catch((error: unknown) => error);
      return refusal instanceof Error ? (/"code":"(\w+)"/.exec(refusal.message)?.[1] ?? refusal.message) : 'answered';
    };
    const unknown = '01890000-0000-7000-8000-000000000abc';
    expect(await codeOf({ logId: answer.log_id, imageId })).toBe('answered');
    expect(await codeOf({ logId: unknown, imageId })).toBe('NOT_FOUND');
    expect(await codeOf({ logId: answer.log_id, imageId: unknown })).toBe('NOT_FOUND');
  }, 60_000);
});
