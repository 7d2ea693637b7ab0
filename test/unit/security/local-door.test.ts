import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { AppError } from '../../../server/errors.js';
import { callLocalDoor, type LocalDoor, openLocalDoor } from '../../../server/security/local-door.js';

let dataDir: string;
let door: LocalDoor;
let server: Server;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'door-'));
  door = openLocalDoor({
    dataDir,
    handlers: {
      job: async (argument, emit) => {
        emit({ began: argument });
        await new Promise((done) => setTimeout(done, 20));
        emit('line\nwith a break');
      },
      refuses: () => Promise.reject(new AppError('CONFLICT', 'Expected a job that does not run, but it runs.')),
      breaks: () => Promise.reject(new Error('secret detail')),
      dies: async (_argument, emit) => {
        emit(1);
        server.closeAllConnections();
      },
    },
  });
  const app = express();
  app.use(door.handler);
  app.use((_request, response) => void response.status(404).send('nothing here'));
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await door.announce((server.address() as AddressInfo).port);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(dataDir, { recursive: true, force: true });
});

async function call(command: string, argument: unknown = null): Promise<unknown[]> {
  const lines: unknown[] = [];
  await callLocalDoor(dataDir, { command, argument }, (line) => lines.push(line));
  return lines;
}

describe('the local door', () => {
  test('hands a command to the server and its lines back', async () => {
    expect(await call('job', { name: 'ingest' })).toEqual([{ began: { name: 'ingest' } }, 'line\nwith a break']);
  });

  test('throws what the server threw, with bugs masked', async () => {
    await expect(call('refuses')).rejects.toMatchObject({ code: 'CONFLICT', message: 'Expected a job that does not run, but it runs.' });
    await expect(call('breaks')).rejects.toMatchObject({ code: 'INTERNAL', message: expect.not.stringContaining('secret') });
    await expect(call('toString')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('says so when the server goes away, is gone, or was never there', async () => {
    await expect(call('dies')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await writeFile(join(dataDir, 'server.json'), JSON.stringify({ port: 9, secret: 'x' }));
    await expect(call('job')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await door.close();
    await expect(call('job')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('T24 without the secret, or through a proxy, there is no door', async () => {
    const { secret } = JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8')) as { secret: string };
    const knock = (headers: Record<string, string>): request.Test =>
      request(server).post('/internal/commands').set(headers).send({ command: 'job', arguments: null });
    expect((await knock({})).text).toBe('nothing here');
    expect((await knock({ 'x-image-explorer-secret': `${secret}x` })).text).toBe('nothing here');
    expect((await knock({ 'x-image-explorer-secret': secret, 'x-forwarded-for': '127.0.0.1' })).text).toBe('nothing here');
    expect((await knock({ 'x-image-explorer-secret': secret })).status).toBe(200);
  });

  test('keeps its secret in a file that only this user can read', async () => {
    expect((await stat(join(dataDir, 'server.json'))).mode & 0o777).toBe(0o600);
  });
});
