import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { sayFigure } from '../support/figures.js';
import { runJob } from '../support/job-runs.js';
import { listManifest, type ManifestFile } from '../support/manifest.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';
import { mean } from '../support/retrieval.js';

interface Proposal {
  readonly id: string;
  readonly score: number;
  readonly image: { readonly id: string; readonly sourcePath: string };
}

interface Words {
  readonly id: string;
  readonly tags: readonly string[];
  readonly annotations: readonly { readonly isSaidNot: boolean; readonly isFromProposal: boolean; readonly element: string }[];
}

const CATEGORIES = ['bird', 'fish', 'snake', 'dog', 'monkey or ape', 'musical instrument'];
const PROPOSALS = `query ($target: String!) { proposals(kind: TAG, target: $target) { totalCount edges { node { id score image { id sourcePath } } } } }`;
const PROPOSE = 'mutation ($id: ID!) { proposeToNeighbours(decisionId: $id) { count groups { kind target name count samples { id } } } }';

describeWith('shared', 'proposals over the labelled photographs', () => {
  let archive: TestArchive;
  let folder: PictureFolder;
  let pictures: { id: string; sourcePath: string }[];
  let truths: Map<string, ManifestFile['groundTruth']>;
  const decisions = new Map<string, string>();

  const categoryOf = ({ sourcePath }: { sourcePath: string }): string | undefined => truths.get(basename(sourcePath))?.category;
  const ask = archiveAsk(() => archive);
  const openFor = async (target: string): Promise<Proposal[]> => {
    const { proposals } = await ask<{ proposals: { edges: { node: Proposal }[] } }>(PROPOSALS, { target });
    return proposals.edges.map(({ node }) => node);
  };
  const answer = async (verb: 'accept' | 'reject', proposals: readonly Proposal[]): Promise<number> => {
    const mutation = `mutation ($ids: [ID!]!) { answer: ${verb}Proposals(ids: $ids) { decisionId imageCount } }`;
    const ids = proposals.map(({ id }) => id);
    return (await ask<{ answer: { imageCount: number } }>(mutation, { ids })).answer.imageCount;
  };
  const readWords = async (): Promise<Words[]> => {
    const query = '{ images(first: 500) { edges { node { id tags annotations { element isSaidNot isFromProposal } } } } }';
    return (await ask<{ images: { edges: { node: Words }[] } }>(query)).images.edges.map(({ node }) => node);
  };

  beforeAll(async () => {
    truths = new Map(listManifest('semantic/imagenet').map(({ path, groundTruth }) => [basename(path), groundTruth]));
    archive = await startArchive({ environment: STAND_IN });
    // A copy: what is said is written beside the pictures.
    folder = new PictureFolder();
    cpSync(join(sharedDir, 'data/semantic/imagenet'), folder.path, { recursive: true });
    await archive.ingest([folder.path]);
    const { images } = await ask<{ images: { edges: { node: { id: string; sourcePath: string } }[] } }>(
      '{ images(first: 500) { edges { node { id sourcePath } } } }',
    );
    pictures = images.edges.map(({ node }) => node).sort((a, b) => (a.sourcePath < b.sourcePath ? -1 : 1));
  });

  afterAll(async () => {
    await archive.close();
    folder.remove();
  });

  test('two pictures of a category propose it for its others', async () => {
    const precisions: number[] = [];
    const recalls: number[] = [];
    for (const category of CATEGORIES) {
      const kind = pictures.filter((picture) => categoryOf(picture) === category);
      const { annotateImages } = await ask<{ annotateImages: { decisionId: string } }>(
        `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) {
          annotateImages(ids: $ids, changes: $changes) { ... on AnnotationResult { decisionId } } }`,
        { ids: kind.slice(0, 2).map(({ id }) => id), changes: { addTags: [category] } },
      );
      decisions.set(category, annotateImages.decisionId);
      const before = await readWords();
      const { proposeToNeighbours: batch } = await ask<{ proposeToNeighbours: { count: number } }>(PROPOSE, {
        id: annotateImages.decisionId,
      });
      expect(await readWords()).toEqual(before);
      const open = await openFor(category);
      expect(batch.count).toBe(open.length);
      const right = open.filter(({ image }) => categoryOf(image) === category).length;
      precisions.push(right / Math.max(1, open.length));
      recalls.push(right / (kind.length - 2));
    }
    sayFigure('proposals that are of the category (precision)', mean(precisions));
    sayFigure('others of the category that are proposed (recall)', mean(recalls));
    expect(mean(precisions)).toBeGreaterThanOrEqual(0.4);
    expect(mean(recalls)).toBeGreaterThanOrEqual(0.6);
  });

  test('what was accepted is said, what was rejected is refused, and the rest stays open', async () => {
    for (const category of CATEGORIES) {
      const open = await openFor(category);
      const isRight = ({ image }: Proposal): boolean => categoryOf(image) === category;
      const [right, wrong] = [open.filter(isRight), open.filter((proposal) => !isRight(proposal))];
      if (right.length > 1) expect(await answer('accept', right.slice(1))).toBe(right.length - 1);
      if (wrong.length > 0) expect(await answer('reject', wrong)).toBe(wrong.length);
      expect((await openFor(category)).map(({ id }) => id)).toEqual(right.slice(0, 1).map(({ id }) => id));
    }
    const { archive: counts } = await ask<{ archive: { proposals: number } }>('{ archive { proposals } }');
    const groups = await ask<{ proposalGroups: { count: number }[] }>('{ proposalGroups { count } }');
    expect(counts.proposals).toBe(groups.proposalGroups.reduce((sum, { count }) => sum + count, 0));
  });

  test('no job, run again, says anything by itself or asks again what was rejected', async () => {
    const said = await readWords();
    const open = await Promise.all(CATEGORIES.map(openFor));
    for (const job of ['label-images', 'ingest', 'label-images']) await runJob(archive, job);
    for (const id of decisions.values()) await ask(PROPOSE, { id });
    expect(await readWords()).toEqual(said);
    const again = await Promise.all(CATEGORIES.map(openFor));
    expect(again.map((list) => list.map(({ id }) => id))).toEqual(open.map((list) => list.map(({ id }) => id)));
    const accepted = said.flatMap(({ annotations }) => annotations.filter(({ isFromProposal }) => isFromProposal));
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.filter(({ isSaidNot }) => isSaidNot)).toEqual([]);
  });

  test('T20 a viewer sees no proposal and answers none', async () => {
    const { accounts } = archive.application.services;
    await accounts.createUser({ name: 'Ada', role: 'owner', password: 'correct horse battery' });
    await accounts.createUser({ name: 'Bob', role: 'viewer', password: 'correct horse battery' });
    const { token } = await accounts.createToken({ name: 'x', userName: 'Bob', role: 'viewer', days: 1 });
    const asViewer = async (query: string): Promise<{ data?: { archive?: object }; errors?: { extensions: { code: string } }[] }> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${archive.base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return (await response.json()) as Awaited<ReturnType<typeof asViewer>>;
    };
    const [id] = decisions.values();
    for (const query of [
      '{ proposalGroups { count } }',
      '{ proposals(kind: TAG, target: "bird") { totalCount } }',
      `mutation { proposeToNeighbours(decisionId: "${id}") { count } }`,
      `mutation { acceptProposals(ids: ["${id}"]) { decisionId } }`,
      `mutation { rejectProposals(ids: ["${id}"]) { decisionId } }`,
    ]) {
      expect((await asViewer(query)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    expect((await asViewer('{ archive { proposals } }')).data?.archive).toEqual({ proposals: 0 });
  });
});

function archiveAsk(archive: () => TestArchive): TestArchive['ask'] {
  return (query, variables) => archive().ask(query, variables);
}
