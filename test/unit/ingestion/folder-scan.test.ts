import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scanFolder, withoutUnreadable } from '../../../server/ingestion/folder-scan.js';
import type { FoundFile } from '../../../server/ingestion/sources/folder.source.js';
import type { Failure } from '../../../server/repositories/failure.repository.js';
import type { Source } from '../../../server/repositories/source.repository.js';

const never = new AbortController().signal;
const found = (path: string, bytes = 10, modifiedMs = 1): FoundFile => ({ path, bytes, modifiedMs });
const source = (path: string, fields: Partial<Source> = {}): Source =>
  ({ rootId: 'r', path, documentId: path, contentHash: path, bytes: 10, modifiedMs: 1, state: 'present', ...fields }) as Source;
const failure = (path: string, fields: Partial<Failure> = {}): Failure =>
  ({
    rootId: 'r',
    path,
    bytes: 10,
    modifiedMs: 1,
    code: 'truncated',
    message: 'Half.',
    attempts: 1,
    pipelineVersion: 1,
    ...fields,
  }) as Failure;

async function* walk(files: readonly FoundFile[]): AsyncGenerator<FoundFile> {
  yield* files;
}

const scan = (files: readonly FoundFile[], known: { sources?: Source[]; failures?: Failure[]; retry?: string } = {}) =>
  scanFolder(
    walk(files),
    {
      sources: new Map(known.sources?.map((one) => [one.path, one])),
      failures: new Map(known.failures?.map((one) => [one.path, one])),
      isWorthRetrying: ({ code }) => code === known.retry,
    },
    never,
  );

describe('a walk over a root held against what is known', () => {
  test('leaves the untouched alone and takes the new, the changed and the touched', async () => {
    const sources = [source('same'), source('grown'), source('touched'), source('gone'), source('back', { state: 'missing' })];
    const result = await scan([found('back'), found('grown', 11), found('new'), found('same'), found('touched', 10, 2)], { sources });
    expect(result.pending.map(({ path }) => path)).toEqual(['grown', 'new', 'touched']);
    expect(result).toMatchObject({ unchanged: 1, returned: ['back'], found: 5, failures: [] });
    expect(result.vanished.map(({ path }) => path)).toEqual(['gone']);
  });

  test('passes over what failed before until it changes or may turn out otherwise', async () => {
    const failures = [failure('half'), failure('half-and-changed'), failure('crashed', { code: 'crashed' })];
    const files = [found('half'), found('half-and-changed', 12), found('crashed')];
    const result = await scan(files, { failures, retry: 'crashed' });
    expect(result.failures.map(({ path }) => path)).toEqual(['half']);
    expect(result.pending.map(({ path }) => path)).toEqual(['half-and-changed', 'crashed']);
  });

  test('names failures of files that are gone, and of no others', async () => {
    const failures = [failure('gone'), failure('half'), failure('tried-again', { code: 'crashed' })];
    const result = await scan([found('half'), found('tried-again')], { failures, retry: 'crashed' });
    expect(result.vanishedFailures.map(({ path }) => path)).toEqual(['gone']);
  });

  test('takes nothing for gone that lies in a folder that could not be read', async () => {
    const paths = ['year/a', 'year/may/b', 'years/c', 'year'];
    const result = await scan([], { sources: paths.map((path) => source(path)), failures: paths.map((path) => failure(path)) });
    const left = (unreadable: readonly string[]): string[][] => {
      const { vanished, vanishedFailures } = withoutUnreadable(result, unreadable);
      return [vanished, vanishedFailures].map((list) => list.map(({ path }) => path));
    };
    expect(left([])).toEqual([paths, paths]);
    expect(left(['year'])).toEqual([
      ['years/c', 'year'],
      ['years/c', 'year'],
    ]);
    expect(left(['year/may'])).toEqual([
      ['year/a', 'years/c', 'year'],
      ['year/a', 'years/c', 'year'],
    ]);
    expect(left([''])).toEqual([[], []]);
  });

  test('puts every file in exactly one place, known or not', async () => {
    const paths = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
    const property = fc.asyncProperty(paths, paths, paths, async (there, known, failed) => {
      const result = await scan(
        there.map((path) => found(path)),
        { sources: known.map((path) => source(path)), failures: failed.map((path) => failure(path)) },
      );
      expect(result.pending.length + result.unchanged + result.returned.length + result.failures.length).toBe(there.length);
      expect(result.vanished.map(({ path }) => path).sort()).toEqual(known.filter((path) => !there.includes(path)).sort());
    });
    await fc.assert(property);
  });

  test('stops when it is told to', async () => {
    await expect(
      scanFolder(walk([found('a')]), { sources: new Map(), failures: new Map(), isWorthRetrying: () => false }, AbortSignal.abort()),
    ).rejects.toThrow();
  });
});
