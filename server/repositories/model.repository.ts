import type { EntityManager } from 'typeorm';
import { ModelEntity } from '../database/entities/model.entity.js';
import { AppError } from '../errors.js';
import type { ModelIdentity } from '../models/embedding-model.js';
import { queryRow } from './sql.js';

/** A registered model. */
export type Model = ModelEntity;

/** Identities of models, each under a small number that vectors carry. */
export class ModelRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The id of a model: the same identity always gets the same one. */
  async register(identity: ModelIdentity): Promise<number> {
    const { name, kind, revision, precision, sha256, dims } = identity;
    const known = await this.manager.findOneBy(ModelEntity, { name, kind, revision, precision, sha256, dims });
    if (known) return known.id;
    // Two starters may come here at once: the second then touches the row of the first, and both get its id.
    const sql = `
      INSERT INTO models (name, kind, revision, precision, sha256, dims) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (name, kind, revision, precision, sha256, dims) DO UPDATE SET name = EXCLUDED.name RETURNING id`;
    const row = await queryRow<{ id: number }>(this.manager, sql, [name, kind, revision, precision, sha256, dims]);
    return row.id;
  }

  /** The id of the model whose vectors are searched; null before the first. */
  async current(): Promise<number | null> {
    const model = await this.manager.findOneBy(ModelEntity, { isCurrent: true });
    return model?.id ?? null;
  }

  /** Switches searches to another model; call it inside a unit of work. Throws NOT_FOUND. */
  async setCurrent(id: number): Promise<void> {
    await this.getById(id);
    await this.manager.update(ModelEntity, { isCurrent: true }, { isCurrent: false });
    await this.manager.update(ModelEntity, { id }, { isCurrent: true });
  }

  /** Throws NOT_FOUND. */
  async getById(id: number): Promise<Model> {
    const model = await this.manager.findOneBy(ModelEntity, { id });
    if (!model) throw new AppError('NOT_FOUND', 'There is no such model in the archive.');
    return model;
  }

  /** All models by id. */
  async list(): Promise<Model[]> {
    return this.manager.find(ModelEntity, { order: { id: 'ASC' } });
  }
}
