/** Making a ballot from both halves of a slip: the costly part, in a thread of its own so that the screen stays awake. */
import { type Choice, fingerprint, groupNamed, joinSecrets, makeBallot, readElection, secretOf } from '@cabildo/ballot';
import { browserDerive, browserMachine, browserRandom } from '../machine.ts';

export interface ToEncrypt {
  /** The election's file, byte for byte. */
  readonly election: string;
  readonly halves: readonly [string, string];
  readonly choices: readonly Choice[];
}

export interface Encrypted {
  readonly ballot: string;
  /** The fingerprint of the ballot, which the voter keeps. */
  readonly tracker: string;
}

/** Throws where the election's file is none. */
export async function encrypt({ election: json, halves, choices }: ToEncrypt): Promise<Encrypted> {
  const read = readElection(json, browserMachine);
  if (!read.ok) throw new Error(`an election that is ${read.fault}`);
  const { election } = read;
  const group = groupNamed(election.fields.group, browserMachine);
  if (group === undefined) throw new Error('an election of an unknown group');
  const { uuid } = election.fields;
  const [one, other] = [
    await secretOf(halves[0], uuid, group, browserDerive),
    await secretOf(halves[1], uuid, group, browserDerive),
  ];
  const ballot = makeBallot(election, joinSecrets(group, one, other), choices, browserRandom);
  return { ballot, tracker: fingerprint(ballot, browserMachine) };
}
