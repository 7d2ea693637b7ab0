import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../server/ids.js';
import { encodeMap } from '../../../server/services/map-format.js';
import { decodeMap } from '../../support/map-answer.js';

const sets = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }).map((names) => names.map((name) => ({ id: newId(), name })));
const uint16 = fc.integer({ min: 0, max: 65_535 });

describe('the bytes of the map', () => {
  test('are read back as they were, whatever names and numbers are in them', () => {
    const point = fc.record({ x: uint16, y: uint16, cluster: fc.nat(5), person: fc.nat(5), year: uint16 });
    fc.assert(
      fc.property(sets, sets, fc.array(point, { maxLength: 40 }), (clusters, people, points) => {
        const placeIn = (set: readonly unknown[], place: number): number => (place < set.length ? place : 65_535);
        const ids = points.map(() => newId());
        const bytes = encodeMap({
          ...{ count: points.length, madeAt: '2026-11-23T02:00:00.000Z', model: 'toy', people, from: 1999, to: 2026 },
          clusters: clusters.map((cluster) => ({ ...cluster, kind: 'user' as const })),
          positions: Uint16Array.from(points.flatMap(({ x, y }) => [x, y])),
          cluster: Uint16Array.from(points.map(({ cluster }) => placeIn(clusters, cluster))),
          person: Uint16Array.from(points.map(({ person }) => placeIn(people, person))),
          year: Uint16Array.from(points.map(({ year }) => year)),
          ids: Buffer.from(ids.join('').replaceAll('-', ''), 'hex'),
        });
        const { header, points: read } = decodeMap(Uint8Array.from(bytes).buffer);
        expect(header).toMatchObject({ count: points.length, model: 'toy', people, from: 1999, to: 2026 });
        expect(read).toEqual(
          points.map(({ x, y, cluster, person, year }, at) => ({
            ...{ id: ids[at], x, y, year },
            cluster: clusters[cluster]?.name ?? null,
            person: people[person]?.name ?? null,
          })),
        );
      }),
    );
  });
});
