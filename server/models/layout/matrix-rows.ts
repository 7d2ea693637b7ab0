/** The first `columns` numbers (by default all) of some rows of a matrix [count, dims], one after the other. */
export function rowsOf(matrix: Float32Array, rows: Int32Array, { dims, columns = dims }: { dims: number; columns?: number }): Float32Array {
  const picked = new Float32Array(rows.length * columns);
  rows.forEach((row, at) => picked.set(matrix.subarray(row * dims, row * dims + columns), at * columns));
  return picked;
}
