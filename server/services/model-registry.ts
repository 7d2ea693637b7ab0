import type { Log } from '../logging.js';
import type { EmbeddingModel } from '../models/embedding-model.js';
import type { ModelOpener } from '../models/model-opener.js';
import type { ModelRepository } from '../repositories/model.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';

/** An open model and the number its vectors are stored under. */
export interface RegisteredModel {
  readonly id: number;
  readonly encoder: EmbeddingModel;
}

// The longest a query can take, decoding of an upload included.
const RETIRED_AFTER_MS = 120_000;

/**
 * The archive's models: `target` makes new vectors, `current` answers searches. They differ only after a change of model, until every
 * document has a vector of the target (promise 7).
 */
export class ModelRegistry {
  private opening: Promise<{ target: RegisteredModel; current: RegisteredModel }> | null = null;
  private downloaded: number | null = null;
  private sentence: string | null = null;
  private answering: RegisteredModel | null = null;
  private readonly retired = new Map<EmbeddingModel, NodeJS.Timeout>();

  constructor(
    private readonly opener: ModelOpener,
    private readonly models: ModelRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  /** Share of the model that is downloaded, 0..1, while it is; else null. */
  get download(): number | null {
    return this.downloaded;
  }

  /** A sentence for the person when the model is not the one asked for. */
  get notice(): string | null {
    return this.sentence;
  }

  /** The model that answers searches, once one is open; null while the first is being opened. */
  get opened(): RegisteredModel | null {
    return this.answering;
  }

  async target(): Promise<RegisteredModel> {
    return (await this.open()).target;
  }

  async current(): Promise<RegisteredModel> {
    return (await this.open()).current;
  }

  /** Opens the models; called early so that the first search does not wait. `onProgress`: share of a download. */
  open(onProgress: (share: number) => void = () => undefined): Promise<{ target: RegisteredModel; current: RegisteredModel }> {
    this.opening ??= this.openBoth(onProgress).catch((error: unknown) => {
      // What failed once, a database that was away for one, is tried again by the next who asks.
      this.opening = null;
      this.downloaded = null;
      throw error;
    });
    return this.opening;
  }

  /** Makes the target answer searches. Called when every document has its vector. */
  async completeSwitch(): Promise<void> {
    const { target, current } = await this.open();
    if (target.id === current.id) return;
    await this.makeCurrent(target.id);
    this.opening = Promise.resolve({ target, current: target });
    this.answering = target;
    this.retire(current.encoder);
    this.log.info({ model: target.encoder.identity.name }, 'the archive answers searches with a new model');
  }

  async close(): Promise<void> {
    await Promise.all([...this.retired.keys()].map((encoder) => this.closeRetired(encoder)));
    const both = await this.opening?.catch(() => null);
    if (!both) return;
    await both.target.encoder.close();
    if (both.current !== both.target) await both.current.encoder.close();
  }

  // Searches that began with the old model end with it.
  private retire(encoder: EmbeddingModel): void {
    this.retired.set(encoder, setTimeout(() => void this.closeRetired(encoder), RETIRED_AFTER_MS).unref());
  }

  private async closeRetired(encoder: EmbeddingModel): Promise<void> {
    clearTimeout(this.retired.get(encoder));
    this.retired.delete(encoder);
    await encoder.close();
  }

  private async openBoth(onProgress: (share: number) => void): Promise<{ target: RegisteredModel; current: RegisteredModel }> {
    const { model, notice } = await this.opener.open((share) => {
      this.downloaded = share;
      onProgress(share);
    });
    this.downloaded = null;
    this.sentence = notice;
    const target = { id: await this.models.register(model.identity), encoder: model };
    const before = await this.models.current();
    const current = before === null || before === target.id ? null : await this.reopen(await this.models.getById(before));
    this.answering = current ?? target;
    if (current) return { target, current };
    if (before !== target.id) await this.makeCurrent(target.id);
    return { target, current: target };
  }

  private makeCurrent(id: number): Promise<void> {
    return this.unitOfWork({ kind: 'job', name: 'models' }, ({ models }) => models.setCurrent(id));
  }

  private async reopen(before: { id: number; name: string }): Promise<RegisteredModel | null> {
    const encoder = await this.opener.reopen(before.name);
    const id = encoder && (await this.models.register(encoder.identity));
    if (encoder && id === before.id) return { id, encoder };
    await encoder?.close();
    this.sentence = `The model changed from ${before.name}, which is not here any more: similarity is complete again when every picture was read anew.`;
    return null;
  }
}
