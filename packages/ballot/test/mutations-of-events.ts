import type { ArchiveWriter } from '../src/archive-writer.ts';
import {
  archiveOf,
  build,
  bytesOf,
  type Entry,
  entriesOf,
  hashOf,
  type Json,
  type Step,
  written,
} from './archive-model.ts';
import type { Mutation } from './mutation.ts';

// The steps of the election that is falsified: setup, four ballots, end, tally, two parts, result.
const [END, TALLY, PART, RESULT] = [5, 6, 7, 9];

/** Other steps, chained anew. */
const chained = (
  what: string,
  finds: Mutation['finds'],
  how: (steps: readonly Step[]) => readonly Step[],
): Mutation => ({
  part: 'events',
  what,
  finds,
  make: ({ steps }) => build(how(steps)),
});

/** Other files, as they stand. */
const loose = (what: string, finds: Mutation['finds'], how: (entries: Entry[]) => Entry[]): Mutation => ({
  part: 'events',
  what,
  finds,
  make: ({ made }) => archiveOf(how(entriesOf(made.archive))),
});

const event = (
  what: string,
  finds: Mutation['finds'],
  at: number,
  how: (fields: Record<string, unknown>) => unknown,
): Mutation => ({
  part: 'events',
  what,
  finds,
  make: ({ steps }) => build(steps, { event: (fields, place) => (place === at ? how(fields) : fields) }),
});

const without = (at: number) => (steps: readonly Step[]) => steps.filter((_, place) => place !== at);
const inserted = (at: number, from: number) => (steps: readonly Step[]) => steps.toSpliced(at, 0, steps[from] as Step);

function writeSetup(writer: ArchiveWriter, [setup]: readonly Step[]): void {
  const [election, trustees, credentials] = (setup?.files ?? []).map(written) as [string, string, string];
  writer.setUp(election, trustees, credentials);
}

/** Two ballots, EndBallots, two more, EndBallots again. */
function cutOff(
  what: string,
  finds: Mutation['finds'],
  counted: (ballots: readonly Json[]) => readonly Json[],
): Mutation {
  return {
    part: 'events',
    what,
    finds,
    make: ({ steps, fitted }) => {
      const ballots = steps.slice(1, 5).map(({ files }) => files[0]);
      return fitted((writer) => {
        writeSetup(writer, steps);
        for (const ballot of ballots.slice(0, 2)) writer.cast(written(ballot));
        writer.endBallots();
        for (const ballot of ballots.slice(2)) writer.cast(written(ballot));
        writer.endBallots();
      }, counted(ballots));
    },
  };
}

const end: Step = { type: 'EndBallots', files: [] };

