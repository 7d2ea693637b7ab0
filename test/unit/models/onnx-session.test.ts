import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AppError } from '../../../server/errors.js';
import { encodeModel } from '../../../server/models/onnx-graph.js';
import { OnnxSession } from '../../../server/models/onnx-session.js';

const doubling = encodeModel({
  name: 'doubling',
  inputs: [{ name: 'x', type: 'float32', dims: ['n'] }],
  outputs: [{ name: 'y', type: 'float32', dims: ['n'] }],
  nodes: [{ op: 'Add', inputs: ['x', 'x'], outputs: ['y'] }],
});

describe('OnnxSession', () => {
  let session: OnnxSession;
  beforeAll(async () => void (session = await OnnxSession.open(doubling)));
  afterAll(() => session.close());

  test('runs many requests at once and gives each its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => session.run({ x: { values: Float32Array.of(index, -index), dims: [2] } })),
    );
    expect(answers.map((outputs) => outputs.float32('y').values[0])).toEqual(Array.from({ length: 50 }, (_, index) => index * 2));
  });

  test('copies its feeds, and takes them only when they are handed over', async () => {
    const values = Float32Array.of(1, 2);
    await session.run({ x: { values, dims: [2] } });
    expect(values).toHaveLength(2);
    await session.run({ x: { values, dims: [2] } }, { handOver: true });
    expect(values).toHaveLength(0);
  });

  test('runs on a tensor that was kept in its thread', async () => {
    await session.keep('three', { values: Float32Array.of(3), dims: [1] });
    const outputs = await session.run({ x: { kept: 'three' } });
    expect([...outputs.float32('y').values]).toEqual([6]);
  });

  test("turns a run that cannot be into an AppError without the runtime's words, and goes on", async () => {
    const run = session.run({ z: { values: Float32Array.of(1), dims: [1] } });
    await expect(run).rejects.toMatchObject({ code: 'INTERNAL', message: 'A model could not be run. The log has the details.' });
    await expect(session.run({ x: { values: Float32Array.of(1), dims: [1] } })).resolves.toBeDefined();
  });

  test('names the outputs there are when another is asked for', async () => {
    const outputs = await session.run({ x: { values: Float32Array.of(1), dims: [1] } });
    expect(() => outputs.int64('y')).toThrow('Expected a int64 output "y" but received y.');
    expect(() => outputs.float32('other')).toThrow(AppError);
  });

  test('falls back to the processor with one logged sentence where a provider is not there', async () => {
    const sentences: string[] = [];
    const absent = process.platform === 'darwin' ? 'cuda' : 'coreml';
    const log = { warn: (_details: unknown, sentence?: string) => void sentences.push(String(sentence)) };
    const other = await OnnxSession.open(doubling, { providers: [absent, 'cpu'], log });
    expect(sentences).toEqual([`ONNX Runtime has no ${absent} for this model on this machine; the processor is used.`]);
    expect(other.accelerated).toBe(false);
    await other.close();
  });

  test('T19 says that a file cannot be opened without saying where it lies', async () => {
    const opening = OnnxSession.open('/no/such/place/model.onnx');
    await expect(opening).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.not.stringContaining('/no/such') });
    await expect(OnnxSession.open(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('rejects what is asked after it was closed', async () => {
    const other = await OnnxSession.open(doubling);
    await other.close();
    await other.close();
    await expect(other.run({})).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
