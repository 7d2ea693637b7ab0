import type { EntityManager } from 'typeorm';
import { checkedInteger, countChanged, queryRow, queryRows } from './sql.js';
import { fromVectorBytes } from './vector-codec.js';

/** What a model sees in a picture. */
export interface PictureLabel {
  readonly documentId: string;
  readonly label: string;
  /** Similarity of the picture and the word under the model. */
  readonly score: number;
}

/** A picture that lacks labels; the embedding's id tells whether its vector was replaced since. */
export interface UnlabelledPicture {
  readonly documentId: string;
  readonly embeddingId: number;
  readonly vector: Float32Array;
}

/** The labels of a picture, which may be none. */
export interface LabelledPicture extends Omit<UnlabelledPicture, 'vector'> {
  readonly labels: readonly Omit<PictureLabel, 'documentId'>[];
}

/** Under which model and which version of words and threshold labels are made. */
export interface LabelRun {
  readonly modelId: number;
  readonly version: number;
}

type RawVector = Omit<UnlabelledPicture, 'vector'> & { readonly bytes: Buffer };

const SELECT = `SELECT e.document_id AS "documentId", e.id AS "embeddingId", vector_send(e.embedding) AS bytes FROM image_embeddings e`;
const NOT_REFUSED = `NOT EXISTS (SELECT FROM annotations a
  WHERE a.document_id = l.document_id AND a.field = 'tags' AND a.provenance = 'person' AND a.value = 'false' AND lower(a.element) = l.label)`;

/** Labels that a model gave: written by a job, never a person's words. */
export class LabelRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Vectors of pictures, always the same ones of the same archive, so that a run that was interrupted ends as one that was not. */
  async background(modelId: number, limit: number): Promise<Float32Array[]> {
    const chosen = `
      SELECT id FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)} AND kind = 'image' ORDER BY md5(document_id::text) LIMIT $1`;
    const rows = await queryRows<RawVector>(this.manager, `${SELECT} WHERE e.id IN (${chosen}) ORDER BY e.id`, [limit]);
    return rows.map(({ bytes }) => fromVectorBytes(bytes));
  }

  /** How many pictures of a model there are, hidden ones too. */
  async countPictures(modelId: number): Promise<number> {
    const sql = `SELECT count(*) AS count FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)} AND kind = 'image'`;
    return (await queryRow<{ count: number }>(this.manager, sql)).count;
  }

  /** How many pictures lack labels of a run. */
  async countUnlabelled(run: LabelRun): Promise<number> {
    const sql = `SELECT count(*) AS count FROM image_embeddings e ${lacking(run)}`;
    return (await queryRow<{ count: number }>(this.manager, sql)).count;
  }

  /** Pictures that lack labels of a run, by the ids of their vectors, after one of them. */
  async listUnlabelled(run: LabelRun, { after, limit }: { after: number; limit: number }): Promise<UnlabelledPicture[]> {
    const rows = await queryRows<RawVector>(this.manager, `${SELECT} ${lacking(run)} AND e.id > $1 ORDER BY e.id LIMIT $2`, [after, limit]);
    return rows.map(({ bytes, ...row }) => ({ ...row, vector: fromVectorBytes(bytes) }));
  }

  /** Replaces the labels of pictures; returns the documents that have others now. */
  async put(pictures: readonly LabelledPicture[], { modelId, version }: LabelRun): Promise<string[]> {
    const ids = pictures.map(({ documentId }) => documentId);
    const before = wordsOf(await this.listAll(ids));
    await countChanged(this.manager, 'DELETE FROM document_labels WHERE document_id = ANY($1::uuid[])', [ids]);
    const rows = pictures.flatMap(({ documentId, labels }) => labels.map((label) => ({ documentId, ...label })));
    const labels = `
      INSERT INTO document_labels (document_id, label, score, model_id) SELECT *, ${checkedInteger(modelId)} FROM unnest($1::uuid[], $2::text[], $3::real[])`;
    await queryRows(this.manager, labels, [rows.map((row) => row.documentId), rows.map((row) => row.label), rows.map((row) => row.score)]);
    const done = `
      INSERT INTO labelled_documents (document_id, embedding_id, version) SELECT *, $3::int FROM unnest($1::uuid[], $2::bigint[])
      ON CONFLICT (document_id) DO UPDATE SET embedding_id = EXCLUDED.embedding_id, version = EXCLUDED.version`;
    await queryRows(this.manager, done, [ids, pictures.map(({ embeddingId }) => embeddingId), version]);
    const after = wordsOf(rows);
    return ids.filter((id) => before.get(id) !== after.get(id));
  }

  /** The labels of documents, best first, without those that a person said are not so. */
  async listOfDocuments(documentIds: readonly string[]): Promise<PictureLabel[]> {
    const sql = `
      SELECT l.document_id AS "documentId", l.label, l.score FROM document_labels l
      WHERE l.document_id = ANY($1::uuid[]) AND ${NOT_REFUSED} ORDER BY l.document_id, l.score DESC, l.label`;
    return queryRows<PictureLabel>(this.manager, sql, [documentIds]);
  }

  private listAll(documentIds: readonly string[]): Promise<PictureLabel[]> {
    const sql = `SELECT document_id AS "documentId", label, score FROM document_labels WHERE document_id = ANY($1::uuid[])`;
    return queryRows<PictureLabel>(this.manager, sql, [documentIds]);
  }
}

// A vector of another model, or a newer one of the same, has another id.
function lacking({ modelId, version }: LabelRun): string {
  return `
    LEFT JOIN labelled_documents done ON done.document_id = e.document_id
    WHERE e.model_id = ${checkedInteger(modelId)} AND e.kind = 'image'
      AND (done.document_id IS NULL OR done.embedding_id <> e.id OR done.version < ${checkedInteger(version)})`;
}

function wordsOf(rows: readonly PictureLabel[]): Map<string, string> {
  const words = new Map<string, string[]>();
  for (const { documentId, label } of rows) words.set(documentId, [...(words.get(documentId) ?? []), label]);
  return new Map([...words].map(([id, list]) => [id, list.sort().join()]));
}
