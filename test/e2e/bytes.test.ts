import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startArchive, type TestArchive } from '../support/archive.js';
import { oneBitPng } from '../support/hostile-bytes.js';
import { PictureFolder, quarters } from '../support/pictures.js';
import { waitUntil } from '../support/processes.js';

const MAX_UPLOAD_BYTES = 200_000;
const NAMES = [
  'plain.jpg',
  'späte Blüte ☃.jpg',
  "it's; filename=x.jpg",
  'a"b.jpg',
  '100%.jpg',
  '-rf.jpg',
  'two\nlines.jpg',
  '\u202egpj.exe.jpg',
  'semi;colon, comma.jpg',
];
const folder = new PictureFolder();
let archive: TestArchive;
let originals: Map<string, { id: string; bytes: Buffer }>;

beforeAll(async () => {
  mkdirSync(join(folder.path, 'year'));
  for (const [number, name] of NAMES.entries())
    writeFileSync(
      join(folder.path, 'year', name),
      await quarters(300 + number, 200)
        .jpeg()
        .toBuffer(),
    );
  // Too long for the buffers between here and there: who leaves, leaves in the middle.
  const long = join(folder.path, 'year', 'plain.jpg');
  writeFileSync(long, Buffer.concat([readFileSync(long), Buffer.alloc(16_000_000)]));
  archive = await startArchive({ environment: { CLIP_MODEL: 'builtin', MAX_UPLOAD_BYTES: String(MAX_UPLOAD_BYTES) } });
  expect((await archive.ingest([folder.path])).counts.added).toBe(NAMES.length);
  const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
    '{ images { edges { node { id fileName } } } }',
  );
  originals = new Map(
    images.edges.map(({ node }) => [node.fileName, { id: node.id, bytes: readFileSync(join(folder.path, 'year', node.fileName)) }]),
  );
}, 120_000);
afterAll(async () => {
  await archive.close();
  folder.remove();
}, 60_000);

const original = (name = 'plain.jpg') => originals.get(name) ?? { id: '', bytes: Buffer.alloc(0) };
const get = (range?: string, init: RequestInit = {}, query = ''): Promise<Response> =>
  archive.fetch(`/api/images/${original().id}/original${query}`, { ...init, headers: range === undefined ? {} : { range } });

describe('originals', () => {
  test('whole, a stretch, the end, one byte; beyond the end is a 416', async () => {
    const { bytes } = original();
    const last = bytes.length - 1;
    for (const [range, start, end] of [
      ['bytes=0-', 0, last],
      ['bytes=10-19', 10, 19],
      ['bytes=0-0', 0, 0],
      ['bytes=-7', last - 6, last],
      [`bytes=${last}-`, last, last],
      ['bytes=5-999999999', 5, last],
      ['bytes=-999999999', 0, last],
    ] as const) {
      const answer = await get(range);
      expect([range, answer.status, answer.headers.get('content-range')]).toEqual([range, 206, `bytes ${start}-${end}/${bytes.length}`]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(start, end + 1))).toBe(true);
    }
    for (const range of [undefined, 'bytes=5-2', 'bytes=a-b', 'items=0-1', 'bytes=0-1,3-4', 'bytes=-']) {
      const answer = await get(range);
      expect([range, answer.status]).toEqual([range, 200]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    }
    for (const range of [`bytes=${bytes.length}-`, 'bytes=99999999999999999999-', 'bytes=-0']) {
      const answer = await get(range);
      expect([range, answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
        range,
        416,
        `bytes */${bytes.length}`,
        '',
      ]);
    }
  });

  test('HEAD tells the length and sends nothing', async () => {
    const whole = await get(undefined, { method: 'HEAD' });
    expect([whole.status, whole.headers.get('content-length'), whole.headers.get('accept-ranges'), await whole.text()]).toEqual([
      200,
      String(original().bytes.length),
      'bytes',
      '',
    ]);
    expect((await get('bytes=0-9', { method: 'HEAD' })).headers.get('content-length')).toBe('10');
  });

  test('T02 every one comes as its detected type, inert, and cached by nobody else', async () => {
    const { headers } = await get();
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringMatching(/^private/) as unknown,
    });
  });

  test('T08 whatever a file is called, its name arrives whole and adds no header', async () => {
    for (const name of NAMES) {
      const answer = await archive.fetch(`/api/images/${original(name).id}/original?download=1`);
      const [, encoded = ''] =
        /^attachment; filename\*=UTF-8''([\w.!~*()%-]+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
      expect([name, decodeURIComponent(encoded)]).toEqual([name, name]);
    }
    expect((await get()).headers.get('content-disposition')).toMatch(/^inline; /);
  });

  test('a reader who leaves in the middle leaves no open file behind', async () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let round = 0; round < 20; round += 1) {
      const socket = connect(Number(new URL(archive.base).port), '127.0.0.1');
      socket.write(
        `GET /api/images/${original().id}/original HTTP/1.1\r\nHost: ${new URL(archive.base).host}\r\nAuthorization: ${archive.owner.authorization}\r\n\r\n`,
      );
      await new Promise((done) => socket.once('data', done));
      socket.destroy();
    }
    await waitUntil(() => open() <= before + 5);
  });
});

