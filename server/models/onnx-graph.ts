/**
 * A writer of ONNX files: just enough protobuf for the graphs this project generates itself.
 * Field numbers are those of onnx.proto3 (https://github.com/onnx/onnx/blob/v1.16.0/onnx/onnx.proto3).
 */

/** An attribute of a node; its key says its type, because 1 could be an int or a float. */
export type OnnxAttribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly string: string };

/** One operation: names of the values it takes (`''` for an absent optional one) and gives. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** A constant tensor: float32, or int64 where the array is a BigInt64Array; `dims` multiply to its length ([] is a scalar). */
export interface OnnxInitializer {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** An input or output of the graph; a dimension given as a string is free and shared by that name. */
export interface OnnxValue {
  readonly name: string;
  readonly type: 'float32' | 'int64';
  readonly dims: readonly (number | string)[];
}

/** A whole graph; nodes stand in the order in which they can run. */
export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly initializers?: readonly OnnxInitializer[];
}

const IR_VERSION = 8;
const OPSET_VERSION = 13;
const ELEMENT_TYPE = { float32: 1, int64: 7 } as const;
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, floats: 6, ints: 7 } as const;

/** The graph as the bytes of a `.onnx` file (opset 13, IR version 8); the same graph always gives the same bytes. */
export function encodeModel(graph: OnnxGraph): Uint8Array {
  return message([
    integer(1, IR_VERSION),
    text(2, 'image-explorer'),
    bytes(7, encodeGraph(graph)),
    bytes(8, message([text(1, ''), integer(2, OPSET_VERSION)])),
  ]);
}

function encodeGraph(graph: OnnxGraph): Uint8Array {
  return message([
    ...graph.nodes.map((node) => bytes(1, encodeNode(node))),
    text(2, graph.name),
    ...(graph.initializers ?? []).map((tensor) => bytes(5, encodeInitializer(tensor))),
    ...graph.inputs.map((value) => bytes(11, encodeValue(value))),
    ...graph.outputs.map((value) => bytes(12, encodeValue(value))),
  ]);
}

function encodeNode(node: OnnxNode): Uint8Array {
  const attributes = Object.entries(node.attributes ?? {});
  return message([
    ...node.inputs.map((name) => text(1, name)),
    ...node.outputs.map((name) => text(2, name)),
    text(4, node.op),
    ...attributes.map(([name, attribute]) => bytes(5, encodeAttribute(name, attribute))),
  ]);
}

function encodeAttribute(name: string, attribute: OnnxAttribute): Uint8Array {
  const fields = [text(1, name)];
  if ('float' in attribute) fields.push(float(2, attribute.float), integer(20, ATTRIBUTE_TYPE.float));
  else if ('int' in attribute) fields.push(integer(3, attribute.int), integer(20, ATTRIBUTE_TYPE.int));
  else if ('string' in attribute) fields.push(text(4, attribute.string), integer(20, ATTRIBUTE_TYPE.string));
  else if ('floats' in attribute) fields.push(...attribute.floats.map((value) => float(7, value)), integer(20, ATTRIBUTE_TYPE.floats));
  else fields.push(...attribute.ints.map((value) => integer(8, value)), integer(20, ATTRIBUTE_TYPE.ints));
  return message(fields);
}

function encodeInitializer({ name, dims, values }: OnnxInitializer): Uint8Array {
  const expected = dims.reduce((product, dim) => product * dim, 1);
  if (expected !== values.length) throw new RangeError(`Expected ${expected} values for ${name} but received ${values.length}.`);
  const type = values instanceof Float32Array ? 'float32' : 'int64';
  // Raw data is little-endian, as is every machine ONNX Runtime ships for.
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return message([...dims.map((dim) => integer(1, dim)), integer(2, ELEMENT_TYPE[type]), text(8, name), bytes(9, raw)]);
}

function encodeValue(value: OnnxValue): Uint8Array {
  const dims = value.dims.map((dim) => bytes(1, typeof dim === 'number' ? integer(1, dim) : text(2, dim)));
  const tensorType = message([integer(1, ELEMENT_TYPE[value.type]), bytes(2, message(dims))]);
  return message([text(1, value.name), bytes(2, bytes(1, tensorType))]);
}

function message(fields: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(fields);
}

function integer(field: number, value: number): Uint8Array {
  return message([varint(field << 3), varint(value)]);
}

function float(field: number, value: number): Uint8Array {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return message([varint((field << 3) | 5), four]);
}

function text(field: number, value: string): Uint8Array {
  return bytes(field, Buffer.from(value, 'utf8'));
}

function bytes(field: number, value: Uint8Array): Uint8Array {
  return message([varint((field << 3) | 2), varint(value.length), value]);
}

/** Base-128 little-endian; negative numbers take their 64-bit two's complement, as protobuf's int64 does. */
function varint(value: number): Uint8Array {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    out.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Uint8Array.from([...out, Number(rest)]);
}
