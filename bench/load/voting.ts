// A hall that votes by phone: each vote is on disk before it is acknowledged, and the close counts them.
import type { Aim } from './aims.ts';
import { arrive } from './arrivals.ts';
import type { Hall, Person } from './hall.ts';

const CHOICES = ['yes', 'no', 'abstain'] as const;
type Choice = (typeof CHOICES)[number];

/** One vote of all these people, their votes spread over so many milliseconds. */
export async function voteTogether(hall: Hall, people: readonly Person[], overMs: number): Promise<Aim[]> {
  const within = `${people.length} votes within ${overMs / 1_000} s`;
  const { body, presidium } = hall;
  const vote = await hall.openVote(within);
  const choices = new Map<Person, Choice>(people.map((person, i) => [person, CHOICES[i % 3] as Choice]));
  const arrivals = await arrive(people, overMs, async (person) => {
    const input = { vote, choice: choices.get(person) };
    await person.phone.does(body, 'CastVote', input, `vote-${vote}`);
  });
  const called = performance.now();
  await presidium.does(body, 'CloseVote', { vote }, `close-${vote}`);
  const closedAfter = (performance.now() - called) / 1_000;
  await checkTally(hall, vote, choices);
  const isAim = overMs >= 10_000;
  return [
    { what: `${within}: failures`, value: arrivals.failures.length, unit: 'of them', atMost: 0 },
    { what: `${within}: accepted, p50`, value: arrivals.p50, unit: 'ms' },
    { what: `${within}: accepted, p95`, value: arrivals.p95, unit: 'ms' },
    { what: `${within}: accepted, p99`, value: arrivals.p99, unit: 'ms', ...(isAim && { atMost: 1_000 }) },
    { what: `${within}: accepted, slowest`, value: arrivals.most, unit: 'ms' },
    { what: `${within}: votes accepted`, value: people.length / arrivals.took, unit: 'a second' },
    { what: `${within}: closed and tallied after the call`, value: closedAfter, unit: 's', atMost: 1 },
  ];
}

/** A figure of votes that were not counted right is worth nothing. */
async function checkTally(
  { body, presidium }: Hall,
  vote: number,
  choices: ReadonlyMap<Person, Choice>,
): Promise<void> {
  const { content } = await presidium.get(`/api/bodies/${body}/votes/${vote}`);
  const [tally] = (content as { result: { tallies: Record<Choice, number>[] } }).result.tallies;
  const cast = [...choices.values()];
  for (const choice of CHOICES) {
    const count = cast.filter((one) => one === choice).length;
    if (tally?.[choice] !== count) throw new Error(`${count} voted ${choice}, counted were ${tally?.[choice]}`);
  }
}
