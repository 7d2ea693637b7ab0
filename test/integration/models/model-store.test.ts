import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../server/logging.js';
import type { DownloadProgress } from '../../../server/models/download-meter.js';
import { ModelStore, type ModelStoreOptions } from '../../../server/models/model-store.js';
import { PlayedHub, rowOf } from './hub.js';

const ID = 'played-detector';
// Larger than one socket buffer, so that a broken connection leaves some of it here.
const FILE = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7 + (index >> 8)) % 256);

describe('ModelStore with a hub', () => {
  let folder: string;
  let hub: PlayedHub;
  let address: string;
  const target = () => join(folder, ID, 'onnx/network.onnx');
  const openStore = (options: Partial<ModelStoreOptions> = {}) =>
    new ModelStore({ folder, cachePath: null, manifest: [rowOf(FILE)], hub: address, ...options }, createLog('silent'));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'model-store-'));
    hub = new PlayedHub(FILE);
    address = await hub.start();
  });

  afterEach(async () => {
    await hub.stop();
    await rm(folder, { recursive: true });
  });

  test('downloads what is missing, tells progress up to the last byte and leaves a folder that stands alone', async () => {
    const told: DownloadProgress[] = [];
    expect(await openStore().find(ID)).toBeNull();
    const stored = await openStore().get(ID, (progress) => told.push(progress));
    expect(stored.pathOf('onnx/network.onnx')).toBe(target());
    expect((await readFile(target())).equals(FILE)).toBe(true);
    expect(told.at(-1)).toMatchObject({ modelId: ID, file: 'onnx/network.onnx', doneBytes: FILE.length, totalBytes: FILE.length });
    expect(told.every((progress, index) => progress.doneBytes >= (told[index - 1]?.doneBytes ?? 0))).toBe(true);
    expect((await readdir(join(folder, ID), { recursive: true })).sort()).toEqual(['model.json', 'onnx', 'onnx/network.onnx']);
    const alone = openStore({ manifest: [], hub: null });
    expect((await alone.get(ID)).descriptor).toEqual(stored.descriptor);
    expect(hub.ranges).toEqual([null]);
  });

  test('goes on after a broken connection from the bytes that came', async () => {
    hub.behaviour = { breakAfterBytes: 1_000_000 };
    await openStore().get(ID);
    expect((await readFile(target())).equals(FILE)).toBe(true);
    expect(hub.ranges).toEqual([null, expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
  });

  test('T39 resumes the part that a killed process left', async () => {
    await mkdir(join(folder, ID, 'onnx'), { recursive: true });
    await writeFile(`${target()}.part`, FILE.subarray(0, 1234));
    await openStore().get(ID);
    expect(hub.ranges).toEqual(['bytes=1234-']);
    expect((await readFile(target())).equals(FILE)).toBe(true);
  });

  test('T39 takes over the lock of a process that has ended', async () => {
    await mkdir(join(folder, ID), { recursive: true });
    // Linux gives no process a number over 4,194,304.
    await writeFile(join(folder, ID, '.lock'), '4194305');
    await expect(openStore().get(ID)).resolves.toBeDefined();
  });

  test('starts anew where the hub ignores ranges', async () => {
    await mkdir(join(folder, ID, 'onnx'), { recursive: true });
    await writeFile(`${target()}.part`, Uint8Array.of(9, 9, 9));
    hub.behaviour = { ignoreRange: true };
    await openStore().get(ID);
    expect((await readFile(target())).equals(FILE)).toBe(true);
  });

  test('starts anew where the part belongs to another version', async () => {
    await mkdir(join(folder, ID, 'onnx'), { recursive: true });
    await writeFile(`${target()}.part`, new Uint8Array(5000));
    await openStore().get(ID);
    expect(hub.ranges).toEqual(['bytes=5000-', null]);
    expect((await readFile(target())).equals(FILE)).toBe(true);
  });

  test('refuses other bytes of the same length and keeps nothing of them', async () => {
    hub.behaviour = { instead: new Uint8Array(FILE.length) };
    const message = expect.stringMatching(
      /^Expected network\.onnx to be 3000000 bytes with the sha256 \w{64} but received a file with the sha256 \w{64}\./,
    );
    await expect(openStore().get(ID)).rejects.toMatchObject({ code: 'UNPROCESSABLE', message });
    expect(await readdir(join(folder, ID), { recursive: true })).toEqual(['onnx']);
  });

  test('refuses a file of another size before it is downloaded', async () => {
    hub.behaviour = { instead: FILE.subarray(0, 100) };
    await expect(openStore().get(ID)).rejects.toThrow('received an answer of 100 bytes from byte 0');
  });

  test('says in one sentence that a hub cannot be reached', async () => {
    await hub.stop();
    const { host } = new URL(address);
    const message = `The model hub at ${host} cannot be reached (ECONNREFUSED).`;
    await expect(openStore().get(ID)).rejects.toMatchObject({ code: 'UNAVAILABLE', message });
    hub = new PlayedHub(FILE);
    await hub.start();
  });

  test('gives up on a hub that takes the connection and says nothing', async () => {
    hub.behaviour = { silent: true };
    await expect(openStore({ answerTimeoutMs: 50 }).get(ID)).rejects.toThrow('cannot be reached (no answer in time).');
  });

  test('says what a hub answers when it has no such file', async () => {
    hub.behaviour = { status: 404 };
    await expect(openStore().get(ID)).rejects.toThrow('answered 404 for network.onnx.');
  });

  test('follows a redirect, but only to http or https', async () => {
    hub.behaviour = { redirectTo: 'file:///etc/passwd' };
    await expect(openStore().get(ID)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    hub.behaviour = { redirectTo: '/moved/network.onnx' };
    await expect(openStore().get(ID)).resolves.toBeDefined();
  });

  test('T40 downloads a file once when two ask for it at the same time', async () => {
    await Promise.all([openStore().get(ID), openStore().get(ID), openStore().get(ID)]);
    expect(hub.ranges).toHaveLength(1);
  });

  test('asks the hub for nothing when downloading is turned off', async () => {
    const refused = openStore({ hub: null }).get(ID);
    await expect(refused).rejects.toThrow('The model played-detector is not on this machine. Downloading is turned off.');
    expect(hub.ranges).toEqual([]);
  });

  test('T47 sees a flipped byte when it verifies, and fetches the file anew', async () => {
    const cachePath = join(folder, 'verified.json');
    const stored = await openStore({ cachePath }).get(ID);
    const flipped = FILE.slice();
    flipped[17] = (flipped[17] ?? 0) ^ 1;
    await writeFile(stored.pathOf('onnx/network.onnx'), flipped);
    const [status] = await openStore({ cachePath }).list(true);
    expect(status).toMatchObject({ present: true, flaws: [expect.stringContaining('onnx/network.onnx has the sha256')] });
    await openStore({ cachePath }).get(ID);
    expect((await openStore({ cachePath }).list())[0]?.flaws).toEqual([]);
  });

  test('T06 refuses a descriptor whose files lie outside the models folder', async () => {
    const { model } = rowOf(FILE);
    await mkdir(join(folder, 'evil'));
    const evil = {
      ...model,
      id: 'evil',
      network: { ...(model.kind === 'face-detector' ? model.network : {}), file: '../../outside.onnx' },
    };
    await writeFile(join(folder, 'evil', 'model.json'), JSON.stringify(evil));
    await expect(openStore({ manifest: [], hub: null }).get('evil')).rejects.toMatchObject({ code: 'UNPROCESSABLE' });
  });

  test('names the models there are when asked for another', async () => {
    await expect(openStore().get('nothing')).rejects.toThrow('There is no model "nothing". There are: played-detector.');
  });
});
