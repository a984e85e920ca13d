/** An election of one ballot, before there is anything to keep secret: each trustee shows on it that the key is at hand. */
import { writeArchive } from './archive-writer.ts';
import { makeBallot, openBallot } from './ballot.ts';
import { composeSetup, type ElectionPlan } from './compose.ts';
import { newIdentifier } from './credential.ts';
import { writeEncryptedTally } from './finish.ts';
import type { SecretWorkshop } from './proof.ts';
import { randomBelow } from './random.ts';
import type { SetupFiles } from './setup.ts';
import { startTally } from './tally.ts';

export interface Trial {
  readonly files: SetupFiles;
  /** As `readTally` reads it. */
  readonly tally: string;
}

type TrialPlan = Omit<ElectionPlan, 'uuid' | 'credentials'> & {
  readonly time: number;
  readonly write: (bytes: Uint8Array) => void;
};

/** Up to its encrypted tally. Throws where the trustees are not what they have to be. */
export function makeTrial(workshop: SecretWorkshop, { time, write, ...plan }: TrialPlan): Trial {
  const { group, machine, random } = workshop;
  const secret = randomBelow(group.q, random);
  const credentials = [group.write(group.powerOfG(secret))];
  const { files, setup, faults } = composeSetup(workshop, { ...plan, uuid: newIdentifier(random), credentials });
  if (setup === undefined || faults.length > 0) throw new RangeError(`a trial that is wrong: ${faults[0]?.code}`);
  const { election } = setup;
  const choices = election.fields.questions.map((question) => {
    const { answers, blank, min } = question;
    return blank === true ? [1, ...answers.map(() => 0)] : answers.map((_, at) => (at < min ? 1 : 0));
  });
  const ballot = makeBallot(election, secret, choices, random);
  const writer = writeArchive({ machine, time, write });
  writer.setUp(files.election, files.trustees, files.credentials);
  writer.cast(ballot);
  writer.endBallots();
  const sum = startTally(election);
  const opened = openBallot(ballot);
  if (opened.ok) sum.add(opened.ballot.answers, 1n);
  const tally = writeEncryptedTally(setup, sum.tally());
  writer.tally(tally, { numTallied: 1, totalWeight: 1n });
  return { files, tally };
}
