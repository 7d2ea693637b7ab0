import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MatrixProduct } from '../../../server/models/matrix.js';

const DIMS = 5;
const value = fc.float({ min: -1, max: 1, noNaN: true });
const row = fc.array(value, { minLength: DIMS, maxLength: DIMS });

function dot(rows: readonly number[], start: number, vector: readonly number[]): number {
  return vector.reduce((sum, factor, index) => sum + Math.fround(factor) * Math.fround(rows[start + index] ?? 0), 0);
}

describe('MatrixProduct', () => {
  test('gives the scores that plain JavaScript gives, however the rows arrived', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 7 }), { maxLength: 5 }), row, async (appends, vector) => {
        const product = await MatrixProduct.open({ dims: DIMS, blockRows: 4 });
        const searches = appends.map((rows) => {
          product.append(Float32Array.from(rows.flat()));
          return product.scores(Float32Array.from(vector));
        });
        searches.push(product.scores(Float32Array.from(vector)));
        const answers = await Promise.all(searches).finally(() => product.close());
        const all = appends.flat(2);
        expect(answers.at(-1)).toHaveLength(all.length / DIMS);
        const wrong = answers.flatMap((scores) =>
          [...scores].filter((score, index) => Math.abs(score - dot(all, index * DIMS, vector)) > 1e-5),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('gives the scores of several vectors, those of one after those of the other, across blocks', async () => {
    const product = await MatrixProduct.open({ dims: 2, blockRows: 2 });
    product.append(Float32Array.of(1, 0, 0, 1, 1, 1));
    const products = await product.products(Float32Array.of(1, 0, 2, 3)).finally(() => product.close());
    expect([...products]).toEqual([1, 0, 1, 2, 3, 5]);
  });

  test('T48 refuses rows and vectors of another width', async () => {
    const product = await MatrixProduct.open({ dims: DIMS });
    expect(() => product.append(new Float32Array(DIMS + 1))).toThrow('Expected rows of 5 numbers but received 6 numbers.');
    await expect(product.scores(new Float32Array(DIMS - 1))).rejects.toThrow('Expected a vector of 5 numbers but received 4.');
    await product.close();
  });
});
