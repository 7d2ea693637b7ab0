import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { en } from '../../../client/src/messages/en.js';

const root = join(import.meta.dirname, '../../../client/src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !name.includes('generated'))
  .map((name) => readFileSync(join(root, name), 'utf8'));

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${prefix}${name}`] : keysOf(text as object, `${prefix}${name}.`),
  );
}

describe('texts', () => {
  const known = new Set(keysOf(en));

  test('every key that the client names has a text', () => {
    const used = sources.flatMap((source) => [...source.matchAll(/(?<![\w.])t\('([\w.]+)'/g)].map((match) => match[1]));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => key !== undefined && !known.has(key))).toEqual([]);
  });

  test('no component sets HTML from a text', () => {
    expect(sources.filter((source) => /v-html|innerHTML/.test(source))).toEqual([]);
  });
});
