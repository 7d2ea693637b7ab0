import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, modelDescriptor } from '../../../server/models/descriptor.js';
import { hubPath, MANIFEST } from '../../../server/models/manifest.js';
import { describeWith, sharedDir } from '../../support/requirements.js';

describe('the manifest', () => {
  test.each(MANIFEST.map((row) => [row.model.id, row] as const))(
    '%s is a descriptor whose files all have a size and a pinned place',
    (_id, row) => {
      expect(modelDescriptor.parse(row.model)).toEqual(row.model);
      for (const file of filesOf(row.model)) {
        expect(file.bytes).toBeGreaterThan(0);
        expect(hubPath(row, file.file)).toMatch(/^[\w-]+\/[\w-]+\/resolve\/[0-9a-f]{40}\/[\w./-]+$/);
      }
    },
  );

  test('holds every id once and permissive licences only', () => {
    const ids = MANIFEST.map((row) => row.model.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(MANIFEST.every((row) => ['MIT', 'Apache-2.0'].includes(row.model.licence))).toBe(true);
  });

  test('T48 runs dynamic-int8 networks one picture at a time', () => {
    const quantized = MANIFEST.map((row) => row.model).filter((model) => model.kind === 'clip' && model.precision.startsWith('dynamic'));
    expect(quantized.map((model) => (model.kind === 'clip' ? model.vision.batch : null))).toEqual([1, 1]);
  });
});

describe('modelDescriptor', () => {
  const model = structuredClone(MANIFEST[0]?.model) as Record<string, unknown> & { vision: Record<string, unknown> };

  test.each(['/etc/passwd', 'C:/x.onnx', 'a\\b', 'a\0b', ''])('T06 refuses %j as a file', (file) => {
    expect(modelDescriptor.safeParse({ ...model, vision: { ...model.vision, file } }).success).toBe(false);
  });

  test('refuses a key it does not know, so that a misspelling is not silently ignored', () => {
    expect(modelDescriptor.safeParse({ ...model, vision: { ...model.vision, meen: [0, 0, 0] } }).success).toBe(false);
  });
});

describeWith('shared', 'the models beside the project', () => {
  test.each(['standin-imagenet-clip', 'yunet', 'mobilefacenet-foamliu'])('%s/model.json parses unchanged', (folder) => {
    const raw: unknown = JSON.parse(readFileSync(join(sharedDir, 'models', folder, 'model.json'), 'utf8'));
    expect(modelDescriptor.parse(raw)).toEqual(raw);
  });
});
