import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeMapAnswer, idAt, NONE } from '../../../../../client/src/components/map/map-answer.js';
import { readMap } from '../../../../../client/src/components/map/map-reading.js';
import { drawMapAnswer, packMapAnswer } from '../../../../support/map-answers.js';

const ABOUT = {
  ...{ count: 2, madeAt: '2026-11-20T03:10:00Z', model: 'm', from: 2019, to: 2021 },
  clusters: [{ id: 'c', name: 'Dogs', kind: 'user' }],
  people: [] as object[],
};
const IDS = Buffer.from('0190c0000000700080000000000000ab0190c0000000700080000000000000cd', 'hex');
const arrays = (): (Uint16Array | Buffer)[] => [
  ...[
    [1, 2, 65_535, 0],
    [0, NONE],
    [NONE, 7],
    [2020, 0],
  ].map((list) => Uint16Array.from(list)),
  IDS,
];
const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;

describe('an answer of the map', () => {
  test('gives back what was written, sets that cannot be as none', () => {
    const map = decodeMapAnswer(bytesOf(packMapAnswer(ABOUT, arrays())));
    expect({ ...map, ids: [0, 1].map((index) => idAt(map.ids, index)) }).toEqual({
      ...ABOUT,
      positions: Uint16Array.from([1, 2, 65_535, 0]),
      cluster: Uint16Array.from([0, NONE]),
      person: Uint16Array.from([NONE, NONE]),
      year: Uint16Array.from([1, NONE]),
      ids: ['0190c000-0000-7000-8000-0000000000ab', '0190c000-0000-7000-8000-0000000000cd'],
    });
  });

  test('of no pictures is a map of none', () => {
    const empty = packMapAnswer({ ...ABOUT, count: 0, clusters: [] }, []);
    expect(readMap(bytesOf(empty))).toMatchObject({ count: 0, side: 1 });
  });

  test('that is cut off or too long is refused with the lengths', () => {
    const whole = packMapAnswer(ABOUT, arrays());
    for (const buffer of [whole.subarray(0, -1), Buffer.concat([whole, Buffer.alloc(2)])])
      expect(() => decodeMapAnswer(bytesOf(buffer))).toThrow(
        `Expected ${whole.length} bytes for a map of 2 pictures but received ${buffer.length}.`,
      );
  });

  test('that is something else is refused with a sentence', () => {
    const other = [Buffer.from(''), Buffer.from('<!doctype html>'), Buffer.from('IXM1'), Buffer.from('IXM2\0\0\0\0')];
    for (const buffer of other) expect(() => decodeMapAnswer(bytesOf(buffer))).toThrow('Expected a map that begins with IXM1');
    const lengths = [0xff_ff_ff_ff, 3].map((length) => {
      const buffer = Buffer.alloc(16);
      buffer.write('IXM1');
      buffer.writeUInt32LE(length, 4);
      return buffer;
    });
    for (const buffer of lengths) expect(() => decodeMapAnswer(bytesOf(buffer))).toThrow('in whole words, but received');
    const odd = [{}, [], null, 'x', { ...ABOUT, count: -1 }, { ...ABOUT, count: 1.5 }, { ...ABOUT, clusters: 3 }, { ...ABOUT, from: null }];
    for (const about of odd)
      expect(() => decodeMapAnswer(bytesOf(packMapAnswer(about as object, arrays())))).toThrow('with a count, clusters, people and years');
  });

  test('of any bytes is either a map or a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(60), (noise, at) => {
        const buffer = packMapAnswer(ABOUT, arrays());
        buffer.set(noise.subarray(0, buffer.length - at), at);
        try {
          expect(decodeMapAnswer(bytesOf(buffer)).ids.length).toBe(32);
        } catch (error) {
          expect((error as Error).message).toMatch(/^Expected /);
        }
      }),
    );
  });

  test('has of each set its count and the point nearest to its middle', () => {
    const map = readMap(bytesOf(drawMapAnswer({ count: 500, clusters: 7 })));
    const { counts, anchors } = map.totals.cluster;
    expect(counts.reduce((sum, count) => sum + count)).toBe(500);
    const members = Array.from(map.cluster.keys()).filter((index) => map.cluster[index] === 3);
    expect(counts[3]).toBe(members.length);
    const [x, y] = [0, 1].map((axis) => members.reduce((sum, index) => sum + map.positions[2 * index + axis]!, 0) / members.length);
    const away = (index: number): number => Math.hypot(map.positions[2 * index]! - x!, map.positions[2 * index + 1]! - y!);
    expect(away(anchors[3]!)).toBe(Math.min(...members.map(away)));
  });

  test('keeps what belongs to a picture together while its points are put into the order of cells', () => {
    const buffer = drawMapAnswer({ count: 400, clusters: 5 });
    const [given, read] = [decodeMapAnswer(bytesOf(buffer)), readMap(bytesOf(buffer))];
    const rows = ({ ids, positions, cluster, person, year }: typeof given): string[] =>
      Array.from(cluster, (set, at) =>
        [idAt(ids, at), positions[2 * at], positions[2 * at + 1], set, person[at], year[at]].join(' '),
      ).sort();
    expect(rows(read)).toEqual(rows(given));
  });

  test('tells another set of pictures by its fingerprint', () => {
    const print = (ids?: string[]): number => readMap(bytesOf(drawMapAnswer({ count: 3, clusters: 2, ids }))).fingerprint;
    expect(print()).toBe(print());
    expect(print()).not.toBe(print(['0190c000-0000-7000-8000-0000000000ab']));
  });
});
