import { describe, expect, test } from '@jest/globals';
import { configuredModels, printModels } from '../../../server/commands/models-terminal.js';
import { loadConfig } from '../../../server/config.js';
import { MANIFEST } from '../../../server/models/manifest.js';
import type { ModelStatus } from '../../../server/models/model-store.js';

const statuses: ModelStatus[] = MANIFEST.slice(0, 2).map(({ model }) => ({
  descriptor: model,
  bytes: 154_146_127,
  present: true,
  flaws: [],
}));

function print(changed: Partial<ModelStatus>, inUse = ['clip-vit-base-patch32']): { lines: string[]; fine: boolean } {
  const lines: string[] = [];
  const [first, ...others] = statuses.map((status, index) => (index === 0 ? { ...status, ...changed } : status));
  const fine = printModels(first ? [first, ...others] : [], inUse, { isTTY: false, print: (line) => void lines.push(line) });
  return { lines, fine };
}

describe('npm run models', () => {
  test('lists models in columns, marks those in use and is fine when they are', () => {
    expect(print({})).toEqual({
      lines: [
        '   id                          kind  licence  size      present  verified',
        '*  clip-vit-base-patch32       clip  MIT      154.1 MB  yes      yes',
        '   clip-vit-base-patch32-fp16  clip  MIT      154.1 MB  yes      yes',
      ],
      fine: true,
    });
  });

  test('is not fine when one in use is missing, and says nothing more than the table', () => {
    const { lines, fine } = print({ present: false, flaws: ['merges.txt is missing'] });
    expect(fine).toBe(false);
    expect(lines).toHaveLength(3);
  });

  test('says what is wrong with a damaged one, and that an unknown one is in use', () => {
    const { lines, fine } = print({ flaws: ['merges.txt has 1 bytes where 2 were expected'] }, ['nothing']);
    expect(fine).toBe(false);
    expect(lines.slice(3)).toEqual([
      'clip-vit-base-patch32: merges.txt has 1 bytes where 2 were expected.',
      'nothing is named in the settings, but there is no such model here.',
    ]);
  });

  test('takes the models in use from the settings, without the one that has no files', () => {
    expect(configuredModels(loadConfig({}))).toEqual(['clip-vit-base-patch32', 'yunet-2023mar', 'sface-2021dec']);
    expect(configuredModels(loadConfig({ CLIP_MODEL: 'builtin' }))).toEqual(['yunet-2023mar', 'sface-2021dec']);
  });
});
