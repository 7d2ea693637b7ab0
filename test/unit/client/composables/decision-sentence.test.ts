import { describe, expect, test } from '@jest/globals';
import { sentenceOf } from '../../../../client/src/composables/decision-sentence.js';
import type { SaidChange, SaidDecision } from '../../../../client/src/composables/said-decision.js';
import { history } from '../../../../client/src/messages/en/history.js';

/** Looks a text up as the client does: by its path, in its plural form, with its values. */
function say(key: string, values: Record<string, string>, count = 1): string {
  const text = key.split('.').reduce<unknown>((texts, name) => (texts as Record<string, unknown>)[name], history) as string;
  const forms = text.split(' | ');
  // Of three forms the first is that for none.
  const form = forms.length === 3 ? Math.min(count, 2) : count === 1 ? 0 : forms.length - 1;
  return (forms[form] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

const change = (field: string, text: string | null = null, isRemoved = false): SaidChange => ({ field, text, isRemoved });
function told(changes: SaidChange[], more: Partial<SaidDecision> = {}): string {
  return sentenceOf({ kind: 'annotate', imageCount: 12, isRedacted: false, changes, ...more }, say);
}

describe('a decision as a sentence', () => {
  test('one tag, many tags and a tag taken away are said with the number of pictures', () => {
    expect(told([change('tags', 'beach')])).toBe('Added tag beach to 12 pictures');
    expect(told([change('tags', 'beach'), change('tags', 'sea')], { imageCount: 1 })).toBe('Added tags beach, sea to 1 picture');
    expect(told([change('tags', 'beach', true)])).toBe('Removed tag beach from 12 pictures');
  });

  test('hiding and showing again need no words', () => {
    expect(told([change('hidden')], { imageCount: 3 })).toBe('Hid 3 pictures');
    expect(told([change('hidden', null, true)], { imageCount: 3 })).toBe('Showed 3 pictures again');
  });

  test('parts that are kept are named where they have a name', () => {
    expect(told([change('regions')], { imageCount: 1 })).toBe('Kept a part of 1 picture');
    expect(told([change('regions', 'The cup')], { imageCount: 1 })).toBe('Kept “The cup” of 1 picture');
    expect(told([change('regions', 'The cup', true), change('regions', 'The pot')], { imageCount: 1 })).toBe(
      'Changed 1 picture: without part “The cup”, part “The pot”',
    );
  });

  test('several kinds of change become parts of one sentence, and a new title says all about the old one', () => {
    expect(told([change('tags', 'beach'), change('title', 'Old', true), change('title', 'New'), change('favourite')])).toBe(
      'Changed 12 pictures: tag beach, title “New”, favourite',
    );
  });

  test('a person or cluster itself is named, renamed, described', () => {
    expect(told([change('person-name', 'Anna')], { kind: 'rename', imageCount: 0 })).toBe('Named a person Anna');
    expect(told([change('person-name', 'Ana', true), change('person-name', 'Anna')], { imageCount: 0 })).toBe('Renamed Ana to Anna');
    expect(told([change('cluster-description', 'All of them')], { imageCount: 0 })).toBe('Described a cluster: “All of them”');
    expect(told([change('person-mergedInto', 'an-id', true)], { kind: 'undo', imageCount: 0 })).toBe('Parted what had been merged');
  });

  test('whoever is named on pictures for the first time is not said twice', () => {
    expect(told([change('person-name', 'Anna'), change('people', 'Anna')], { imageCount: 1 })).toBe('Named Anna on 1 picture');
  });

  test('a merge is said with the names that its pictures carry, never with an id', () => {
    const person = [change('person-mergedInto', 'an-id'), change('people', 'Ana', true), change('people', 'Anna')];
    expect(told(person, { kind: 'merge' })).toBe('Merged Ana into Anna');
    const cluster = [change('cluster-name', 'Sea', true), change('clusters', 'Sea', true), change('clusters', 'Beach')];
    expect(told(cluster, { kind: 'merge' })).toBe('Merged Sea into Beach');
    expect(told([change('person-mergedInto', 'an-id')], { kind: 'merge', imageCount: 0 })).toBe('Merged two into one');
  });

  test('what is done with clusters is said in plain words', () => {
    const made = [change('cluster-name', 'Beach'), change('clusters', 'Beach')];
    expect(told(made, { kind: 'create' })).toBe('Made the cluster Beach of 12 pictures');
    expect(told([...made, change('clusters', 'Beach', true)], { kind: 'remove' })).toBe('Made the cluster Beach of 12 pictures');
    expect(told([change('clusters', 'Beach')], { kind: 'add' })).toBe('Put 12 pictures into Beach');
    expect(told([change('clusters', 'Beach', true)], { kind: 'remove', imageCount: 1 })).toBe('Took 1 picture out of Beach');
    const split = ['Day 1', 'Day 2'].flatMap((name) => [change('cluster-name', name), change('clusters', name)]);
    expect(told(split, { kind: 'split' })).toBe('Split 12 pictures off an automatic cluster: Day 1, Day 2');
    expect(told([...split, change('clusters', 'Trip', true)], { kind: 'split' })).toBe('Split 12 pictures off Trip: Day 1, Day 2');
    const gone = [change('cluster-name', 'Beach', true), change('cluster-description', 'Sand', true), change('clusters', 'Beach', true)];
    expect(told(gone, { kind: 'remove-cluster' })).toBe('Took the cluster Beach away; its 12 pictures stay');
    expect(told([...gone, change('clusters', 'Sea')], { kind: 'merge' })).toBe('Merged Beach into Sea');
    expect(told([change('clusters', 'Sea'), change('cluster-name', 'kmeans_007', true)], { kind: 'merge' })).toBe(
      'Merged kmeans_007 into Sea',
    );
  });

  test('what was suggested is said with the answer', () => {
    expect(told([change('tags', 'beach')], { kind: 'accept' })).toBe('Accepted for 12 pictures: tag beach');
    expect(told([change('people', 'Anna', true)], { kind: 'reject', imageCount: 1 })).toBe(
      'Refused for 1 picture, never again: person Anna',
    );
  });

  test('forgetting is said without the words that are forgotten', () => {
    expect(told([], { kind: 'forget', imageCount: 3 })).toBe('Forgot 3 pictures');
    expect(told([], { kind: 'forget', imageCount: 0 })).toBe('Forgot pictures');
    expect(told([], { isRedacted: true })).toBe('Something was said about pictures that are forgotten');
  });

  test('long words and many names are cut, and an unknown field is named', () => {
    expect(told([change('title', 'x'.repeat(200))], { imageCount: 1 })).toHaveLength('Gave 1 picture the title “”'.length + 61);
    expect(told(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => change('tags', name)))).toBe('Added tags a, b, c, d, +2 to 12 pictures');
    expect(told([change('rating', '4')])).toBe('Changed 12 pictures: 4');
  });
});
