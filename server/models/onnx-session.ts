import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';

// ONNX Runtime reports every process and session to Microsoft on Linux and macOS unless this is set before it is loaded (onnxruntime#27379).
// It reads the environment of the process, so a worker's own copy would not do.
// eslint-disable-next-line no-restricted-properties -- written and never read: no setting of ours
process.env.ORT_DISABLE_TELEMETRY = '1';

/** Where a network may run, in order of preference; `cpu` is always the last resort. */
export type ExecutionProvider = 'cpu' | 'coreml' | 'cuda';

/** A tensor: row-major float32 or int64 values and their shape. */
export interface OnnxTensor<T extends Float32Array | BigInt64Array = Float32Array | BigInt64Array> {
  readonly values: T;
  readonly dims: readonly number[];
}

/** What a run is fed with per input name: a tensor, or the name of one that was kept in the session's thread. */
export type OnnxFeeds = Readonly<Record<string, OnnxTensor | { readonly kept: string }>>;

/** How a session is opened; one intra-op thread beats two on a busy machine of two cores (YuNet 7.7 ms against 14.8 ms). */
export interface OnnxSessionOptions {
  readonly providers?: readonly ExecutionProvider[];
  readonly intraOpThreads?: number;
  readonly log?: Pick<Log, 'warn'>;
}

/** The named results of one run. */
export class OnnxOutputs {
  constructor(private readonly tensors: Readonly<Record<string, OnnxTensor>>) {}

  /** The float32 output of that name; throws INTERNAL when the network has none. */
  float32(name: string): OnnxTensor<Float32Array> {
    const tensor = this.tensors[name];
    if (tensor && isFloat32(tensor)) return tensor;
    throw this.missing('float32', name);
  }

  /** The int64 output of that name; throws INTERNAL when the network has none. */
  int64(name: string): OnnxTensor<BigInt64Array> {
    const tensor = this.tensors[name];
    if (tensor && isInt64(tensor)) return tensor;
    throw this.missing('int64', name);
  }

  private missing(type: string, name: string): AppError {
    return new AppError('INTERNAL', `Expected a ${type} output "${name}" but received ${Object.keys(this.tensors).join(', ')}.`);
  }
}

// By tag and not by instanceof: values come from another thread, and a host may run us in a realm of its own.
const isFloat32 = (tensor: OnnxTensor): tensor is OnnxTensor<Float32Array> => tensor.values[Symbol.toStringTag] === 'Float32Array';
const isInt64 = (tensor: OnnxTensor): tensor is OnnxTensor<BigInt64Array> => tensor.values[Symbol.toStringTag] === 'BigInt64Array';

interface Opened {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly accelerated: boolean;
  readonly absent: readonly string[];
  readonly refusal: string | null;
}

interface Pending {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** One ONNX network in a thread of its own: runs queue there one after the other and never hold up the caller's event loop. */
export class OnnxSession {
  private readonly pending = new Map<number, Pending>();
  private opened: Opened = { inputNames: [], outputNames: [], accelerated: false, absent: [], refusal: null };
  private lastId = 0;
  private dead: Error | null = null;

  private constructor(private readonly thread: Worker) {
    thread.unref();
    thread.on('message', (message: { id: number; answer?: unknown; error?: string }) => this.settle(message));
    thread.on('error', (error) => this.die(error));
    thread.on('exit', () => this.die(new Error('The inference thread has ended.')));
  }

  /** Opens a network from a file's path or its bytes; a provider that is not there is a logged sentence, not an error. Throws UNAVAILABLE. */
  static async open(source: string | Uint8Array, options: OnnxSessionOptions = {}): Promise<OnnxSession> {
    const { providers = ['cpu'], intraOpThreads = 1, log } = options;
    const session = new OnnxSession(new Worker(new URL('./onnx-thread.mjs', import.meta.url), { execArgv: [] }));
    try {
      session.opened = await session.ask<Opened>('open', { source, providers, intraOpThreads });
    } catch (error) {
      await session.thread.terminate();
      throw new AppError('UNAVAILABLE', 'A model file could not be opened: it is missing, damaged or of an unknown kind.', undefined, {
        cause: error,
      });
    }
    const { absent, refusal } = session.opened;
    if (absent.length > 0)
      log?.warn({ refusal }, `ONNX Runtime has no ${absent.join(', ')} for this model on this machine; the processor is used.`);
    return session;
  }

  get inputNames(): readonly string[] {
    return this.opened.inputNames;
  }

  get outputNames(): readonly string[] {
    return this.opened.outputNames;
  }

  /** Whether something other than the processor runs it. */
  get accelerated(): boolean {
    return this.opened.accelerated;
  }

  /**
   * One run; `outputs` limits what is computed and sent back. The feeds are copied, unless `handOver` moves their buffers into the thread
   * (the caller's arrays are empty then). Throws INTERNAL.
   */
  async run(feeds: OnnxFeeds, options: { outputs?: readonly string[]; handOver?: boolean } = {}): Promise<OnnxOutputs> {
    const { outputs = this.outputNames, handOver = false } = options;
    const moved = handOver ? Object.values(feeds).flatMap((feed) => ('values' in feed ? [feed.values.buffer as ArrayBuffer] : [])) : [];
    return new OnnxOutputs(await this.ask('run', { feeds, outputs }, moved));
  }

  /** Moves a tensor into the session's thread under a name (its array here is empty then); runs take it as `{ kept: name }`. */
  async keep(name: string, tensor: OnnxTensor): Promise<void> {
    await this.ask('keep', { name, tensor }, [tensor.values.buffer as ArrayBuffer]);
  }

  /** Frees the network and ends its thread; runs that still wait are rejected. */
  async close(): Promise<void> {
    if (this.dead) return;
    await this.ask('close', {});
    await this.thread.terminate();
  }

  private ask<T>(action: string, request: object, moved: ArrayBuffer[] = []): Promise<T> {
    if (this.dead) return Promise.reject(runFailed(this.dead));
    this.lastId += 1;
    const id = this.lastId;
    return new Promise<T>((resolve, reject) => {
      this.pending.set(id, { resolve: (answer) => resolve(answer as T), reject });
      this.thread.ref();
      this.thread.postMessage({ id, action, request }, moved);
    });
  }

  private settle({ id, answer, error }: { id: number; answer?: unknown; error?: string }): void {
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    if (this.pending.size === 0) this.thread.unref();
    if (error === undefined) waiting?.resolve(answer);
    else waiting?.reject(runFailed(new Error(error)));
  }

  private die(error: Error): void {
    this.dead ??= error;
    for (const waiting of this.pending.values()) waiting.reject(runFailed(this.dead));
    this.pending.clear();
  }
}

function runFailed(cause: Error): AppError {
  return new AppError('INTERNAL', 'A model could not be run. The log has the details.', undefined, { cause });
}
