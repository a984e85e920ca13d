/** A ballot: encrypted answers, signed with a credential (specification, 4.14 and 4.15). */
import { type AnswerFault, type Choice, faultsOfAnswer, type IsMember, makeAnswer } from './answer.ts';
import type { Election } from './election.ts';
import type { Element } from './group.ts';
import { fingerprint } from './hashing.ts';
import type { Random } from './machine.ts';
import { knowsLogarithm, proveKnowledge, readProof, writeProof } from './proof.ts';
import { type BallotFields, ballotShape } from './structures.ts';
import { readJson, writeJson } from './wire.ts';

/** The bytes that go into the box; their fingerprint is the tracker that the voter keeps. */
export function makeBallot(election: Election, secret: bigint, choices: readonly Choice[], random: Random): string {
  const { group, machine, fields } = election;
  if (choices.length !== fields.questions.length) throw new RangeError('one choice for each question');
  const credential = group.write(group.powerOfG(secret));
  const unsigned = {
    election_uuid: fields.uuid,
    election_hash: election.fingerprint,
    credential,
    answers: fields.questions.map((question, at) =>
      makeAnswer({ election, question, context: contextOf(election, credential) }, choices[at] as Choice, random),
    ),
  };
  const hash = fingerprint(writeJson(unsigned), machine);
  const proof = writeProof(proveKnowledge({ ...election, random }, `sig|${hash}`, secret));
  return writeJson({ ...unsigned, signature: { hash, proof } });
}

const contextOf = (election: Election, credential: string): string => `${election.fingerprint}|${credential}`;

export type BallotFault =
  | AnswerFault['fault']
  | 'malformed'
  | 'not-canonical'
  | 'wrong-election'
  | 'unknown-credential'
  | 'answers'
  | 'signed-hash'
  | 'signature';

export interface PlacedFault {
  readonly fault: BallotFault;
  readonly path: string;
}

export type OpenedBallot =
  | { readonly ok: true; readonly ballot: BallotFields }
  | { readonly ok: false; readonly faults: readonly PlacedFault[] };

/** The ballot in a file, if it is written in its one form. */
export function openBallot(json: string): OpenedBallot {
  const read = readJson(json, ballotShape);
  if (!read.ok) return { ok: false, faults: [{ fault: 'malformed', path: read.path }] };
  if (writeJson(read.value) !== json) return { ok: false, faults: [{ fault: 'not-canonical', path: '' }] };
  return { ok: true, ballot: read.value };
}

export interface CheckedBallot {
  /** None of a ballot that can go into the box. */
  readonly faults: readonly PlacedFault[];
  readonly credential: string;
}

/** All of one ballot that somebody hands in; what costs no power first, so that refusing nonsense is cheap. */
export function checkBallot(election: Election, voters: ReadonlyMap<string, unknown>, json: string): CheckedBallot {
  const opened = openBallot(json);
  if (!opened.ok) return { faults: opened.faults, credential: '' };
  const { ballot } = opened;
  const atTheDoor = faultsAtTheDoor(election, voters, ballot);
  const faults = atTheDoor.length > 0 ? atTheDoor : faultsInside(election, ballot);
  return { faults, credential: ballot.credential };
}

/** What can be told without a power: whether it belongs to this election and to one of its voters. */
export function faultsAtTheDoor(
  election: Election,
  voters: ReadonlyMap<string, unknown>,
  ballot: BallotFields,
): readonly PlacedFault[] {
  const faults: PlacedFault[] = [];
  if (ballot.election_uuid !== election.fields.uuid) faults.push({ fault: 'wrong-election', path: 'election_uuid' });
  if (ballot.election_hash !== election.fingerprint) faults.push({ fault: 'wrong-election', path: 'election_hash' });
  if (!voters.has(ballot.credential)) faults.push({ fault: 'unknown-credential', path: 'credential' });
  if (ballot.answers.length !== election.fields.questions.length) faults.push({ fault: 'answers', path: 'answers' });
  return faults;
}

/** The costly part: members, proofs and signature. The credential is one of the list, whose members are checked once. */
export function faultsInside(
  election: Election,
  ballot: BallotFields,
  isMember: IsMember = election.group.isMember,
): readonly PlacedFault[] {
  const { group, machine, fields } = election;
  const faults: PlacedFault[] = [];
  const context = contextOf(election, ballot.credential);
  for (const [at, question] of fields.questions.entries()) {
    const answer = ballot.answers[at];
    if (answer === undefined) continue;
    for (const { fault, path } of faultsOfAnswer({ election, question, context }, answer, isMember))
      faults.push({ fault, path: path === '' ? `answers[${at}]` : `answers[${at}].${path}` });
  }
  const { signature, ...unsigned } = ballot;
  if (fingerprint(writeJson(unsigned), machine) !== signature.hash)
    faults.push({ fault: 'signed-hash', path: 'signature.hash' });
  const proof = readProof(signature.proof, group);
  const credential = group.read(ballot.credential);
  if (proof === undefined) faults.push({ fault: 'exponent', path: 'signature.proof' });
  else if (!isSignedBy(election, credential, signature.hash, proof))
    faults.push({ fault: 'signature', path: 'signature.proof' });
  return faults;
}

function isSignedBy(
  election: Election,
  credential: Element | undefined,
  hash: string,
  proof: Parameters<typeof knowsLogarithm>[3],
): boolean {
  return credential !== undefined && knowsLogarithm(election, `sig|${hash}`, credential, proof);
}