export const eventMutations: readonly Mutation[] = [
  chained('no EndBallots', ['event-out-of-place'], without(END)),
  chained('EndBallots twice', ['event-out-of-place'], inserted(END, END)),
  chained('EndBallots again after the tally', ['event-out-of-place'], inserted(PART, END)),
  chained(
    'a ballot after EndBallots',
    ['event-out-of-place', 'tally-differs', 'num-tallied', 'total-weight', 'decryption-proof', 'result-too-early'],
    (steps) => {
      const last = steps[3] as Step;
      return without(3)(steps).toSpliced(END, 0, last);
    },
  ),
  chained(
    'two ballots cut off by an EndBallots in their middle',
    ['event-out-of-place', 'tally-differs', 'num-tallied', 'total-weight', 'decryption-proof', 'result-too-early'],
    (steps) => steps.toSpliced(3, 0, end),
  ),
  cutOff(
    'the ballots after an inserted EndBallots left out, and all the rest made to fit',
    ['event-out-of-place'],
    (ballots) => ballots.slice(0, 2),
  ),
  cutOff(
    'the ballots before an inserted EndBallots left out, and all the rest made to fit',
    ['event-out-of-place', 'total-weight', 'tally-differs', 'decryption-proof', 'result-too-early'],
    (ballots) => ballots.slice(2),
  ),
  {
    part: 'events',
    what: 'a ballot left out of the sum, and all the rest made to fit',
    finds: ['num-tallied', 'total-weight', 'tally-differs', 'decryption-proof', 'result-too-early'],
    make: ({ steps, fitted }) => {
      const ballots = steps.slice(1, 5).map(({ files }) => files[0]);
      return fitted((writer) => {
        writeSetup(writer, steps);
        for (const ballot of ballots) writer.cast(written(ballot));
        writer.endBallots();
      }, ballots.slice(2));
    },
  },
  {
    part: 'events',
    what: 'no EncryptedTally, and a result that nobody opened',
    finds: ['event-out-of-place', 'result-too-early'],
    make: ({ steps }) =>
      build(
        steps
          .filter(({ type }) => type !== 'EncryptedTally' && type !== 'PartialDecryption')
          .map((step) =>
            step.type === 'Result'
              ? {
                  ...step,
                  files: [
                    {
                      result: [
                        [0, 6, 0],
                        [6, 0],
                      ],
                    },
                  ],
                }
              : step,
          ),
      ),
  },
  chained('a ballot after the result', ['event-out-of-place', 'ballot-replayed', 'entry-twice'], (steps) => [
    ...steps,
    steps[1] as Step,
  ]),
  chained('no EncryptedTally', ['event-out-of-place', 'decryption-too-early', 'result-too-early'], without(TALLY)),
  chained('EncryptedTally twice', ['event-out-of-place', 'entry-twice'], inserted(PART, TALLY)),
  chained('EncryptedTally before EndBallots', ['event-out-of-place'], (steps) => {
    const tally = steps[TALLY] as Step;
    return without(TALLY)(steps).toSpliced(END, 0, tally);
  }),
  chained(
    'a part of the decryption before the tally',
    ['event-out-of-place', 'decryption-too-early', 'result-too-early'],
    (steps) => {
      const part = steps[PART] as Step;
      return without(PART)(steps).toSpliced(TALLY, 0, part);
    },
  ),
  chained('one part too few for the result', ['result-too-early'], without(PART)),
  chained('no part at all, and a result', ['result-too-early'], (steps) =>
    steps.filter(({ type }) => type !== 'PartialDecryption'),
  ),
  chained('the same part twice', ['decryption-owner-twice', 'entry-twice'], inserted(RESULT, PART)),
  chained('a part after the result', ['event-out-of-place', 'decryption-owner-twice', 'entry-twice'], (steps) => [
    ...steps,
    steps[PART] as Step,
  ]),
  chained('the result twice', ['event-out-of-place', 'entry-twice'], (steps) => [...steps, steps[RESULT] as Step]),
  chained('the setup twice', ['event-out-of-place', 'entry-twice'], inserted(1, 0)),
  chained('no setup', ['setup-missing', 'event-out-of-place'], without(0)),
  chained('a shuffle', ['event-unsupported'], (steps) => steps.toSpliced(PART, 0, { type: 'EndShuffles', files: [] })),
  chained('a ballot cast again right after itself', ['ballot-replayed', 'entry-twice'], inserted(2, 1)),
  chained('a ballot cast again later', ['ballot-replayed', 'entry-twice'], inserted(4, 1)),
  {
    part: 'events',
    what: 'a ballot cast again, its file not repeated',
    finds: ['ballot-replayed', 'payload-missing'],
    make: ({ steps }) => {
      const payload = hashOf(JSON.stringify(steps[1]?.files[0]));
      const again = inserted(2, END)(steps).map((step, at) => (at === 2 ? { type: 'Ballot', files: [] } : step));
      return build(again, { event: (fields, at) => (at === 2 ? { ...fields, payload } : fields) });
    },
  },
  loose('two events exchanged', ['event-parent', 'event-height'], (entries) => {
    const [first, second] = [entries.slice(6, 8), entries.slice(8, 10)];
    return entries.toSpliced(6, 4, ...second, ...first);
  }),
  loose(
    'an event taken out',
    [
      'event-parent',
      'event-height',
      'tally-differs',
      'num-tallied',
      'total-weight',
      'decryption-proof',
      'result-too-early',
    ],
    (entries) => entries.toSpliced(10, 2),
  ),
  event('a height that is one too high', ['event-height'], END, (fields) => ({ ...fields, height: 6 })),
  event('a height as text', ['event-malformed', 'event-out-of-place'], END, (fields) => ({
    ...fields,
    height: `${fields.height}`,
  })),
  event("another event's hash as parent", ['event-parent'], END, (fields) => ({ ...fields, parent: hashOf('') })),
  event('no parent', ['event-parent'], END, ({ parent: _, ...fields }) => fields),
  event('a parent of the first', ['event-parent'], 0, (fields) => ({ parent: hashOf(''), ...fields })),
  event('a space in an event', ['event-not-canonical'], END, (fields) => JSON.stringify(fields).replace(',', ', ')),
  event('a field of an event twice', ['event-not-canonical'], END, (fields) =>
    JSON.stringify(fields).replace('{', '{"height":5,'),
  ),
  event('an event of no known type', ['event-malformed', 'event-out-of-place'], END, (fields) => ({
    ...fields,
    type: 'Pause',
  })),
  event('EndBallots with a payload', ['payload-not-wanted'], END, (fields) => ({ ...fields, payload: hashOf('') })),
  event('a ballot event that names nothing', ['payload-missing'], 1, ({ payload: _, ...fields }) => fields),
  event('a ballot event that names something else', ['payload-missing'], 1, (fields) => ({
    ...fields,
    payload: hashOf(''),
  })),
  {
    part: 'events',
    what: 'a file that no event speaks of',
    finds: ['data-out-of-place'],
    make: ({ steps }) => build(steps, { before: { 2: ['{"note":1}'] } }),
  },
  loose('a file at the end without its event', ['data-without-event'], (entries) => [
    ...entries,
    { name: `${hashOf('{}')}.data.json`, content: bytesOf('{}') },
  ]),
  loose('the last event taken away, its file left', ['data-without-event'], (entries) => entries.slice(0, -1)),
];
