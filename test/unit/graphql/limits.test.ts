import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { limitRules, MAX_COST, MAX_DEPTH } from '../../../server/graphql/limits.js';

const schema = buildSchema(`
  type Node { id: ID name: String child: Node children(first: Int! = 10): [Node] }
  type Query { node: Node nodes(first: Int! = 60): [Node] similar(topK: Int! = 50): [Node] named(ids: [ID!]!): [Node] together(ids: [ID!]!): Node }
`);
const faults = (query: string, variables: Record<string, unknown> = {}): string[] =>
  validate(schema, parse(query), limitRules(variables)).map(({ message }) => message);
const nested = (depth: number): string =>
  `{ ${'node { child { '.slice(0, 7)}${'child { '.repeat(depth - 2)}id${' }'.repeat(depth - 2)} } }`;

describe('what an operation may cost', () => {
  test('T25: nesting to the limit is answered, one level more is not', () => {
    expect(faults(nested(MAX_DEPTH))).toEqual([]);
    expect(faults(nested(MAX_DEPTH + 1))).toEqual([`This operation nests deeper than ${MAX_DEPTH} levels.`]);
  });

  test('T25: fragments hide no depth', () => {
    const hidden = `query { node { ...a } } fragment a on Node { ${'child { '.repeat(6)} ...b ${'}'.repeat(6)} } fragment b on Node { ${'child { '.repeat(6)} id ${'}'.repeat(6)} }`;
    expect(faults(hidden)).toHaveLength(1);
  });

  test('T25: long lists within long lists cost their product', () => {
    expect(faults('{ nodes(first: 500) { id name } }')).toEqual([]);
    expect(faults('{ nodes(first: 500) { children(first: 500) { id } } }')[0]).toMatch(/costs 2\d{5}/);
    expect(faults('query ($most: Int!) { nodes(first: $most) { children(first: $most) { id } } }', { most: 500 })).toHaveLength(1);
    expect(faults('{ similar(topK: 1000) { id name } }')).toEqual([]);
  });

  test('T25: a list of ids costs as many as are named, what is said of them together does not', () => {
    const ids = Array.from({ length: 200 }, (_, at) => String(at));
    expect(faults('query ($ids: [ID!]!) { named(ids: $ids) { id name } }', { ids })).toEqual([]);
    expect(faults('query ($ids: [ID!]!) { named(ids: $ids) { children(first: 500) { id } } }', { ids })[0]).toMatch(/costs 1\d{5}/);
    expect(faults('query ($ids: [ID!]!) { together(ids: $ids) { children(first: 500) { id } } }', { ids })).toEqual([]);
  });

  test('T25: a negative or absurd length makes nothing cheaper', () => {
    expect(faults('{ nodes(first: -1000000) { children(first: 1000) { children(first: 1000) { id } } } }')).toHaveLength(1);
    expect(faults('{ nodes(first: 2000000000) { id } }')).toHaveLength(1);
  });

  test('T25: aliases add up', () => {
    const aliases = Array.from({ length: 1000 }, (_, at) => `a${at}: nodes(first: 60) { id }`).join(' ');
    expect(faults(`{ ${aliases} }`)[0]).toMatch(new RegExp(`and ${MAX_COST} is the most`));
  });

  test('T25: fragments that spread one another twice are refused at once, not after 2^30 steps', () => {
    const fragments = Array.from({ length: 30 }, (_, at) => `fragment f${at} on Node { ...f${at + 1} ...f${at + 1} }`).join(' ');
    expect(faults(`{ node { ...f0 } } ${fragments} fragment f30 on Node { id }`)).toHaveLength(1);
  });

  test('T25: fragments in a circle end', () => {
    expect(() => faults('{ node { ...a } } fragment a on Node { child { ...b } } fragment b on Node { child { ...a } }')).not.toThrow();
  });

  test('T25: introspection is exempt, and only where nothing else is asked', () => {
    expect(faults(getIntrospectionQuery())).toEqual([]);
    expect(faults(`{ __typename ${nested(MAX_DEPTH + 1).slice(1)}`)).toHaveLength(1);
    const endless = `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`;
    expect(validate(schema, parse(endless), specifiedRules).length).toBeGreaterThan(0);
  });
});
