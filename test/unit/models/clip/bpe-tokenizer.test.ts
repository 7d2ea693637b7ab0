import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpeTokenizer } from '../../../../server/models/clip/bpe-tokenizer.js';
import { describeWith, sharedDir } from '../../../support/requirements.js';

const vocabularyDir = join(sharedDir, 'models/clip-bpe-vocab');

describe('BpeTokenizer', () => {
  test('refuses a vocabulary with too few merges', () => {
    expect(() => new BpeTokenizer('#version: 0.2\ni n\nt h\n')).toThrow('Expected a CLIP vocabulary of 48894 merges but received 3.');
  });
});

describeWith('shared', 'BpeTokenizer with the vocabulary of CLIP', () => {
  let tokenizer: BpeTokenizer;
  beforeAll(async () => void (tokenizer = await BpeTokenizer.load(join(vocabularyDir, 'merges.txt'))));

  test('encodes the published example', () => {
    expect(tokenizer.encode('a photo of a cat')).toEqual([49406, 320, 1125, 539, 320, 2368, 49407]);
  });

  test('folds case and white space', () => {
    expect(tokenizer.encode('  A\tPhoto \n of a  CAT ')).toEqual(tokenizer.encode('a photo of a cat'));
  });

  test('gives whole words the ids of vocab.json', () => {
    const ids = JSON.parse(readFileSync(join(vocabularyDir, 'vocab.json'), 'utf8')) as Record<string, number>;
    const words = Object.keys(ids).filter((token) => /^[a-z]+<\/w>$/.test(token) && !['startoftext', 'endoftext'].includes(token));
    const wrong = words.filter((token) => String(tokenizer.encode(token.replace('</w>', ''))) !== String([49406, ids[token], 49407]));
    expect(words.length).toBeGreaterThan(25_000);
    expect(wrong).toEqual([]);
  });

  test("reads OpenAI's own file to the same effect", async () => {
    const other = await BpeTokenizer.load(join(vocabularyDir, 'bpe_simple_vocab_16e6.txt.gz'));
    const text = "Grandma's 80th birthday, Zürich 東京 🎂!";
    expect(other.encode(text)).toEqual(tokenizer.encode(text));
  });

  test('keeps END when a text is too long', () => {
    const ids = tokenizer.encode('tree '.repeat(200));
    expect(ids).toHaveLength(77);
    expect(ids.at(-1)).toBe(49407);
  });

  test('begins with BEGIN, ends with END and holds at most 77 ids, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const ids = tokenizer.encode(text);
        expect(ids[0]).toBe(49406);
        expect(ids.at(-1)).toBe(49407);
        expect(ids.length).toBeLessThanOrEqual(77);
        expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < 49408)).toBe(true);
      }),
    );
  });

  test('T17 looks at no more of a huge text than 77 ids can need', () => {
    const words = 'blackandwhitephotography '.repeat(75);
    expect(tokenizer.encode(words + 'x'.repeat(1_000_000))).toEqual(tokenizer.encode(words));
  });
});
