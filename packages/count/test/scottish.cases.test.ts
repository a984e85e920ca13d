import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.ts';
import { cases, readCase, readText, skipWithoutData } from './data.ts';

type Row = { tag: string; msg: string; nt_votes: string; votes: string; cand: Record<string, [string, string]> };

/** The peer's stages: the first count and every transfer. It transfers surpluses of nothing as well; the rule has none. */
function transfers(rows: readonly Row[]): Row[] {
  return rows.filter(({ tag, msg }) => tag === 'begin' || (tag === 'transfer' && !msg.includes('(0.00000)')));
}

for (const { id, file, expected, winner_ids = [] } of cases().filter(({ method }) => method === 'stv-scottish-wigm')) {
  test(`${id}: the winners and every stage to the last decimal`, { skip: skipWithoutData }, () => {
    const election = readCase(file);
    const lots = election.tieOrder === null ? election.candidates.map((candidate) => candidate.id) : [];
    const outcome = count(election, { method: 'scottish-stv', lots });
    assert.ok(outcome.ok);
    const { result } = outcome;
    assert.equal(result.lotsRequired, null);
    assert.deepEqual(new Set(result.elected.map((one) => one.id)), new Set(winner_ids));
    const rows = transfers(JSON.parse(readText(expected)).stages);
    // The peer transfers the last excluded candidate before it elects the rest; rule 52(2) makes no such transfer.
    assert.ok(
      rows.length - result.stages.length <= 1 && rows.length >= result.stages.length - 1,
      `${rows.length} ${result.stages.length}`,
    );
    result.stages.forEach((stage, at) => {
      const row = rows[at];
      if (
        row === undefined ||
        (at === result.stages.length - 1 && stage.action === 'exclude' && stage.transfers === undefined)
      )
        return;
      const shown = Object.fromEntries(Object.entries(row.cand).map(([key, [, votes]]) => [key, votes]));
      assert.deepEqual(stage.tally, shown, `stage ${stage.n}`);
      assert.equal(stage.nonTransferable, row.nt_votes);
    });
  });
}
