import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of earlier generations is found without reading the one that is read. */
export class IndexGenerations1795305600019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX kmeans_members_generation ON kmeans_members (generation, document_id);
      CREATE INDEX map_points_generation ON map_points (generation, document_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX kmeans_members_generation, map_points_generation');
  }
}
