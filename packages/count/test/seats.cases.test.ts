import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.ts';
import { readElection } from '../src/formats/read.ts';
import { readText, skipWithoutData } from './data.ts';

type Parliament = {
  id: string;
  seats: number;
  threshold: number;
  parties: string[];
  votes: number[];
  official_seats: number[];
};

function seatsOf(document: object, method: string): number[] | string {
  const reading = readElection('json', [new TextEncoder().encode(JSON.stringify(document))]);
  assert.ok(reading.ok);
  const outcome = count(reading.election, { method });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  if (outcome.result.lotsRequired !== null) return 'tie';
  return reading.election.candidates.map(({ id }) => outcome.result.elected.filter((one) => one.id === id).length);
}

test('every official result of the Nationalrat and the Knesset', { skip: skipWithoutData }, () => {
  const parliaments: Parliament[] = JSON.parse(readText('apportionment/official-austria-knesset.json'));
  for (const { id, official_seats, ...document } of parliaments)
    assert.deepEqual(seatsOf(document, 'dhondt'), official_seats, id);
});

test('the examples of Balinski and Young; a tie is a tie', { skip: skipWithoutData }, () => {
  const examples: { id: string; votes: number[]; seats: number; expected: Record<string, number[]> }[] = JSON.parse(
    readText('apportionment/balinski-young.json'),
  );
  for (const { id, votes, seats, expected } of examples) {
    for (const [name, method] of [
      ['largest_remainder', 'hare'],
      ['dhondt', 'dhondt'],
      ['saintelague', 'sainte-lague'],
      ['modified_saintelague', 'modified-sainte-lague'],
    ] as const) {
      if (expected[name] === undefined) continue;
      assert.deepEqual(seatsOf({ seats, votes }, method), id === 'ties' ? 'tie' : expected[name], `${id} ${name}`);
    }
  }
});
