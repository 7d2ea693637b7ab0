import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLOutputType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageExplorer } from '../../server/index.js';
import { newId } from '../../server/ids.js';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

/** A query, mutation or subscription of the schema. */
export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
}

const PREFIXES = ['/graphql', '/image-explorer', '/assets'];

/** Every route of the real router, with its methods. */
export function routesOf({ router }: Pick<ImageExplorer, 'router'>): { methods: string[]; path: string }[] {
  return [...walk((router as unknown as { stack: Layer[] }).stack)];
}

/** Every operation of `schema.graphql`. */
export function operationsOfSchema(): Operation[] {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));
  const types = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return types.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field })));
}

/** The shortest text that asks an operation; `id` stands for every id, else one that nobody gave out. */
export function shortestTextOf({ kind, field }: Operation, id?: string): string {
  return `${kind} { ${callOf(field, id)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`;
}

/** The text that asks an operation for all it can tell without arguments of fields, so many levels deep. */
export function wholeTextOf({ kind, field }: Operation, { id, depth = 5 }: { id?: string; depth?: number } = {}): string {
  return `${kind} { ${callOf(field, id)}${selectionOf(field.type, depth)} }`;
}

function* walk(stack: readonly Layer[], prefix = ''): Generator<{ methods: string[]; path: string }> {
  for (const { route, handle, match } of stack.map((layer) => ({ ...layer, match: (path: string) => layer.match(path) }))) {
    const isEverywhere = match('/no-such-prefix');
    if (route)
      yield { methods: Object.keys(route.methods), path: prefix + (String(route.path).startsWith('/.') ? '/anything' : route.path) };
    else if (handle.stack)
      yield* walk(handle.stack, prefix + (isEverywhere ? '' : (PREFIXES.find((candidate) => match(candidate)) ?? '/unknown')));
  }
}

function callOf(field: GraphQLField<unknown, unknown>, id: string | undefined): string {
  const given = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${sample(type, id)}`);
  return given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
}

function sample(type: GraphQLInputType, id: string | undefined): string {
  if (isNonNullType(type)) return sample(type.ofType, id);
  if (isListType(type)) return `[${sample(type.ofType as GraphQLInputType, id)}]`;
  if ('getValues' in type) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return LITERALS[type.name] ?? `"${type.name === 'ID' ? (id ?? newId()) : 'text'}"`;
  const fields = Object.values(type.getFields());
  const [first] = fields;
  const needed = fields.filter(isRequiredInputField);
  return `{ ${(needed.length > 0 || !first ? needed : [first]).map((field) => `${field.name}: ${sample(field.type, id)}`).join(', ')} }`;
}

const LITERALS: Readonly<Record<string, string>> = { Int: '1', Float: '0.5', Boolean: 'false' };

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) {
    const members = 'getTypes' in named ? named.getTypes() : [];
    return ` { __typename ${members.map((member) => `... on ${member.name}${selectionOf(member, depth)}`).join(' ')} }`;
  }
  const fields = Object.values(named.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const shown = fields.filter((field) => depth > 1 || isLeafType(getNamedType(field.type)));
  return ` { __typename ${shown.map((field) => `${field.name}${selectionOf(field.type, depth - 1)}`).join(' ')} }`;
}
