import { describe, expect, test } from '@jest/globals';
import { choicesFor, plainName } from '../../../../client/src/composables/cluster-choice.js';
import { staysNear } from '../../../../client/src/composables/member-selection.js';

const named = (name: string) => ({ name, kind: 'USER' as const, looksLike: ['sea'] });
const found = (name: string, ...looksLike: string[]) => ({ name, kind: 'KMEANS' as const, looksLike });
const namesFor = (clusters: Parameters<typeof choicesFor>[0], typed: string): string[] =>
  choicesFor(clusters, typed).map(({ name }) => name);

describe('choosing a cluster by typing', () => {
  test('the one of that very name comes first, then those that begin with it, and none that does not hold it', () => {
    const clusters = ['Big garden', 'Gardens of friends', 'Sea', 'garden'].map(named);
    expect(namesFor(clusters, 'Garden')).toEqual(['garden', 'Gardens of friends', 'Big garden']);
    expect(namesFor(clusters, '')).toEqual(clusters.map(({ name }) => name));
  });

  test('an automatic one is known by what it looks like, a named one by its name only', () => {
    expect(namesFor([named('Holidays'), found('kmeans_012', 'sea', 'beach'), found('kmeans_013', 'wood')], 'sea')).toEqual(['kmeans_012']);
  });

  test('a name is sought as it would be kept', () => {
    expect(plainName('  Blue   days ')).toBe('Blue days');
  });
});

describe('taking pictures out', () => {
  test('the next that stays has the focus, at the end the last before', () => {
    const ids = ['a', 'b', 'c', 'd'];
    expect(staysNear(ids, 1, new Set(['b', 'c']))).toBe('d');
    expect(staysNear(ids, 3, new Set(['c', 'd']))).toBe('b');
    expect(staysNear(ids, 0, new Set(ids))).toBeNull();
  });
});
