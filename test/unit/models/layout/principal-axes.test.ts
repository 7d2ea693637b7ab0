import { afterAll, describe, expect, test } from '@jest/globals';
import { principalAxes } from '../../../../server/models/builtin/whitening.js';
import { findPrincipalAxes, projectAll } from '../../../../server/models/layout/principal-axes.js';
import { blobs, LayoutFolder, SILENT } from '../../../support/layouts.js';

const folder = new LayoutFolder();
afterAll(() => folder.remove());
const options = { progress: SILENT, onBlock: () => undefined };
const dot = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Array.from(one).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

describe('principal axes', () => {
  test('are those that Jacobi turns out of the rows themselves, and what is projected on them has their variance', async () => {
    const vectors = blobs(5, { each: 60, dims: 48, noise: 0.7 });
    const spool = await folder.spool(vectors);
    const found = await findPrincipalAxes(spool, 6, options);
    const mean = Float64Array.from(
      { length: 48 },
      (_, column) => vectors.reduce((sum, row) => sum + (row[column] ?? 0), 0) / vectors.length,
    );
    const wanted = principalAxes(vectors.map((row) => Float64Array.from(row, (value, at) => value - (mean[at] ?? 0)))).slice(0, 6);
    // The sixth stands close to the seventh.
    for (const [at, { direction }] of wanted.slice(0, 5).entries())
      expect(Math.abs(dot(direction, found.axes[at] ?? []))).toBeCloseTo(1, 3);
    const projected = await projectAll(spool, found, SILENT);
    for (const [axis, { variance }] of wanted.entries()) {
      const values = Array.from({ length: vectors.length }, (_, row) => projected[row * 6 + axis] ?? NaN);
      expect(dot(values, values) / values.length).toBeCloseTo(variance, 3);
    }
  });

  test('past those that vectors spread along hold nothing of them', async () => {
    const [one = new Float32Array(), other = new Float32Array()] = blobs(2, { each: 1, dims: 16 });
    const spool = await folder.spool([one, other, one]);
    const projected = await projectAll(spool, await findPrincipalAxes(spool, 10, options), SILENT);
    const rest = projected.filter((_, at) => at % 10 > 0);
    expect(Math.max(...rest.map(Math.abs))).toBeLessThan(1e-3);
  });
});
