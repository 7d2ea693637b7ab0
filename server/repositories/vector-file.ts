import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Region } from '../media/analysis.js';
import type { EmbeddingKind, EmbeddingRow } from './embedding.repository.js';

/** What a vector belongs to. */
export type VectorRecord = Omit<EmbeddingRow, 'embedding'>;

/** Rows of the file that belong together: their records and their vectors [records.length, dims]. */
export interface VectorSlice {
  readonly records: VectorRecord[];
  readonly vectors: Float32Array;
}

const KINDS: readonly EmbeddingKind[] = ['image', 'region', 'frame'];
// id f64, document 16 bytes, moment i32 (-1: none), kind i32, region 4 x f64, crc32 of the vector u32, 4 spare.
const RECORD_BYTES = 72;
const ROWS_PER_READ = 4096;

/**
 * The vectors of one model as two files: `<name>.f32` with the bare floats and `<name>.ids` with what each belongs to and its checksum.
 * Rows are only ever added; a torn or damaged row ends the file, and everything from there on is read from the database again.
 */
export class VectorFile {
  private constructor(
    private readonly place: { readonly folder: string; readonly name: string; readonly dims: number },
    private readonly files: { readonly vectors: FileHandle; readonly records: FileHandle },
    private rows: number,
  ) {}

  /** Whether there is one of this name, or what an interrupted writing left of one. */
  static async exists(folder: string, name: string): Promise<boolean> {
    const names = await readdir(folder).catch(() => []);
    return names.some((each) => each.startsWith(`${name}.`));
  }

  static async open(folder: string, name: string, dims: number): Promise<VectorFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const [vectors, records] = await Promise.all([openFile(join(folder, `${name}.f32`)), openFile(join(folder, `${name}.ids`))]);
    const rows = Math.min((await vectors.stat()).size / (dims * 4), (await records.stat()).size / RECORD_BYTES);
    return new VectorFile({ folder, name, dims }, { vectors, records }, Math.floor(rows));
  }

  /** Every row that is whole, in order. */
  async *read(): AsyncGenerator<VectorSlice> {
    for (let row = 0; row < this.rows; row += ROWS_PER_READ) {
      const slice = await this.readSlice(row, Math.min(ROWS_PER_READ, this.rows - row));
      yield slice;
      if (slice.records.length < Math.min(ROWS_PER_READ, this.rows - row)) this.rows = row + slice.records.length;
    }
  }

  /** Adds rows at the end; the vectors first, so that a record never speaks of a vector that is not there. */
  async append(added: readonly EmbeddingRow[]): Promise<void> {
    const vectors = new Float32Array(added.length * this.place.dims);
    const records = Buffer.alloc(added.length * RECORD_BYTES);
    added.forEach((row, index) => {
      vectors.set(row.embedding, index * this.place.dims);
      writeRecord(records, index * RECORD_BYTES, row);
    });
    await writeAll(this.files.vectors, bytesOf(vectors), this.rows * this.place.dims * 4);
    await writeAll(this.files.records, records, this.rows * RECORD_BYTES);
    this.rows += added.length;
  }

  /** Writes the rows that are kept into new files which then take the place of the old ones, and opens those. */
  async rewrite(isKept: (row: number) => boolean): Promise<VectorFile> {
    const { folder, name, dims } = this.place;
    const fresh = await VectorFile.open(folder, `${name}.new`, dims);
    try {
      await fresh.copyFrom(this, isKept);
    } catch (error) {
      await fresh.close();
      throw error;
    }
    await this.close();
    // Between the two renames the files disagree: the checksums say so at the next start.
    await rename(join(folder, `${name}.new.f32`), join(folder, `${name}.f32`));
    await rename(join(folder, `${name}.new.ids`), join(folder, `${name}.ids`));
    return new VectorFile(this.place, fresh.files, fresh.rows);
  }

  async close(): Promise<void> {
    await Promise.all([this.files.vectors.close(), this.files.records.close()]);
  }

  private async copyFrom(other: VectorFile, isKept: (row: number) => boolean): Promise<void> {
    this.rows = 0;
    let from = 0;
    for await (const { records, vectors } of other.read()) {
      const rows = records.map((record, index) => ({
        ...record,
        embedding: vectors.subarray(index * this.place.dims, (index + 1) * this.place.dims),
      }));
      const first = from;
      await this.append(rows.filter((_, index) => isKept(first + index)));
      from += rows.length;
    }
    await this.files.vectors.truncate(this.rows * this.place.dims * 4);
    await this.files.records.truncate(this.rows * RECORD_BYTES);
  }

  private async readSlice(row: number, count: number): Promise<VectorSlice> {
    const vectors = new Float32Array(count * this.place.dims);
    const records = Buffer.alloc(count * RECORD_BYTES);
    await this.files.vectors.read(bytesOf(vectors), 0, vectors.byteLength, row * this.place.dims * 4);
    await this.files.records.read(records, 0, records.length, row * RECORD_BYTES);
    const whole: VectorRecord[] = [];
    for (let index = 0; index < count; index += 1) {
      const vector = vectors.subarray(index * this.place.dims, (index + 1) * this.place.dims);
      const record = readRecord(records, index * RECORD_BYTES, vector);
      if (!record) break;
      whole.push(record);
    }
    return { records: whole, vectors: vectors.subarray(0, whole.length * this.place.dims) };
  }
}

function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}

function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function writeRecord(bytes: Buffer, at: number, row: EmbeddingRow): void {
  bytes.writeDoubleLE(row.id, at);
  bytes.write(row.documentId.replaceAll('-', ''), at + 8, 'hex');
  bytes.writeInt32LE(row.frameMs ?? -1, at + 24);
  bytes.writeInt32LE(KINDS.indexOf(row.kind), at + 28);
  [row.region?.x, row.region?.y, row.region?.width, row.region?.height].forEach((side, index) =>
    bytes.writeDoubleLE(side ?? Number.NaN, at + 32 + index * 8),
  );
  bytes.writeUInt32LE(crc32(bytesOf(row.embedding)), at + 64);
}

function readRecord(bytes: Buffer, at: number, vector: Float32Array): VectorRecord | null {
  const kind = KINDS[bytes.readInt32LE(at + 28)];
  if (!kind || bytes.readUInt32LE(at + 64) !== crc32(bytesOf(vector))) return null;
  const frameMs = bytes.readInt32LE(at + 24);
  return {
    id: bytes.readDoubleLE(at),
    documentId: bytes.toString('hex', at + 8, at + 24).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    kind,
    region: readRegion(bytes, at + 32),
    frameMs: frameMs < 0 ? null : frameMs,
  };
}

function readRegion(bytes: Buffer, at: number): Region | null {
  const region = {
    x: bytes.readDoubleLE(at),
    y: bytes.readDoubleLE(at + 8),
    width: bytes.readDoubleLE(at + 16),
    height: bytes.readDoubleLE(at + 24),
  };
  return Number.isNaN(region.x) ? null : region;
}
