import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readElection } from '../src/formats/read.ts';
import { counted } from './asked.ts';
import { cases, readCase, readText, skipWithoutData } from './data.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const ranks = (ranking: string): string[][] => ranking.split(' > ').map((rank) => rank.split(' = ').sort());

for (const { id, file, expected, winners } of cases().filter(({ id }) => /^schulze-[ad]\d/.test(id))) {
  test(`${id}: ranking and strongest paths of three variants, and the other methods’ winners`, {
    skip: skipWithoutData,
  }, () => {
    const election = readCase(file);
    const peer = JSON.parse(readText(expected));
    for (const [name, strength] of [
      ['Schulze Winning', 'winning'],
      ['Schulze Margin', 'margins'],
      ['Schulze Ratio', 'ratio'],
    ] as const) {
      const result = counted(election, 'schulze', { options: { strength } });
      assert.deepEqual(
        result.elected.map((one) => one.name),
        winners,
      );
      const details = result.stages.at(-1)?.details as {
        ranking: string[][];
        paths: Record<string, Record<string, string>>;
      };
      assert.deepEqual(
        details.ranking.map((rank) => [...rank].sort()),
        ranks(peer[name].Ranking),
      );
      if (strength === 'ratio') continue;
      for (const [a, row] of Object.entries(peer[name].Stats as Record<string, Record<string, number>>)) {
        for (const [b, value] of Object.entries(row))
          assert.equal(details.paths[a]?.[b], String(value), `${a} to ${b}`);
      }
    }
    const [first] = ranks(peer['Ranked Pairs Winning'].Ranking);
    const pairs = counted(election, 'ranked-pairs');
    if (first?.length === 1 && pairs.lotsRequired === null)
      assert.deepEqual(
        pairs.elected.map((one) => one.name),
        first,
      );
    const points = counted(election, 'borda', { options: { points: 'from-one' } });
    assert.deepEqual(
      points.elected.map((one) => one.name),
      ranks(peer.BordaCount.Ranking)[0],
    );
  });
}

type Example = {
  name: string;
  candidates: string[];
  votes: string[];
  variant: string;
  winners: string[];
  ranking?: string[][];
  strongest_paths?: Record<string, Record<string, number>>;
};

test('the examples of Schulze’s paper: winners, or the tie among them, and strongest paths', {
  skip: skipWithoutData,
}, () => {
  const examples: Example[] = JSON.parse(readText('schulze/schulze-paper-examples.json'));
  assert.equal(examples.length, 17);
  for (const { name, candidates, votes, variant, winners, strongest_paths = {} } of examples) {
    const reading = readElection('cvotes', [bytes([`#/Candidates: ${candidates.join(' ; ')}`, ...votes].join('\n'))]);
    assert.ok(reading.ok, name);
    const result = counted(reading.election, 'schulze', {
      options: { strength: variant === 'Margin' ? 'margins' : 'winning' },
    });
    const found = result.lotsRequired?.tied ?? result.elected.map(({ id }) => id);
    assert.deepEqual([...found].sort(), [...winners].sort(), name);
    const details = result.stages.at(-1)?.details as { paths: Record<string, Record<string, string>> };
    for (const [a, row] of Object.entries(strongest_paths)) {
      for (const [b, strength] of Object.entries(row)) {
        // The paper gives the votes of every link; a path of ours is made of victories alone, so only the stronger side counts.
        const back = strongest_paths[b]?.[a] ?? 0;
        if (variant === 'Winning' && strength > back)
          assert.equal(details.paths[a]?.[b], String(strength), `${name}: ${a} to ${b}`);
      }
    }
  }
});
