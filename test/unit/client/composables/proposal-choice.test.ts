import { describe, expect, test } from '@jest/globals';
import { ProposalChoice } from '../../../../client/src/composables/proposal-choice.js';
import { stepBetween } from '../../../../client/src/composables/proposal-steps.js';

const list = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const openOf = (choice: ProposalChoice<{ id: string }>): string => choice.open.value.map(({ id }) => id).join('');

describe('answering suggestions', () => {
  test('an answer is for what is selected, else for the one that has the focus', () => {
    const choice = new ProposalChoice(() => list);
    choice.look(1);
    expect(choice.chosen).toEqual(['b']);
    choice.toggle('d');
    choice.toggle('c');
    expect(choice.chosen).toEqual(['c', 'd']);
    choice.toggle('c');
    expect(choice.chosen).toEqual(['d']);
  });

  test('after an answer the focus is on the next one that is left', () => {
    const choice = new ProposalChoice(() => list);
    choice.look(1);
    choice.take(['b']);
    expect([openOf(choice), choice.chosen]).toEqual(['acde', ['c']]);
    choice.look(3);
    choice.take(['a', 'e']);
    expect([openOf(choice), choice.chosen]).toEqual(['cd', ['d']]);
  });

  test('what is put back stands where it stood, and nothing is left selected that is gone', () => {
    const choice = new ProposalChoice(() => list);
    choice.toggle('b');
    choice.take(['b', 'c']);
    expect(choice.selected.value.size).toBe(0);
    choice.putBack(['b']);
    expect(openOf(choice)).toBe('abde');
  });

  test('nothing left means nothing chosen', () => {
    const choice = new ProposalChoice(() => list);
    choice.take(list.map(({ id }) => id));
    expect([choice.chosen, choice.focused.value]).toEqual([[], 0]);
  });
});

describe('moving between suggestions', () => {
  const spots = [
    { left: 0, top: 0, width: 100 },
    { left: 108, top: 0, width: 100 },
    { left: 0, top: 150, width: 60 },
    { left: 68, top: 150, width: 60 },
    { left: 136, top: 150, width: 60 },
  ];

  test('sideways in reading order, held at both ends', () => {
    expect([stepBetween(spots, 1, 'ArrowRight'), stepBetween(spots, 0, 'ArrowLeft'), stepBetween(spots, 4, 'ArrowRight')]).toEqual([
      2, 0, 4,
    ]);
  });

  test('up and down to the nearest of the next row', () => {
    expect([stepBetween(spots, 1, 'ArrowDown'), stepBetween(spots, 3, 'ArrowUp'), stepBetween(spots, 0, 'ArrowUp')]).toEqual([4, 0, 0]);
  });

  test('a place that is gone leads to the nearest that is there', () => {
    expect(stepBetween(spots, 9, 'ArrowLeft')).toBe(4);
    expect(stepBetween([], 0, 'ArrowLeft')).toBe(0);
  });
});
