import { describe, expect, test } from '@jest/globals';
import { LABEL_WORDS, promptsOf } from '../../../server/services/label-words.js';

// What a machine may not call people: it would be wrong sometimes, and hurt every time.
const JUDGING = /\b(ugly|fat|old (man|woman)|criminal|thief|beggar|drunk|poor|disabled|gay|race|black person|white person)\b/;

describe('the words that pictures are labelled with', () => {
  test('are some hundreds, each once, plain and short', () => {
    expect(LABEL_WORDS.length).toBeGreaterThanOrEqual(300);
    expect(LABEL_WORDS.length).toBeLessThanOrEqual(600);
    expect(new Set(LABEL_WORDS).size).toBe(LABEL_WORDS.length);
    for (const word of LABEL_WORDS) expect(word).toMatch(/^[a-z]+(?:[ -][a-z]+){0,2}$/);
  });

  test('do not judge people', () => {
    expect(LABEL_WORDS.filter((word) => JUDGING.test(word))).toEqual([]);
  });

  test('are asked for in several wordings that all name them', () => {
    const prompts = promptsOf('hot dog');
    expect(prompts.length).toBeGreaterThan(1);
    expect(new Set(prompts).size).toBe(prompts.length);
    for (const prompt of prompts) expect(prompt).toContain('hot dog');
  });
});
