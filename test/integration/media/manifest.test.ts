import { afterAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLog } from '../../../server/logging.js';
import type { MediaAnalysis } from '../../../server/media/analysis.js';
import { createMediaEngine } from '../../../server/media/media-engine.js';
import { hammingDistance } from '../../../server/media/perceptual-hash.js';
import { isWorthOpening } from '../../../server/media/sniff.js';
import { CLIP_RECIPE as recipe } from '../../support/pictures.js';
import { REFUSED } from '../../support/refused-files.js';
import { describeWith, sharedDir } from '../../support/requirements.js';

interface ManifestFile {
  readonly path: string;
  readonly sharpObserved?: { readonly decode?: string; readonly metadataError?: string };
  readonly groundTruth: {
    readonly expected?: string;
    readonly exif?: { readonly dateTimeOriginal?: string; readonly latitude?: number; readonly longitude?: number };
  };
}

describeWith('shared', 'every file of the sets general and hostile', () => {
  const { files } = JSON.parse(readFileSync(join(sharedDir, 'data/manifest.json'), 'utf8')) as { files: ManifestFile[] };
  const pictures = files.filter((file) => /^(general|hostile)\//.test(file.path));
  const engine = createMediaEngine({
    workers: 2,
    maxPixels: 268_402_689,
    maxFileBytes: 536_870_912,
    ffmpegPath: null,
    ffprobePath: null,
    log: createLog('silent'),
  });
  const analyse = (path: string): Promise<MediaAnalysis> => engine.analyse({ path: join(sharedDir, 'data', path), recipe, dataDir: null });
  afterAll(() => engine.close());

  test('T01 T04 T05: ends as it should, and no child dies of it', async () => {
    const outcomes = await Promise.all(
      pictures.map(async ({ path }) => [
        basename(path),
        await analyse(path).then(
          () => 'decoded',
          (error: { code?: string }) => error.code ?? String(error),
        ),
      ]),
    );
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(pictures.map(({ path }) => [basename(path), REFUSED[basename(path)] ?? 'decoded'])),
    );
  }, 180_000);

  test('states date and place as its EXIF does', async () => {
    const stated = pictures.filter(({ path, groundTruth: { exif } }) => !REFUSED[basename(path)] && exif?.dateTimeOriginal);
    expect(stated.length).toBeGreaterThan(25);
    const wrong = await Promise.all(
      stated.map(async (file) => ({ path: file.path, problems: problemsOf(file, await analyse(file.path)) })),
    );
    expect(wrong.filter(({ problems }) => problems.length > 0)).toEqual([]);
  }, 180_000);

  test('of one orientation series looks the same upright', async () => {
    const series = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8].map((tag) => analyse(`general/orientation/Landscape_${tag}.jpg`)));
    for (const { width, height, perceptualHash } of series) {
      expect([width, height]).toEqual([1800, 1200]);
      expect(hammingDistance(perceptualHash, series[0]?.perceptualHash ?? '')).toBeLessThanOrEqual(2);
    }
  }, 60_000);

  test('in HEIC is turned once: by irot where the file has it, else by EXIF', async () => {
    await expect(analyse('general/photoprism/iphone_7.heic')).resolves.toMatchObject({
      width: 3024,
      height: 4032,
      identification: { format: 'heic' },
    });
    await expect(analyse('general/photoview/exif_subsec_timezone.heic')).resolves.toMatchObject({
      width: 3024,
      height: 4032,
      metadata: { takenLocal: '2025-10-28T14:20:22.164', takenOffsetMinutes: 60, camera: 'Apple iPhone 15 Pro' },
    });
  }, 60_000);

  test('in RAW shows its embedded preview with the metadata of the RAW', async () => {
    const raw = await analyse('general/photoprism/canon_eos_6d.dng');
    expect(raw).toMatchObject({
      width: 1024,
      height: 683,
      identification: { format: 'dng', kind: 'photo' },
      metadata: { camera: 'Canon EOS 6D', takenLocal: '2019-06-06T07:29:51.000' },
    });
  });

  test.each([
    ['hostile/exif-future.jpg', { takenLocal: '2099-01-01T00:00:00.000' }],
    ['hostile/exif-garbage-date.jpg', { takenLocal: null }],
    ['hostile/exif-zero-date.jpg', { takenLocal: null }],
    ['hostile/exif-offset.jpg', { takenLocal: '2019-07-01T23:30:00.000', takenOffsetMinutes: 540 }],
    ['hostile/gps-null-island.jpg', { latitude: null, longitude: null }],
    ['hostile/gps-out-of-range.jpg', { latitude: null, longitude: null }],
    ['hostile/gps-south-west.jpg', { latitude: -33.8568, longitude: -70.5 }],
    ['general/immich/metadata/dates/date-priority-test.jpg', { takenLocal: '2023-02-02T02:00:00.000', takenSource: 'exif' }],
    ['general/immich/metadata/rating/mongolels.jpg', { rating: 3, title: 'Mongol Els' }],
    ['general/immich/albums/nature/el_torcal_rocks.jpg', { description: null, camera: 'Sony DSLR-A550' }],
    ['general/immich/metadata/faces/portrait.jpg', { keywords: ['Marie Curie', 'Pierre Curie'] }],
    ['general/photoprism/dog_created_1919.jpg', { takenLocal: '1919-05-04T05:59:26.000' }],
    ['general/immich/formats/heic/IMG_2682.heic', { takenLocal: '2019-03-21T11:04:22.348', latitude: 41.2203, longitude: -96.071625 }],
  ])('%s says %j', async (path, expected) => {
    await expect(analyse(path)).resolves.toMatchObject({ metadata: expected });
  });

  test('what a scan should not even open is told by its name', () => {
    const hostile = pictures.map(({ path }) => basename(path)).filter((name) => !isWorthOpening(name));
    expect(hostile).toEqual(
      expect.arrayContaining(['._IMG_0001.jpg', '.hidden.jpg', 'Thumbs.db', 'script.svg', 'zip-slip.zip', '2000.xmp']),
    );
    expect(hostile).not.toEqual(expect.arrayContaining(['no_extension', '-rf.jpg']));
  });
});

function problemsOf(file: ManifestFile, { metadata }: MediaAnalysis): string[] {
  const { dateTimeOriginal = '', latitude, longitude } = file.groundTruth.exif ?? {};
  const expected = dateTimeOriginal.replace(/^(\d{4}):(\d\d):(\d\d) /, '$1-$2-$3T');
  const near = (left: number | null, right = 0): boolean => left !== null && Math.abs(left - right) < 1e-5;
  return [
    ...(metadata.takenLocal?.startsWith(expected) ? [] : [`${metadata.takenLocal} is not ${expected}`]),
    ...(latitude && !(near(metadata.latitude, latitude) && near(metadata.longitude, longitude))
      ? [`${metadata.latitude}, ${metadata.longitude} is elsewhere`]
      : []),
  ];
}
