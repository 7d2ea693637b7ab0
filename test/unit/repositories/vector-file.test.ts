import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../../server/ids.js';
import type { EmbeddingRow } from '../../../server/repositories/embedding.repository.js';
import { VectorFile } from '../../../server/repositories/vector-file.js';
import { randomNumbers, unitVector } from '../../support/vectors.js';

const DIMS = 8;
const random = randomNumbers(3);

function makeRows(count: number, firstId = 1): EmbeddingRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    documentId: newId(),
    kind: index % 3 === 0 ? 'region' : 'frame',
    region: index % 3 === 0 ? { x: 0.1, y: 1 / 3, width: 0.25, height: random() } : null,
    frameMs: index % 3 === 0 ? null : index,
    embedding: unitVector(random, DIMS),
  }));
}

async function readRows(file: VectorFile): Promise<EmbeddingRow[]> {
  const rows: EmbeddingRow[] = [];
  for await (const { records, vectors } of file.read()) {
    rows.push(...records.map((record, index) => ({ ...record, embedding: vectors.slice(index * DIMS, (index + 1) * DIMS) })));
  }
  return rows;
}

describe('the vector file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'image-explorer-vectors-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const written = async (rows: readonly EmbeddingRow[]) => {
    const file = await VectorFile.open(folder, '1', DIMS);
    await file.append(rows);
    await file.close();
  };
  const reread = async () => {
    const file = await VectorFile.open(folder, '1', DIMS);
    const rows = await readRows(file);
    await file.close();
    return rows;
  };

  test('gives back exactly what was appended, over slices and after reopening', async () => {
    const rows = makeRows(9000);
    await written(rows.slice(0, 5000));
    await written([]);
    const file = await VectorFile.open(folder, '1', DIMS);
    expect(await readRows(file)).toHaveLength(5000);
    await file.append(rows.slice(5000));
    await file.close();
    expect(await reread()).toEqual(rows);
  });

  test('T36: cut or damaged anywhere, it gives a prefix of what was written, and goes on from there', async () => {
    const rows = makeRows(20);
    await written(rows);
    const whole = { f32: readFileSync(join(folder, '1.f32')), ids: readFileSync(join(folder, '1.ids')) };
    const damage = fc.record({ part: fc.constantFrom('f32' as const, 'ids' as const), at: fc.nat(), cuts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(damage, async ({ part, at, cuts }) => {
        for (const each of ['f32', 'ids'] as const) writeFileSync(join(folder, `1.${each}`), whole[each]);
        const path = join(folder, `1.${part}`);
        const position = at % whole[part].length;
        if (cuts) truncateSync(path, position);
        else if (part === 'f32')
          writeFileSync(
            path,
            whole.f32.map((byte, index) => (index === position ? byte ^ 1 : byte)),
          );
        else return;
        const file = await VectorFile.open(folder, '1', DIMS);
        const left = await readRows(file);
        expect(left.length).toBeLessThan(rows.length);
        expect(left).toEqual(rows.slice(0, left.length));
        await file.append(rows.slice(left.length));
        await file.close();
        expect(await reread()).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test('rewriting keeps the chosen rows, and the new file goes on growing', async () => {
    const rows = makeRows(5000);
    await written(rows);
    const old = await VectorFile.open(folder, '1', DIMS);
    const kept = await old.rewrite((row) => row % 7 === 0);
    const more = makeRows(3, 10_000);
    await kept.append(more);
    await kept.close();
    expect(await reread()).toEqual([...rows.filter((_, row) => row % 7 === 0), ...more]);
  });

  test('files of a model with other dimensions are taken for empty', async () => {
    await written(makeRows(10));
    const file = await VectorFile.open(folder, '1', DIMS + 2);
    expect(await readRows(file)).toEqual([]);
    await file.close();
  });
});
