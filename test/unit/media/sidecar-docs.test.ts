import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseSidecar } from '../../../server/media/sidecar-format.js';
import { renderSidecar } from '../../../server/media/sidecar-render.js';
import { sidecarSchema } from '../../../server/media/sidecar-schema.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Record<string, Schema | true>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly maxItems?: number;
  readonly pattern?: string;
}

const docs = join(import.meta.dirname, '../../../docs');
const documented = JSON.parse(readFileSync(join(docs, 'annotation.schema.json'), 'utf8')) as Schema & { $defs: Record<string, Schema> };
const page = readFileSync(join(docs, 'sidecar.md'), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

/** Every property of a schema by its path, with how many elements a list may have. */
function pathsOf(schema: Schema | true, path = ''): string[] {
  if (schema === true) return [path];
  const { $ref, properties = {}, items, anyOf = [], maxItems } = schema;
  const referred = $ref ? pathsOf(documented.$defs[$ref.split('/').at(-1) ?? ''] ?? {}, path) : [];
  const own = Object.entries(properties).flatMap(([name, inner]) => pathsOf(inner, `${path}.${name}`));
  const inside = [...(items ? pathsOf(items, `${path}[${maxItems ?? ''}]`) : []), ...anyOf.flatMap((one) => pathsOf(one, path))];
  return [...new Set([path, ...referred, ...own, ...inside])].sort();
}

describe('The documentation of sidecars', () => {
  test('its schema names exactly what is read, and the labels that are only written', () => {
    const read = pathsOf(z.toJSONSchema(sidecarSchema, { io: 'input', unrepresentable: 'any' }) as Schema);
    const told = pathsOf(documented).filter((path) => !path.startsWith('.labels'));
    expect(told).toEqual(read);
  });

  test('its example is read and written as it stands', () => {
    const sidecar = parseSidecar(Buffer.from(example));
    expect([...sidecar.facts.keys()].sort()).toEqual([
      'people/01890000-0000-7000-8000-0000000000aa',
      'tags/lake',
      'tags/sea',
      'taken',
      'title',
    ]);
    const content = { ...sidecar, documentId: sidecar.documentId ?? '', contentHash: sidecar.contentHash ?? '' };
    const labels = (JSON.parse(example) as { labels: { name: string; score: number; model: string }[] }).labels;
    expect(JSON.parse(renderSidecar({ ...content, labels }, null))).toEqual(JSON.parse(example));
  });
});
