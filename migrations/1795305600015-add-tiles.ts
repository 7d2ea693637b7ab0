import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of pictures that the program looks at by itself, told from those that people keep. */
export class AddTiles1795305600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE image_embeddings
        ADD COLUMN tile_layout smallint CHECK (tile_layout > 0),
        ADD CONSTRAINT image_embeddings_tile CHECK (tile_layout IS NULL OR kind = 'region'),
        DROP CONSTRAINT image_embeddings_document_id_model_id_kind_region_frame_ms_key,
        ADD CONSTRAINT image_embeddings_part UNIQUE NULLS NOT DISTINCT (document_id, model_id, kind, region, frame_ms, tile_layout);
      CREATE INDEX annotations_regions ON annotations (document_id) WHERE field = 'regions';
      CREATE INDEX image_embeddings_whole ON image_embeddings (model_id, document_id) WHERE kind = 'image';
      CREATE INDEX image_embeddings_regions ON image_embeddings (document_id, model_id, tile_layout) WHERE kind = 'region';
      COMMENT ON COLUMN image_embeddings.tile_layout IS 'Of a tile, the layout that it is of; null for everything else, regions that a person keeps among it.';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM image_embeddings WHERE tile_layout IS NOT NULL;
      DROP INDEX image_embeddings_regions, image_embeddings_whole, annotations_regions;
      ALTER TABLE image_embeddings
        DROP CONSTRAINT image_embeddings_part,
        DROP COLUMN tile_layout,
        ADD UNIQUE NULLS NOT DISTINCT (document_id, model_id, kind, region, frame_ms);`);
  }
}
