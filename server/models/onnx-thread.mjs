/**
 * The thread behind one OnnxSession, and the only importer of onnxruntime-node: its `run` is synchronous (setImmediate around a blocking
 * call, onnxruntime-node 1.30 dist/backend.js), so on the main thread every inference would stall the server.
 * Plain JavaScript, because a worker thread of Node 20 cannot be started from TypeScript; it costs 50 ms and 16 MB.
 */
import { parentPort } from 'node:worker_threads';
import { InferenceSession, listSupportedBackends, Tensor } from 'onnxruntime-node';

const ERRORS_ONLY = 3;
/** @type {Map<string, Tensor>} Tensors that stay here between runs. */
const kept = new Map();
/** @type {InferenceSession | undefined} */
let session;

async function open({ source, providers, intraOpThreads }) {
  const there = new Set(listSupportedBackends().map((backend) => backend.name));
  const wanted = providers.filter((provider) => there.has(provider) && provider !== 'cpu');
  const create = (executionProviders) =>
    InferenceSession.create(source, {
      executionProviders,
      intraOpNumThreads: intraOpThreads,
      interOpNumThreads: 1,
      logSeverityLevel: ERRORS_ONLY,
    });
  let refusal = null;
  const accelerated = wanted.length === 0 ? null : await create([...wanted, 'cpu']).catch((error) => void (refusal = String(error)));
  session = accelerated ?? (await create(['cpu']));
  const absent = providers.filter((provider) => !there.has(provider) || (refusal !== null && provider !== 'cpu'));
  return { inputNames: session.inputNames, outputNames: session.outputNames, accelerated: accelerated !== null, absent, refusal };
}

const toTensor = ({ values, dims }) => new Tensor(values instanceof Float32Array ? 'float32' : 'int64', values, dims);

async function run({ feeds, outputs }) {
  const tensors = Object.entries(feeds).map(([name, feed]) => [name, 'kept' in feed ? kept.get(feed.kept) : toTensor(feed)]);
  const results = await session.run(Object.fromEntries(tensors), outputs);
  return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, { values: tensor.data, dims: tensor.dims }]));
}

async function keep({ name, tensor }) {
  kept.set(name, toTensor(tensor));
}

async function close() {
  kept.clear();
  await session?.release();
}

const actions = { open, run, keep, close };
const buffersOf = (answer) =>
  Object.values(answer ?? {}).flatMap((tensor) => (ArrayBuffer.isView(tensor?.values) ? [tensor.values.buffer] : []));

// One request after the other: messages arrive in order, and answers must not overtake each other.
let last = Promise.resolve();
parentPort.on('message', ({ id, action, request }) => {
  last = last
    .then(() => actions[action](request))
    .then((answer) => parentPort.postMessage({ id, answer }, [...new Set(buffersOf(answer))]))
    .catch((error) => parentPort.postMessage({ id, error: String(error?.message ?? error) }));
});
