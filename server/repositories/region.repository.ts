import type { EntityManager } from 'typeorm';
import { checkedInteger, countChanged, queryRow, queryRows } from './sql.js';

/** The vectors of tiles that are wanted: of one model, in one layout, of pictures at least so wide and high. */
export interface WantedTiles {
  readonly modelId: number;
  readonly layout: number;
  readonly leastSide: number;
}

/** A photo whose parts are to get vectors; `elements` as the facts name them. */
export interface UnindexedPicture {
  readonly documentId: string;
  readonly contentHash: string;
  readonly elements: string[];
}

/** A stretch of a long list. */
interface Slice {
  readonly after: string | null;
  readonly limit: number;
}

const KEPT = `a.field = 'regions' AND a.provenance = 'person' AND jsonb_typeof(a.value) = 'object'`;
const REGION = `string_to_array(a.element, ',')::double precision[]`;
const PICTURE = `d.id AS "documentId", d.content_hash AS "contentHash"`;
// What stands under another picture of its stack is never a hit.
const UNTILED = `
  documents d WHERE d.kind = 'photo' AND d.state = 'present' AND (d.stack_role IS NULL OR d.stack_role = 'primary')
    AND least(d.width, d.height) >= $2 AND EXISTS (
      SELECT FROM image_embeddings e WHERE e.document_id = d.id AND e.model_id = $1 AND e.kind = 'image')
    AND NOT EXISTS (
      SELECT FROM image_embeddings e WHERE e.document_id = d.id AND e.model_id = $1 AND e.kind = 'region' AND e.tile_layout = $3)`;

/** Which parts of pictures lack their vectors, or have some that nobody wants any more. */
export class RegionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Removes the vectors of regions that nobody keeps any more; tiles stay. */
  async removeUnkept(documentIds: readonly string[]): Promise<void> {
    const sql = `
      DELETE FROM image_embeddings e WHERE e.document_id = ANY($1::uuid[]) AND e.kind = 'region' AND e.tile_layout IS NULL
        AND NOT EXISTS (SELECT FROM annotations a WHERE a.document_id = e.document_id AND ${KEPT} AND ${REGION} = e.region)`;
    await countChanged(this.manager, sql, [documentIds]);
  }

  /** Removes tiles: all but those that are wanted. Returns how many. */
  async removeTiles(wanted: WantedTiles | null): Promise<number> {
    const sql = `DELETE FROM image_embeddings WHERE tile_layout IS NOT NULL AND NOT (model_id = $1 AND tile_layout = $2)`;
    return countChanged(this.manager, sql, [wanted?.modelId ?? 0, wanted?.layout ?? 0]);
  }

  /** How many tiles there are. */
  async countTiles(): Promise<number> {
    const sql = 'SELECT count(*) AS count FROM image_embeddings WHERE tile_layout IS NOT NULL';
    return (await queryRow<{ count: number }>(this.manager, sql)).count;
  }

  /** Photos with kept parts that have no vector under a model, by id; `among`: only of these. */
  async listUnindexed(
    modelId: number,
    { after, limit, among = null }: Slice & { among?: readonly string[] | null },
  ): Promise<UnindexedPicture[]> {
    const sql = `
      SELECT ${PICTURE}, array_agg(a.element ORDER BY a.element) AS elements FROM annotations a JOIN documents d ON d.id = a.document_id
      WHERE ${KEPT} AND d.kind = 'photo' AND d.state = 'present' AND ($2::uuid IS NULL OR d.id > $2::uuid)
        AND ($3::uuid[] IS NULL OR d.id = ANY($3::uuid[])) AND NOT EXISTS (
          SELECT FROM image_embeddings e WHERE e.document_id = a.document_id AND e.model_id = $1 AND e.kind = 'region'
            AND e.tile_layout IS NULL AND e.region = ${REGION})
      GROUP BY d.id ORDER BY d.id LIMIT $4`;
    return queryRows<UnindexedPicture>(this.manager, sql, [checkedInteger(modelId), after, among, limit]);
  }

  /** Photos without the tiles that are wanted, by id. */
  async listUntiled({ modelId, layout, leastSide }: WantedTiles, { after, limit }: Slice): Promise<UnindexedPicture[]> {
    const sql = `
      SELECT ${PICTURE}, '{}'::text[] AS elements FROM ${UNTILED} AND ($4::uuid IS NULL OR d.id > $4::uuid) ORDER BY d.id LIMIT $5`;
    return queryRows<UnindexedPicture>(this.manager, sql, [modelId, leastSide, layout, after, limit]);
  }

  /** How many photos lack the tiles that are wanted. */
  async countUntiled({ modelId, layout, leastSide }: WantedTiles): Promise<number> {
    const sql = `SELECT count(*) AS count FROM ${UNTILED}`;
    return (await queryRow<{ count: number }>(this.manager, sql, [modelId, leastSide, layout])).count;
  }
}
