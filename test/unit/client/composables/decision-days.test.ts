import { describe, expect, test } from '@jest/globals';
import { dayName, groupByDay } from '../../../../client/src/composables/decision-days.js';

const at = (day: number, hour: number): string => new Date(2026, 2, day, hour).toISOString();

describe('the days of the history', () => {
  test('what happened on one local day stands together, in the order given', () => {
    const days = groupByDay([{ at: at(2, 23) }, { at: at(2, 1) }, { at: at(1, 23) }]);
    expect(days.map(({ date, items }) => [date, items.length])).toEqual([
      ['2026-03-02', 2],
      ['2026-03-01', 1],
    ]);
  });

  test('today and yesterday are called so, also over the turn of a month', () => {
    const now = new Date(2026, 2, 1, 9);
    expect(dayName('2026-03-01', now)).toEqual({ key: 'today' });
    expect(dayName('2026-02-28', now)).toEqual({ key: 'yesterday' });
    expect(dayName('2026-02-27', now)).toEqual({ key: null, text: '27 Feb 2026' });
  });
});
