import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setImmediate as tick } from 'node:timers/promises';
import { forEachBounded, KeyedLock } from '../../../server/ingestion/work-queue.js';

const never = new AbortController().signal;

async function ticks(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await tick();
}

describe('bounded work', () => {
  test('does every item once, never more than the limit at a time, and takes none before there is room', async () => {
    const durations = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });
    const property = fc.asyncProperty(durations, fc.integer({ min: 1, max: 6 }), async (items, limit) => {
      const [done, taken]: [number[], number[]] = [[], []];
      let running = 0;
      function* source(): Generator<[number, number]> {
        for (const item of items.entries()) {
          taken.push(item[0]);
          expect(taken.length - done.length).toBeLessThanOrEqual(limit);
          yield item;
        }
      }
      await forEachBounded(source(), { limit, signal: never }, async ([index, duration]) => {
        running += 1;
        expect(running).toBeLessThanOrEqual(limit);
        await ticks(duration);
        running -= 1;
        done.push(index);
      });
      expect(done.toSorted((a, b) => a - b)).toEqual(items.map((_, index) => index));
    });
    await fc.assert(property, { numRuns: 40 });
  });

  test('throws the first error after what runs is finished, and begins nothing more', async () => {
    const finished: number[] = [];
    const work = forEachBounded([0, 1, 2, 3, 4, 5, 6], { limit: 2, signal: never }, async (item) => {
      await ticks(item === 1 ? 1 : 5);
      if (item === 1) throw new Error('The second one fails.');
      finished.push(item);
    });
    await expect(work).rejects.toThrow('The second one fails.');
    expect(finished).toContain(0);
    expect(finished).not.toContain(6);
    const before = [...finished];
    await ticks(20);
    expect(finished).toEqual(before);
  });

  test('keeps even an error that is thrown as undefined', async () => {
    await expect(
      forEachBounded([1], { limit: 1, signal: never }, () => Promise.reject(undefined as unknown as Error)),
    ).rejects.toBeUndefined();
  });

  test('stops taking items once the signal fires', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    await forEachBounded([1, 2, 3, 4, 5], { limit: 1, signal: stop.signal }, async (item) => {
      await tick();
      done.push(item);
      if (item === 2) stop.abort();
    });
    expect(done.length).toBeLessThan(5);
    expect(done).toEqual(expect.arrayContaining([1, 2]));
  });
});

describe('a lock by keys', () => {
  test('lets one in at a time for a key, in order, whatever the one before did', async () => {
    const lock = new KeyedLock();
    const events: string[] = [];
    const hold = (name: string, isFailing: boolean): Promise<string> =>
      lock.hold('same', async () => {
        events.push(`+${name}`);
        await ticks(3);
        events.push(`-${name}`);
        if (isFailing) throw new Error(name);
        return name;
      });
    const outcomes = await Promise.allSettled([hold('a', false), hold('b', true), hold('c', false)]);
    expect(events).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('lets different keys in at once', async () => {
    const lock = new KeyedLock();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await ticks(3);
      inside -= 1;
    };
    await Promise.all(['a', 'b', 'c'].map((key) => lock.hold(key, work)));
    expect(most).toBe(3);
  });
});