describe('T12 uploads', () => {
  const temporary = (): string[] => readdirSync(tmpdir()).filter((name) => /capacitor|upload|busboy/i.test(name));
  const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
  const cases = async (): Promise<[name: string, bytes: Buffer, status: number, code: string][]> => [
    ['nothing', Buffer.alloc(0), 422, 'UNPROCESSABLE'],
    ['a page', HTML, 415, 'UNSUPPORTED_MEDIA'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'UNSUPPORTED_MEDIA'],
    ['a playlist that names another file', Buffer.from(`#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n`), 415, 'UNSUPPORTED_MEDIA'],
    ['half a picture', (await quarters(400, 300).jpeg().toBuffer()).subarray(0, 900), 422, 'UNPROCESSABLE'],
    ['a bomb', oneBitPng(60_000, 60_000), 413, 'TOO_LARGE'],
    ['too much', Buffer.alloc(MAX_UPLOAD_BYTES + 1), 413, 'TOO_LARGE'],
  ];

  test('what is no picture, or too much of one, is a 4xx with a sentence, by REST and by GraphQL alike, and leaves no file', async () => {
    const before = temporary();
    for (const [name, bytes, status, code] of await cases()) {
      const form = new FormData();
      form.append('image', new Blob([new Uint8Array(bytes)]), name.includes('playlist') ? 'x.mp4' : 'x.jpg');
      const answer = await archive.fetch('/api/images/similar', { method: 'POST', body: form });
      expect([name, answer.status, await answer.json()]).toEqual([
        name,
        status,
        { error: expect.objectContaining({ code, message: expect.stringMatching(/\.$/) as unknown }) as unknown },
      ]);
      const graphql = new FormData();
      graphql.append(
        'operations',
        JSON.stringify({ query: 'query ($f: Upload!) { similarImages(query: { upload: $f }) { model } }', variables: { f: null } }),
      );
      graphql.append('map', '{"0": ["variables.f"]}');
      graphql.append('0', new Blob([new Uint8Array(bytes)]), 'x.jpg');
      const { errors } = (await (await archive.fetch('/graphql', { method: 'POST', body: graphql })).json()) as {
        errors?: { extensions: { code: string } }[];
      };
      expect([name, errors?.map(({ extensions }) => extensions.code)]).toEqual([name, [code]]);
    }
    // The file of a refused upload goes a moment after the answer.
    await waitUntil(() => temporary().every((name) => before.includes(name)));
    expect((await archive.fetch('/readyz')).status).toBe(200);
  }, 60_000);

  test('T18 one that is named by more parts than a query may have is refused, by ten read once', async () => {
    const codes = async (parts: number): Promise<string[]> => {
      const form = new FormData();
      const query = 'query ($q: [QueryPart!]!) { similarImages(query: $q) { results { isQuery } } }';
      form.append('operations', JSON.stringify({ query, variables: { q: Array.from({ length: parts }, () => ({ upload: null })) } }));
      form.append('map', JSON.stringify({ 0: Array.from({ length: parts }, (_, at) => `variables.q.${at}.upload`) }));
      form.append('0', new Blob([new Uint8Array(original('a"b.jpg').bytes)]), 'x.jpg');
      const { errors = [] } = (await (await archive.fetch('/graphql', { method: 'POST', body: form })).json()) as {
        errors?: { extensions: { code: string } }[];
      };
      return errors.map(({ extensions }) => extensions.code);
    };
    expect([await codes(2_000), await codes(11), await codes(10)]).toEqual([['BAD_REQUEST'], ['BAD_REQUEST'], []]);
  });

  test('one that is broken off in the middle leaves no file and no trouble', async () => {
    const before = temporary();
    for (const path of ['/api/images/similar', '/graphql']) {
      await new Promise<void>((done) => {
        const headers = { ...archive.owner, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '100000' };
        const call = httpRequest(archive.base, { path, method: 'POST', headers });
        call.on('error', () => done());
        call.write(
          `--x\r\nContent-Disposition: form-data; name="${path === '/graphql' ? 'operations' : 'image'}"; filename="a.jpg"\r\n\r\n${'a'.repeat(20_000)}`,
        );
        setTimeout(() => call.destroy(new Error('gone')), 100);
      });
    }
    await waitUntil(() => temporary().every((name) => before.includes(name)));
    expect((await archive.fetch('/readyz')).status).toBe(200);
  });

  test('a form without a picture, with two, or with other fields is a 400', async () => {
    const picture = new Blob([new Uint8Array(original('a"b.jpg').bytes)]);
    const forms: [string, (form: FormData) => void][] = [
      ['none', (form) => form.append('top_k', '5')],
      ['another name', (form) => form.append('file', picture, 'x.jpg')],
      ['two', (form) => (form.append('image', picture, 'x.jpg'), form.append('image', picture, 'y.jpg'))],
      ['unknown field', (form) => (form.append('image', picture, 'x.jpg'), form.append('topk', '5'))],
      ['bad number', (form) => (form.append('image', picture, 'x.jpg'), form.append('top_k', 'many'))],
      ['bad region', (form) => (form.append('image', picture, 'x.jpg'), form.append('region', '0,0,1'))],
      ['bad weight', (form) => (form.append('image', picture, 'x.jpg'), form.append('weight', 'NaN'))],
      ['bad parts', (form) => (form.append('image', picture, 'x.jpg'), form.append('parts', '[{"text":"x","weight":0}]'))],
      ['bad filters', (form) => (form.append('image', picture, 'x.jpg'), form.append('filters', '{'))],
    ];
    for (const [name, fill] of forms) {
      const form = new FormData();
      fill(form);
      expect([name, (await archive.fetch('/api/images/similar', { method: 'POST', body: form })).status]).toEqual([name, 400]);
    }
  });
});

describe('T24 showing a file', () => {
  const reveal = (headers: Record<string, string>): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const all = { ...archive.owner, 'content-type': 'application/json', ...headers };
      const call = httpRequest(archive.base, { path: '/graphql', method: 'POST', headers: all }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      call.on('error', reject).end(JSON.stringify({ query: `mutation { revealImage(id: "${original().id}") { isRevealed } }` }));
    });

  test('is refused under a foreign Host and behind any proxy', async () => {
    for (const host of ['evil.test', '127.0.0.1.evil', '0.0.0.0', 'localhost:1'])
      expect([host, (await reveal({ host })).status]).toEqual([host, 421]);
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']) {
      expect([name, (await reveal({ [name]: '127.0.0.1' })).text]).toEqual([name, expect.stringContaining('"FORBIDDEN"')]);
    }
  });
});
