import type { EntityManager } from 'typeorm';
import { RootEntity } from '../database/entities/root.entity.js';
import { AppError } from '../errors.js';
import { isId, newId } from '../ids.js';

/** A folder the archive reads. */
export type Root = RootEntity;

/** What a new root consists of; its id is made here. */
export type NewRoot = Omit<Root, 'id'>;

/** The folders of the archive. */
export class RootRepository {
  constructor(private readonly manager: EntityManager) {}

  /** All roots by name. */
  async list(): Promise<Root[]> {
    return this.manager.find(RootEntity, { order: { name: 'ASC' } });
  }

  async findByName(name: string): Promise<Root | null> {
    return this.manager.findOneBy(RootEntity, { name });
  }

  async findById(id: string): Promise<Root | null> {
    return isId(id) ? this.manager.findOneBy(RootEntity, { id }) : null;
  }

  /** Throws NOT_FOUND. */
  async getById(id: string): Promise<Root> {
    const root = await this.findById(id);
    if (!root) throw new AppError('NOT_FOUND', 'There is no such folder in the archive.');
    return root;
  }

  /** Name and path must not be taken yet. */
  async insert(root: NewRoot): Promise<Root> {
    const row = this.manager.create(RootEntity, { ...root, id: newId() });
    await this.manager.insert(RootEntity, row);
    return row;
  }

  async setSentinel(id: string, sentinel: string | null): Promise<void> {
    await this.manager.update(RootEntity, { id }, { sentinel });
  }

  /** Says where its sidecars are written. */
  async setSidecars(id: string, sidecars: Root['sidecars']): Promise<void> {
    await this.manager.update(RootEntity, { id }, { sidecars });
  }

  /** Points a root at another place without touching what was read from it. */
  async setPath(id: string, path: string): Promise<void> {
    await this.manager.update(RootEntity, { id }, { path });
  }
}
