import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { startArchive } from '../support/archive.js';
import { copyTemplate } from '../support/database-template.js';
import { PictureFolder } from '../support/pictures.js';
import { waitUntil } from '../support/processes.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

/** What an archive tells of its video and its photo. */
interface Told {
  readonly frames: readonly number[];
  readonly photoProcessedAt: string;
}

describeWith('ffmpeg', 'the moments of a video in an archive of an earlier version', () => {
  const folder = new PictureFolder();
  let dataDir: string;
  const framesOnDisk = (): string[] =>
    readdirSync(join(dataDir, 'thumbnails'), { recursive: true, encoding: 'utf8' }).filter((path) => /frames\/\d+\.webp$/.test(path));

  beforeAll(async () => {
    folder.write('photo.jpg', await scene(1).jpeg().toBuffer());
    for (const number of [3, 4])
      writeFileSync(join(folder.path, `still-${number}.png`), await scene(number).resize(320, 240).png().toBuffer());
    // At the rate of the film, so that every version of ffmpeg cuts it at the same moment.
    const still = ['-framerate', '10', '-loop', '1', '-t', '3', '-i'];
    const inputs = [3, 4].flatMap((number) => [...still, join(folder.path, `still-${number}.png`)]);
    const film = ['-filter_complex', 'concat=n=2', '-r', '10', '-c:v', 'mpeg4', join(folder.path, 'film.mp4')];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...inputs, ...film]);
    dataDir = await copyTemplate();
  }, 60_000);

  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
    folder.remove();
  });

  /** Runs an ingestion, and tells what it left after something was done to the closed database. */
  async function ingest(afterwards: readonly string[] = []): Promise<Told> {
    const archive = await startArchive({ dataDir });
    await archive.ingest([folder.path]);
    await archive.close({ keep: true });
    const { dataSource, close } = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
    const rows = async <Row>(sql: string): Promise<Row[]> => (await dataSource.query(sql)) as Row[];
    const frames = await rows<{ ms: number }>(`SELECT frame_ms AS ms FROM image_embeddings WHERE kind = 'frame' ORDER BY 1`);
    const [photo] = await rows<{ at: string }>(
      `SELECT max(p.at)::text AS at FROM processing p JOIN documents d ON d.id = p.document_id WHERE d.kind = 'photo'`,
    );
    for (const sql of afterwards) await dataSource.query(sql);
    await close();
    return { frames: frames.map(({ ms }) => ms), photoProcessedAt: photo?.at ?? '' };
  }

  test('are looked for again at the next ingestion, and no photo is read for it', async () => {
    const first = await ingest([
      `DELETE FROM processing WHERE step = 'moments'`,
      `DELETE FROM image_embeddings WHERE kind = 'frame' AND frame_ms > 1000`,
    ]);
    expect(first.frames).toEqual([750, 2_250, 3_750, 5_250]);
    for (const path of framesOnDisk()) rmSync(join(dataDir, 'thumbnails', path));
    expect(await ingest()).toEqual(first);
    expect(
      framesOnDisk()
        .map((path) => path.split('/').at(-1))
        .sort(),
    ).toEqual(['2250.webp', '3750.webp', '5250.webp', '750.webp']);
  }, 120_000);

  test('go with the video when it is forgotten', async () => {
    expect(framesOnDisk()).toHaveLength(4);
    const archive = await startArchive({ dataDir });
    const { images } = await archive.ask<{ images: { edges: { node: { id: string } }[] } }>(
      '{ images(filter: { kind: VIDEO }) { edges { node { id } } } }',
    );
    const scope = { imageIds: images.edges.map(({ node }) => node.id) };
    const preview = 'query ($scope: ForgetScope!) { previewForget(scope: $scope) { token } }';
    const { previewForget } = await archive.ask<{ previewForget: { token: string } }>(preview, { scope });
    const forget = 'mutation ($scope: ForgetScope!, $token: String!) { forget(scope: $scope, token: $token, withSidecars: true) { id } }';
    await archive.ask(forget, { scope, token: previewForget.token });
    await waitUntil(() => framesOnDisk().length === 0);
    await archive.close({ keep: true });
    expect(existsSync(join(folder.path, 'film.mp4'))).toBe(true);
  }, 60_000);
});
