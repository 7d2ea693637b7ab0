import { encodeModel } from '../onnx-graph.js';
import type { OnnxAttribute, OnnxInitializer, OnnxNode, OnnxValue } from '../onnx-graph.js';

/** The name of a tensor inside the graph that is being written. */
export type Tensor = string;

interface Pooling {
  /** Edge of the square window in pixels; also its stride unless `stride` says otherwise. */
  readonly window: number;
  readonly stride?: number;
  readonly pad?: number;
  /** Whether the zeros around the map count in the mean. */
  readonly countPads?: boolean;
}

/** Writes an ONNX graph operation by operation, as one would write the arithmetic; every method returns the tensor it made. */
export class Tape {
  private readonly nodes: OnnxNode[] = [];
  private readonly initializers: OnnxInitializer[] = [];
  private readonly constants = new Map<string, Tensor>();

  /** Appends a node with one output. */
  run(op: string, inputs: readonly Tensor[], attributes: Record<string, OnnxAttribute> = {}): Tensor {
    const output = `t${this.nodes.length}`;
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  /** A float32 constant of the given shape. */
  weights(values: ArrayLike<number>, dims: readonly number[]): Tensor {
    const name = `w${this.initializers.length}`;
    this.initializers.push({ name, dims, values: Float32Array.from(values) });
    return name;
  }

  /** A float32 constant of one value that broadcasts over anything. */
  scalar(value: number): Tensor {
    return this.once(`scalar ${value}`, () => this.weights([value], []));
  }

  /** An int64 vector, as axes, shapes and indices are given. */
  integers(values: readonly number[]): Tensor {
    return this.once(`integers ${values.join()}`, () => {
      const name = `w${this.initializers.length}`;
      this.initializers.push({ name, dims: [values.length], values: BigInt64Array.from(values, BigInt) });
      return name;
    });
  }

  averagePool(map: Tensor, { window, stride = window, pad = 0, countPads = false }: Pooling): Tensor {
    return this.run('AveragePool', [map], {
      kernel_shape: { ints: [window, window] },
      strides: { ints: [stride, stride] },
      pads: { ints: [pad, pad, pad, pad] },
      count_include_pad: { int: countPads ? 1 : 0 },
    });
  }

  /** Repeats the outermost pixels `pad` times on each side. */
  padEdge(map: Tensor, pad: number): Tensor {
    return this.run('Pad', [map, this.integers([0, 0, pad, pad, 0, 0, pad, pad])], { mode: { string: 'edge' } });
  }

  concat(tensors: readonly Tensor[], axis = 1): Tensor {
    return this.run('Concat', tensors, { axis: { int: axis } });
  }

  /** Cuts along the channels into pieces of the given sizes. */
  split(map: Tensor, sizes: readonly number[]): Tensor[] {
    const outputs = sizes.map((_, index) => `t${this.nodes.length}_${index}`);
    this.nodes.push({ op: 'Split', inputs: [map, this.integers(sizes)], outputs, attributes: { axis: { int: 1 } } });
    return outputs;
  }

  /** Everything but the batch in one row. */
  flatten(map: Tensor): Tensor {
    return this.run('Flatten', [map]);
  }

  /** The bytes of the `.onnx` file; `outputs` renames tensors of this tape to what the outside calls them. */
  encode(name: string, input: OnnxValue, outputs: readonly { readonly tensor: Tensor; readonly value: OnnxValue }[]): Uint8Array {
    const named = outputs.map(({ tensor, value }) => ({ op: 'Identity', inputs: [tensor], outputs: [value.name] }));
    return encodeModel({
      name,
      inputs: [input],
      outputs: outputs.map(({ value }) => value),
      nodes: [...this.nodes, ...named],
      initializers: this.initializers,
    });
  }

  private once(key: string, make: () => Tensor): Tensor {
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.constants.set(key, made);
    return made;
  }
}
