import { open, type FileHandle } from 'node:fs/promises';

/** A file of vectors: rows [count, dims] float32 little-endian, one after the other, each of unit length. */
export interface VectorSpool {
  readonly path: string;
  readonly count: number;
  readonly dims: number;
}

/** Some rows of a spool, one after the other; `first` is the number of the first one. */
export interface VectorBlock {
  readonly first: number;
  readonly rows: Float32Array<ArrayBuffer>;
}

/** Writes a spool; who opens one also removes its file. */
export class VectorSpoolWriter {
  private numbers = 0;

  private constructor(
    private readonly path: string,
    private readonly dims: number,
    private readonly file: FileHandle,
  ) {}

  /** A new, empty file at `path` (over one that is there) for rows of `dims` numbers. */
  static async open(path: string, dims: number): Promise<VectorSpoolWriter> {
    return new VectorSpoolWriter(path, dims, await open(path, 'w', 0o600));
  }

  /** Adds rows [k, dims], given one after the other in one array; throws RangeError for part of a row. */
  async append(vectors: Float32Array): Promise<void> {
    if (vectors.length % this.dims !== 0)
      throw new RangeError(`Expected rows of ${this.dims} numbers but received ${vectors.length} numbers.`);
    await this.file.appendFile(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
    this.numbers += vectors.length;
  }

  /** Closes the file, also where writing failed; nothing can be appended any more. */
  async finish(): Promise<VectorSpool> {
    await this.file.close();
    return { path: this.path, count: this.numbers / this.dims, dims: this.dims };
  }
}

/** All rows in order, `blockRows` at a time; the last block may be smaller. Each block is an array of its own. */
export async function* readBlocks(spool: VectorSpool, blockRows: number): AsyncGenerator<VectorBlock> {
  const file = await open(spool.path, 'r');
  try {
    for (let first = 0; first < spool.count; first += blockRows) {
      yield { first, rows: await readRows(file, spool.dims, { first, count: Math.min(blockRows, spool.count - first) }) };
    }
  } finally {
    await file.close();
  }
}

/** The rows with these numbers [rows.length, dims], in the order given. */
export async function readPicked(spool: VectorSpool, rows: ArrayLike<number>): Promise<Float32Array<ArrayBuffer>> {
  const file = await open(spool.path, 'r');
  const picked = new Float32Array(rows.length * spool.dims);
  try {
    for (const [at, first] of Array.from(rows).entries()) {
      picked.set(await readRows(file, spool.dims, { first, count: 1 }), at * spool.dims);
    }
  } finally {
    await file.close();
  }
  return picked;
}

async function readRows(
  file: FileHandle,
  dims: number,
  { first, count }: { first: number; count: number },
): Promise<Float32Array<ArrayBuffer>> {
  const rows = new Float32Array(count * dims);
  const bytes = new Uint8Array(rows.buffer);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, first * dims * Float32Array.BYTES_PER_ELEMENT);
  if (bytesRead !== bytes.length) throw new RangeError(`Expected ${count} vectors from row ${first} on, but their file ends before.`);
  return rows;
}
