import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startArchive, type TestArchive } from '../support/archive.js';
import { PictureFolder } from '../support/pictures.js';
import { waitUntil } from '../support/processes.js';
import { scene } from '../support/scenes.js';

interface Run {
  readonly id: string;
  readonly outcome: string;
}

const RUN = 'id outcome phase summary';
const TEST = { kind: 'job', name: 'test' } as const;
const folder = new PictureFolder();
let archive: TestArchive;

beforeAll(async () => {
  for (let number = 0; number < 20; number += 1) folder.write(`${number}.jpg`, await scene(number).jpeg().toBuffer());
}, 60_000);
afterAll(() => folder.remove());

describe('progress over a WebSocket', () => {
  const clients: Client[] = [];
  let cookie = '';

  beforeAll(async () => {
    archive = await startArchive({ environment: { CLIP_MODEL: 'builtin', BROWSE_ROOTS: folder.path }, mountPath: '/photos' });
    await archive.application.services.accounts.createUser({ name: 'Ada', role: 'owner', password: 'correct horse battery' });
    const headers = { 'content-type': 'application/json' };
    const login = await fetch(`${archive.base}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Ada', password: 'correct horse battery' }),
    });
    cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  }, 60_000);
  afterEach(() => clients.splice(0).forEach((client) => void client.dispose()));
  afterAll(() => archive.close(), 60_000);

  const address = (): string => `${archive.base.replace(/^http/, 'ws')}/graphql`;
  const origin = (): string => new URL(archive.base).origin;

  /** The HTTP status that an upgrade with these headers is answered with; 101 when it is let in. */
  const statusOf = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address(), 'graphql-transport-ws', { headers });
      socket.on('open', () => (socket.close(), resolve(101)));
      socket.on('unexpected-response', (request, response) => (request.destroy(), resolve(response.statusCode ?? 0)));
      socket.on('error', reject);
    });

  function subscribe(headers: Record<string, string>): { seen: Run[]; error: () => unknown; isReady: Promise<unknown> } {
    class Socket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    }
    const seen: Run[] = [];
    let failure: unknown = null;
    const client = createClient({ url: address(), webSocketImpl: Socket, retryAttempts: 0, lazy: true });
    clients.push(client);
    const isReady = new Promise((done) => client.on('connected', done));
    client.subscribe<{ jobProgress: Run }>(
      { query: `subscription { jobProgress { ${RUN} } }` },
      {
        next: ({ data }) => void (data && seen.push(data.jobProgress)),
        error: (error) => void (failure = error),
        complete: () => undefined,
      },
    );
    return { seen, error: () => failure, isReady };
  }

  test.each<[string, () => Record<string, string>]>([
    ['a cookie', () => ({ cookie, origin: origin() })],
    ['a token', () => ({ authorization: archive.owner.authorization })],
  ])('with %s every phase of a run arrives, and its end', async (_name, headers) => {
    const { seen, error, isReady } = subscribe(headers());
    await isReady;
    // The subscription itself is a message behind the greeting.
    await waitUntil(async () => {
      if (seen.length === 0) await archive.ingest([]).catch(() => undefined);
      return seen.length > 0;
    });
    const started = await archive.application.jobs.start('ingest', { folder: [folder.path] }, TEST);
    const { report } = await started.finished;
    const ofRun = (): Run[] => seen.filter(({ id }) => id === started.run.id);
    await waitUntil(() => ofRun().some(({ outcome }) => outcome !== 'RUNNING'));
    expect(ofRun().at(-1)).toMatchObject({ outcome: 'SUCCEEDED', phase: null, summary: report?.summary });
    expect(error()).toBeNull();
  });

  test('T23 nobody listens without a session, from a foreign origin, with a bad token, or under another Host', async () => {
    expect(await statusOf({ cookie, origin: origin() })).toBe(101);
    expect(await statusOf({ origin: origin() })).toBe(401);
    expect(await statusOf({ cookie })).toBe(403);
    expect(await statusOf({ cookie, origin: 'https://evil.test' })).toBe(403);
    expect(await statusOf({ cookie, origin: 'null' })).toBe(403);
    expect(await statusOf({ cookie, origin: origin(), 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusOf({ authorization: 'Bearer ie_wrong' })).toBe(401);
    expect(await statusOf({ cookie, origin: 'http://evil.test', host: 'evil.test' })).toBe(421);
  });

  test('T25 an operation over the socket meets the same bounds as one over HTTP', async () => {
    const client = createClient({
      url: address(),
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string) {
          super(url, protocols, { headers: archive.owner });
        }
      },
      retryAttempts: 0,
    });
    clients.push(client);
    const deep = `{ images { edges { node { ${'stack { image { '.repeat(8)} id ${'} }'.repeat(8)} } } } }`;
    const answer = await new Promise((done) =>
      client.subscribe({ query: deep }, { next: done, error: done, complete: () => done('nothing') }),
    );
    expect(JSON.stringify(answer)).toMatch(/nests deeper than/);
  });
});
