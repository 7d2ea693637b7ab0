import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BUILT_IN, STAND_IN, startArchive } from '../support/archive.js';
import { sayFigure } from '../support/figures.js';
import { listDocuments } from '../support/listed-documents.js';
import { listManifest, type ManifestFile } from '../support/manifest.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';
import { mean } from '../support/retrieval.js';
import { askRest, type Hit } from '../support/similarity-client.js';

type Level = 'light' | 'heavy';

/** Of the 16 copies of each base so many are light. */
const LIGHT_COPIES = 8;

/** What of one base's 16 copies stands among its 16 nearest. */
interface Found {
  readonly recall: Record<Level, number>;
  /** Nothing else stands among the first eight. */
  readonly isTopAllCopies: boolean;
  readonly lost: readonly string[];
  /** Of what is shown when nothing is said of a threshold: copies, and anything else. */
  readonly shown: { readonly copies: number; readonly others: number };
}

describeWith('shared', 'copies of a picture among photographs in a running archive', () => {
  let folder: PictureFolder;
  let truths: Map<string, ManifestFile['groundTruth']>;

  // Photographs that are byte for byte a base would be the base's own document, so they are left out.
  beforeAll(() => {
    folder = new PictureFolder();
    const copies = listManifest('neardup/generated');
    truths = new Map(copies.map(({ path, groundTruth }) => [basename(path), groundTruth]));
    const bases = new Set(copies.map(({ sha256 }) => sha256));
    const photographs = listManifest('semantic').filter(({ sha256 }) => !bases.has(sha256));
    for (const { path } of [...copies, ...photographs]) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      copyFileSync(join(sharedDir, 'data', path), join(folder.path, path));
    }
  });

  afterAll(() => folder.remove());

  test.each([
    ['the built-in descriptor', BUILT_IN, { light: 0.97, heavy: 0.9 }],
    ['the stand-in', STAND_IN, { light: 0.95, heavy: 0.8 }],
  ])('come back at the top for every base, with %s', async (name, environment, floor) => {
    const found = await findCopies(environment);
    expect(found).toHaveLength(8);
    for (const level of ['light', 'heavy'] as const) {
      const recall = mean(found.map((base) => base.recall[level]));
      sayFigure(`recall@16 of ${level} copies, ${name}`, recall);
      expect(recall).toBeGreaterThanOrEqual(floor[level]);
    }
    const sum = (of: (base: Found) => number): number => found.reduce((total, base) => total + of(base), 0);
    const [copies, others] = [sum(({ shown }) => shown.copies), sum(({ shown }) => shown.others)];
    sayFigure(`copies among what the default cut shows, ${name}`, copies / (copies + others));
    sayFigure(`copies that the default cut shows, ${name}`, copies / (16 * found.length));
    expect(copies / (copies + others)).toBeGreaterThanOrEqual(0.9);
    expect(copies / (16 * found.length)).toBeGreaterThanOrEqual(0.7);
    expect(found.map(({ isTopAllCopies }) => isTopAllCopies)).toEqual(found.map(() => true));
    // What the stand-in knows hangs on colour: it alone loses a picture without any.
    expect(found.flatMap(({ lost }) => lost).filter((file) => !file.includes('__grey.'))).toEqual([]);
  });

  async function findCopies(environment: Record<string, string>): Promise<Found[]> {
    const archive = await startArchive({ environment });
    try {
      const report = await archive.ingest([folder.path]);
      expect(report.failures).toEqual([]);
      const documents = await listDocuments(archive);
      const bases = documents.filter(({ paths }) => truths.get(basename(paths[0] ?? ''))?.level === 'original');
      const found: Found[] = [];
      for (const { id, paths } of bases) {
        const { results } = await askRest(archive, { imageId: id, threshold: -1, topK: 17 });
        const shown = await askRest(archive, { imageId: id, topK: 1000 });
        found.push(judge(truths.get(basename(paths[0] ?? ''))?.group, namesOf(results), namesOf(shown.results)));
      }
      return found;
    } finally {
      await archive.close();
    }
  }

  function namesOf(results: readonly Hit[]): string[] {
    return results.slice(1).map(({ image }) => basename(image?.sourcePath ?? ''));
  }

  function judge(group: string | undefined, nearest: readonly string[], shown: readonly string[]): Found {
    const isCopy = (name: string): boolean => truths.get(name)?.group === group;
    const recallOf = (level: Level): number => {
      const all = [...truths.values()].filter((truth) => truth.group === group && truth.level === level).length;
      return nearest.filter((name) => isCopy(name) && truths.get(name)?.level === level).length / all;
    };
    const lost = [...truths].filter(([name, truth]) => truth.group === group && truth.level === 'light' && !nearest.includes(name));
    return {
      recall: { light: recallOf('light'), heavy: recallOf('heavy') },
      isTopAllCopies: nearest.slice(0, LIGHT_COPIES).every(isCopy),
      lost: lost.map(([name]) => name),
      shown: { copies: shown.filter(isCopy).length, others: shown.filter((name) => !isCopy(name)).length },
    };
  }
});
