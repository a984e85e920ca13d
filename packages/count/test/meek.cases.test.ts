import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.ts';
import type { Stage } from '../src/result.ts';
import { type Case, cases, readCase, readText, skipWithoutData } from './data.ts';

const meek = cases().filter(({ method }) => method === 'meek');

function run({ file, options, seats }: Case, more: Record<string, string> = {}) {
  const election = readCase(file);
  const known = ['arithmetic', 'precision', 'guard', 'display', 'omega', 'defeat_batch', 'rule'];
  const given = Object.entries(options).filter(([key]) => known.includes(key));
  // The peers take the order of the file where it states none.
  const lots = election.tieOrder === null ? election.candidates.map(({ id }) => id) : [];
  const outcome = count(election, {
    method: 'meek-stv',
    ...(seats !== null && { seats }),
    options: { ...Object.fromEntries(given.map(([key, value]) => [key, String(value)])), ...more },
    lots,
  });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  assert.equal(outcome.result.lotsRequired, null);
  return { election, result: outcome.result };
}

type DroopRow = { tag: string; msg: string; quota: string; residual: string; cand: Record<string, string[]> };

for (const one of meek.filter(({ id }) => !id.includes('stvrs') && id !== 'meek-eq2')) {
  test(`${one.id}: the winners, and votes and quota at every decision`, { skip: skipWithoutData }, () => {
    const { result } = run(one);
    assert.deepEqual(new Set(result.elected.map(({ id }) => id)), new Set(one.winner_ids));
    const rows: DroopRow[] = JSON.parse(readText(one.expected)).stages;
    const decided = rows.filter(
      ({ tag, msg }) =>
        (tag === 'elect' && msg.startsWith('Elect:')) || (tag === 'defeat' && msg.startsWith('Defeat (')),
    );
    for (const row of decided) {
      const shown = Object.fromEntries(Object.entries(row.cand).map(([id, [, votes]]) => [id, votes]));
      const same = (stage: Stage) =>
        JSON.stringify(sorted(stage.tally)) === JSON.stringify(sorted(shown as Record<string, string>));
      const stage = result.stages.find(same);
      assert.ok(stage, `no stage has the votes of “${row.msg}”`);
      assert.equal(stage.quota, row.quota);
    }
  });
}

const sorted = (tally: Readonly<Record<string, string>>) =>
  Object.entries(tally).sort(([a], [b]) => Number(a) - Number(b));

type TranscriptRow = { msg?: string; cand?: [string, string, string][]; quota?: string };

/** Fractions with a thousand different shared ranks take a minute on a slow machine. */
const slow = [
  'meek-stvrs-rand_hypergeometric-approx',
  'meek-stvrs-rand_hypergeometric-equalize.approx',
  'meek-stvrs-rand_mixed_5k-approx',
];
const skipSlow = process.env.CABILDO_SLOW === undefined && 'takes a minute; runs with CABILDO_SLOW=1';
/** The peer's own sum of ballots overflows there, as the case's name says: its quota is that of one ballot. */
const overflows = 'meek-stvrs-ballot_sum_overflows-bigfixed9';

for (const one of meek.filter(({ id }) => id.includes('stvrs') && id !== overflows)) {
  const skip = skipWithoutData || (slow.includes(one.id) && skipSlow);
  test(`${one.id}: the winners, and votes and quota at every decision`, { skip }, () => {
    const equal = one.options.equalize_equal_ranks === true ? 'orders' : 'split-ends';
    const { election, result } = run(one, { equal, rule: 'meek' });
    assert.deepEqual(new Set(result.elected.map(({ name }) => name)), new Set(one.winners));
    const transcript = JSON.parse(readText(one.expected));
    const digits = Number(/\.(\d+)$/.exec(transcript.header.Quota)?.[1]?.length ?? 9);
    const rows: TranscriptRow[] = transcript.stages;
    const decided = rows.filter(({ msg }) => msg?.startsWith('Elect:') || msg?.startsWith('Defeat ('));
    for (const row of decided) {
      const shown = new Map(
        (row.cand ?? []).flatMap(([, names, votes]) =>
          names.split(', ').map((name) => [name, decimals(votes, digits)] as const),
        ),
      );
      const stage = result.stages.find(
        ({ tally, quota }) =>
          quota === decimals(row.quota ?? '', digits) &&
          election.candidates.every(
            ({ id, name, withdrawn }) => withdrawn || tally[id] === (shown.get(name) ?? tally[id]),
          ),
      );
      assert.ok(stage, `no stage has the votes of “${row.msg}”`);
    }
  });
}

/** A fraction as the decimal that is nearest. */
function decimals(text: string, digits: number): string {
  const [above = '0', below] = text.split('/');
  if (below === undefined && text.includes('.')) return text;
  const [n, d, unit] = [BigInt(above), BigInt(below ?? '1'), 10n ** BigInt(digits)];
  const units = (n * unit * 2n + d) / (d * 2n);
  return `${units / unit}.${String(units % unit).padStart(digits, '0')}`;
}

test('meek-eq2 and the overflowing sum: the winners', { skip: skipWithoutData }, () => {
  for (const one of meek.filter(({ id }) => id === 'meek-eq2' || id === overflows)) {
    const { result } = run(one, { rule: 'meek', ...(one.id === overflows && { arithmetic: 'bigfixed9' }) });
    assert.deepEqual(new Set(result.elected.map(({ name }) => name)), new Set(one.winners));
  }
});
