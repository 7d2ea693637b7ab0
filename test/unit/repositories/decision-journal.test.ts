import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../../server/ids.js';
import { DecisionJournal } from '../../../server/repositories/decision-journal.js';
import type { Decision } from '../../../server/repositories/decision.repository.js';
import { newDecision } from '../../support/archive-rows.js';

const nothingKnown = async () => new Set<string>();

async function readAll(
  journal: DecisionJournal,
  known: (ids: string[]) => Promise<ReadonlySet<string>> = nothingKnown,
): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for await (const decision of journal.readMissing(known)) decisions.push(decision);
  return decisions;
}

describe('the decision journal', () => {
  let folder = '';
  let path = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'image-explorer-journal-'));
    path = join(folder, 'decisions.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('gives back what was appended, in order, and is readable by its owner only', async () => {
    const decisions = [newDecision([{ kind: 'document', id: newId() }], { payload: { title: 'a\nb "quoted" \u2028' } }), newDecision([])];
    const journal = await DecisionJournal.open(path);
    await journal.append(decisions);
    expect(await readAll(journal)).toEqual(decisions);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await journal.close();
  });

  test('T44: rewritten, it holds what was made of its decisions and nothing of torn lines or those taken back; who appends waits', async () => {
    const [kept, blanked, failed, later] = ['kept', 'blanked', 'failed', 'later'].map((word) => newDecision([], { payload: { word } }));
    if (!kept || !blanked || !failed || !later) throw new Error('Expected four decisions.');
    const journal = await DecisionJournal.open(path);
    await journal.append([kept, blanked, failed]);
    await journal.void([failed.id]);
    appendFileSync(path, '{"torn":"secret');
    writeFileSync(`${path}.new`, 'left by a kill: secret');
    const rewriting = journal.rewrite((decision) => (decision.id === blanked.id ? { ...decision, payload: {} } : decision));
    await Promise.all([rewriting, journal.append([later])]);
    expect(await readAll(journal)).toEqual([kept, { ...blanked, payload: {} }, later]);
    expect(readFileSync(path, 'utf8')).not.toMatch(/secret|failed|blanked/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await journal.close();
    const reopened = await DecisionJournal.open(path);
    expect(await readAll(reopened)).toHaveLength(3);
    await reopened.close();
  });

  test('names only what the database does not know', async () => {
    const decisions = Array.from({ length: 2500 }, () => newDecision([]));
    const journal = await DecisionJournal.open(path);
    await journal.append(decisions);
    const lost = new Set([decisions[0]?.id, decisions[1000]?.id, decisions[2499]?.id]);
    const missing = await readAll(journal, async (ids) => new Set(ids.filter((id) => !lost.has(id))));
    expect(missing.map((decision) => decision.id)).toEqual([...lost]);
    await journal.close();
  });

  test('a decision whose commit failed does not come back', async () => {
    const [kept, failed] = [newDecision([]), newDecision([])];
    const journal = await DecisionJournal.open(path);
    await journal.append([kept, failed]);
    await journal.void([failed.id]);
    expect(await readAll(journal)).toEqual([kept]);
    await journal.close();
  });

  test('T36: torn anywhere, it loses nothing but the torn decision, and what is appended afterwards stands', async () => {
    const before = Array.from({ length: 3 }, () => newDecision([{ kind: 'document', id: newId() }], { payload: { title: 'Zoë 日本' } }));
    const after = newDecision([]);
    const first = await DecisionJournal.open(path);
    await first.append(before.slice(0, 2));
    const { size } = statSync(path);
    await first.append(before.slice(2));
    await first.close();
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: size, max: whole.length - 2 }), async (bytes) => {
        writeFileSync(path, whole);
        truncateSync(path, bytes);
        const journal = await DecisionJournal.open(path);
        await journal.append([after]);
        expect((await readAll(journal)).map((decision) => decision.id)).toEqual([before[0]?.id, before[1]?.id, after.id]);
        await journal.close();
      }),
      { numRuns: 40 },
    );
  });

  test('lines of another program are passed over', async () => {
    appendFileSync(path, 'not json\n{"id":"x"}\n[]\nnull\n');
    const journal = await DecisionJournal.open(path);
    const decision = newDecision([]);
    await journal.append([decision]);
    expect(await readAll(journal)).toEqual([decision]);
    await journal.close();
  });

  test('appends of many at once are lines of their own', async () => {
    const decisions = Array.from({ length: 50 }, () => newDecision([]));
    const journal = await DecisionJournal.open(path);
    await Promise.all(decisions.map((decision) => journal.append([decision])));
    expect(new Set((await readAll(journal)).map((decision) => decision.id))).toEqual(new Set(decisions.map((decision) => decision.id)));
    await journal.close();
  });
});
