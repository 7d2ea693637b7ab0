import { expect, test } from '@jest/globals';
import { calibrate, standingOf, type TailPrior } from '../../server/services/calibration.js';
import { BUILT_IN, STAND_IN } from '../support/archive.js';
import { sayFigure } from '../support/figures.js';
import { bestConstant, judgeModel, retrieve, type JudgedSet, type Retrieved } from '../support/judged-queries.js';
import { describeWith } from '../support/requirements.js';
import { mean } from '../support/retrieval.js';
import { randomNumbers } from '../support/vectors.js';

/** Of a set: the least F1 of the default cut, by itself and among all pictures. */
const FLOORS: Record<string, Record<string, readonly [number, number]>> = {
  'the stand-in': {
    'semantic, by picture': [0.6, 0.5],
    'neardup, by picture': [0.8, 0.75],
    'semantic, by words for a category': [0.6, 0.6],
    'semantic, by words for one picture': [0.2, 0.35],
    'neardup, by caption': [0.5, 0.4],
  },
  'the built-in descriptor': { 'semantic, by picture': [0.05, 0.05], 'neardup, by picture': [0.85, 0.85] },
};

describeWith('shared', 'the default cut and the bands on labelled pictures', () => {
  test.each([
    ['the stand-in', STAND_IN],
    ['the built-in descriptor', BUILT_IN],
  ])('find what is meant, with %s', async (name, environment) => {
    const { sets, strangers, size } = await judgeModel(environment);
    const everything = Array.from({ length: size }, (_, place) => place);
    const constants = new Map(sets.map((set) => [set.name, bestConstant(set.queries)]));
    for (const set of sets) {
      for (const [at, archive] of [set.archive, everything].entries()) {
        const found = judgeSet(set, archive);
        say(`${name}, ${set.name}, in ${archive.length} pictures`, { ...found, ...withConstants(set, constants) });
        expect(found.cut?.f1).toBeGreaterThanOrEqual(FLOORS[name]?.[set.name]?.[at] ?? 1);
        // The semantic set is too small for bands by itself.
        expect(found.likelyFrom === null).toBe(archive.length < 200);
      }
    }
    const [alone, steadied] = [falseHits(strangers, false), falseHits(strangers, true)];
    sayFigure(`${name}, false hits where one is expected, a hundredth is`, alone.map(rounded).join(', '));
    sayFigure(`${name}, the same, steadied by what is known of such queries`, steadied.map(rounded).join(', '));
    expect(alone[0]).toBeLessThan(2);
    expect(alone[1]).toBeLessThan(0.15);
    expect(steadied[1]).toBeLessThanOrEqual((alone[1] ?? 0) + 0.01);
  });
});

function judgeSet({ queries }: JudgedSet, archive: readonly number[]): Record<'cut' | 'likelyFrom' | 'strongFrom', Retrieved | null> {
  const calibrations = new Map(
    queries.map((query) => [
      query,
      calibrate(
        Float32Array.from(archive, (place) => query.scores[place] ?? 0),
        archive.length,
      ),
    ]),
  );
  const passing = (line: 'cut' | 'likelyFrom' | 'strongFrom') => retrieve(queries, (query) => calibrations.get(query)?.[line] ?? null);
  return { cut: passing('cut'), likelyFrom: passing('likelyFrom'), strongFrom: passing('strongFrom') };
}

// The best one chosen afterwards on the same queries, which nobody can know, and those that are best for the other set: a fixed setting.
function withConstants({ name, queries }: JudgedSet, constants: ReadonlyMap<string, number>): Record<string, Retrieved | null> {
  const isForeign = (other: string): boolean =>
    other.split(',')[0] !== name.split(',')[0] && other.endsWith('by picture') === name.endsWith('by picture');
  const named = [...constants].filter(([other]) => other === name || isForeign(other));
  return Object.fromEntries(
    named.map(([other, cut]) => [`${cut.toFixed(2)}, best for ${other === name ? 'this' : other}`, retrieve(queries, () => cut)]),
  );
}

function say(name: string, found: Record<string, Retrieved | null>): void {
  for (const [line, figures] of Object.entries(found)) {
    const { precision, recall, f1 } = figures ?? {};
    sayFigure(`${name}, ${line}: precision, recall, F1`, figures ? [precision, recall, f1].map(rounded).join(', ') : 'too few pictures');
  }
}

// Of 200 pictures taken at random from those that show nothing of the kind; counted among the rest of these.
function falseHits(strangers: readonly Float32Array[], isSteadied: boolean): number[] {
  const random = randomNumbers(1);
  const halves = strangers.flatMap((scores) =>
    [1, 2].map(() => {
      const mixed = Array.from(scores, (score) => ({ score, at: random() })).sort((a, b) => a.at - b.at);
      return [Float32Array.from(mixed.slice(0, 200), ({ score }) => score), mixed.slice(200).map(({ score }) => score)] as const;
    }),
  );
  const prior = isSteadied ? priorOf(halves.map(([sample]) => sample)) : undefined;
  return [1, 0.01].map((expected) =>
    mean(
      halves.map(([sample, rest]) => {
        const calibration = calibrate(sample, 200, prior);
        return 200 * mean(rest.map((score) => Number((standingOf(score, calibration)?.expectedFalse ?? Infinity) <= expected)));
      }),
    ),
  );
}

// As the program keeps it.
function priorOf(samples: readonly Float32Array[]): TailPrior {
  const tails = samples.flatMap((sample) => calibrate(sample, sample.length).tail ?? []);
  const logScales = tails.map(({ ownScale }) => Math.log(ownScale));
  const logScale = mean(logScales);
  const variance = mean(logScales.map((one) => (one - logScale) ** 2)) - mean(tails.map(({ excesses }) => 1 / excesses));
  return { scale: Math.exp(logScale), weight: 1 / Math.max(0.05, variance) };
}

function rounded(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? 'none' : value.toFixed(value < 0.1 ? 3 : 2);
}
