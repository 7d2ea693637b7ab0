import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { limitBody } from '../../../server/security/body-limits.js';

const LIMITS = { maxBytes: 1_000, silenceMs: 5_000, totalMs: 60_000 };

/** A streaming multipart request as the HTTP parser feeds one, and what `next` was called with. */
function upload(
  headers: Record<string, string>,
  isComplete = false,
): { feed: Readable; passed: string[]; given: unknown[]; leave: () => void } {
  const feed = new Readable({ read: () => undefined });
  const request = Object.assign(feed, {
    headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
    complete: isComplete,
    is: (types: string | string[]) => [types].flat().includes('multipart/form-data'),
  }) as unknown as Request;
  const response = new EventEmitter();
  const [passed, given]: [string[], unknown[]] = [[], []];
  limitBody(LIMITS)(request, response as Response, (error?: unknown) => void given.push(error));
  feed.on('data', (chunk: Buffer) => passed.push(chunk.toString()));
  return { feed, passed, given, leave: () => void response.emit('close') };
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('the limits of a body', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('T12 a body without a declared length is cut at its limit, and not a byte more is handed on', async () => {
    const { feed, passed, given } = upload({ 'transfer-encoding': 'chunked' });
    for (let chunk = 0; chunk < 20; chunk += 1) feed.push(Buffer.alloc(100, 'a'));
    await turn();
    expect(passed.join('')).toHaveLength(1_000);
    expect(given).toEqual([undefined, expect.objectContaining({ code: 'TOO_LARGE', details: { maxBytes: 1_000 } })]);
  });

  test('T12 a declared length that lies is cut as well', async () => {
    const { feed, passed, given } = upload({ 'content-length': '10' });
    feed.push(Buffer.alloc(5_000, 'a'));
    await turn();
    expect([passed, given[1]]).toEqual([[], expect.objectContaining({ code: 'TOO_LARGE' })]);
  });

  test('T12 a body that falls silent is refused once', () => {
    jest.useFakeTimers();
    const { feed, given } = upload({ 'transfer-encoding': 'chunked' });
    for (let chunk = 0; chunk < 5; chunk += 1) {
      jest.advanceTimersByTime(4_000);
      feed.push('a');
    }
    expect(given).toEqual([undefined]);
    jest.advanceTimersByTime(120_000);
    expect(given).toEqual([undefined, expect.objectContaining({ code: 'BAD_REQUEST' })]);
  });

  test('a body that is here already is not waited for, however long its answer takes', () => {
    jest.useFakeTimers();
    const { given } = upload({ 'content-length': '10' }, true);
    jest.advanceTimersByTime(120_000);
    expect(given).toEqual([undefined]);
  });

  test('a body that we leave unread is not called silent', () => {
    jest.useFakeTimers();
    const { feed, given } = upload({ 'transfer-encoding': 'chunked' });
    feed.removeAllListeners('data').pause();
    feed.push('a');
    jest.advanceTimersByTime(20_000);
    expect(given).toEqual([undefined]);
  });

  test('T12 a body that drips a byte a second ends with the time for the whole', () => {
    jest.useFakeTimers();
    const { feed, given } = upload({ 'transfer-encoding': 'chunked' });
    for (let second = 0; second < 100; second += 1) {
      feed.push('a');
      jest.advanceTimersByTime(1_000);
    }
    expect(given).toHaveLength(2);
  });

  test('a body that ended, or whose sender left, is not timed any more', () => {
    jest.useFakeTimers();
    const [ended, left] = [upload({ 'content-length': '1' }), upload({ 'content-length': '1' })];
    ended.feed.push('a');
    ended.feed.push(null);
    left.leave();
    expect(jest.getTimerCount()).toBe(0);
    expect([ended.given, left.given]).toEqual([[undefined], [undefined]]);
  });
});
