// The election that is falsified, with all its secrets.
import { nodeDerive, nodeMachine } from '../node/machine.ts';
import { writeArchive } from '../src/archive-writer.ts';
import { makeBallot } from '../src/ballot.ts';
import { secretOf } from '../src/credential.ts';
import { readElection } from '../src/election.ts';
import { finish, knownGroups, makeShare, seededRandom, writeEncryptedTally } from '../src/index.ts';
import { proveKnowledge, writeProof } from '../src/proof.ts';
import { readSetup, type SetupFiles } from '../src/setup.ts';
import { startTally } from '../src/tally.ts';
import { build, fingerprintOf, type Json, type Step, stepsOf, TIME, written } from './archive-model.ts';
import { election, templateOf } from './elections.ts';
import type { Forger } from './mutation.ts';

const questions = templateOf(
  JSON.stringify({
    name: 'Mutaciones',
    description: '',
    questions: [
      { answers: ['Ana', 'Beto'], blank: true, min: 1, max: 1, question: '¿Quién?' },
      { answers: ['Sí', 'No'], min: 0, max: 1, question: '¿Sí?' },
    ],
    weights: [1, 2, 3],
  }),
);

function filesOf([setup]: readonly Step[]): SetupFiles {
  const [election, trustees, credentials] = (setup?.files ?? []).map(written) as [string, string, string];
  return { election, trustees, credentials };
}

export async function forger(): Promise<Forger> {
  const made = await election({ template: questions, trustees: '2of3', voters: 3, revotes: 1, seed: 'forger' });
  const steps = stepsOf(made.archive);
  const read = readElection(written(steps[0]?.files[0]), nodeMachine);
  if (!read.ok) throw new Error(read.fault);
  const { election: own } = read;
  const { group } = own;
  const random = seededRandom('forger again', nodeMachine);
  const secrets = await Promise.all(
    made.credentials.map(({ secret }) => secretOf(secret, made.uuid, group, nodeDerive)),
  );
  const sign = (ballot: Json, voter: number): Json => {
    const { signature: _, ...unsigned } = ballot;
    const hash = fingerprintOf(written(unsigned));
    const proof = proveKnowledge({ group, machine: nodeMachine, random }, `sig|${hash}`, secrets[voter] as bigint);
    return { ...unsigned, signature: { hash, proof: writeProof(proof) } };
  };
  const withStep: Forger['withStep'] = (type, how, which = 0) => {
    const at = steps.flatMap((step, index) => (step.type === type ? [index] : []))[which];
    return build(steps.map((step, index) => (index === at ? { type, files: how(step.files) } : step)));
  };
  const fitted: Forger['fitted'] = (write, counted) => {
    const { setup } = readSetup(filesOf(steps), nodeMachine);
    if (setup === undefined) throw new Error('a setup that cannot be read');
    const pieces: Uint8Array[] = [];
    const writer = writeArchive({ machine: nodeMachine, time: TIME, write: (bytes) => pieces.push(bytes) });
    write(writer);
    const sum = startTally(own);
    const weightOf = (ballot: Json): bigint => setup.voters.get(ballot.credential) ?? 0n;
    for (const ballot of counted) sum.add(ballot.answers, weightOf(ballot));
    const [tally, weight] = [sum.tally(), counted.reduce((total, ballot) => total + weightOf(ballot), 0n)];
    writer.tally(writeEncryptedTally(setup, tally), { numTallied: counted.length, totalWeight: weight });
    const shares = made.privateKeys.flatMap((key) => makeShare(setup, tally, key, random) ?? []);
    const { ok } = finish(writer, { setup, tally, weight, parts: new Map(), shares });
    if (!ok) throw new Error('a forgery that does not open');
    return new Uint8Array(Buffer.concat(pieces));
  };
  const { p, q, g } = knownGroups[0] as (typeof knownGroups)[number];
  return {
    ...{ made, election: own, steps, p, q, g, secrets, sign, withStep, fitted },
    vote: (secret, choices) => JSON.parse(makeBallot(own, secret, choices, random)),
    withBallot: (at, how) =>
      withStep(
        'Ballot',
        ([ballot]) => {
          const changed = how(ballot);
          const voter = made.credentials.findIndex(({ public: key }) => key === ballot.credential);
          return [typeof changed === 'string' ? changed : sign(changed, voter)];
        },
        at,
      ),
  };
}
