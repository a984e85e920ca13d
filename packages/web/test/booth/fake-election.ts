// An election that is ready to be voted, made by the real cryptography.
import {
  groupNamed,
  joinHalves,
  newCredential,
  publishHalf,
  publishKey,
  readHalves,
  secretOf,
  writeHalves,
} from '@cabildo/ballot';
import { nodeDerive, nodeMachine, nodeRandom } from '@cabildo/ballot/node';

export const uuid = 'NwCLjPBvfL7iB8';

export const group = groupNamed('BELENIOS-2048', nodeMachine) ?? fail('no group');

const workshop = { group, machine: nodeMachine, random: nodeRandom };

export function fail(why: string): never {
  throw new Error(why);
}

export const motion = {
  answers: ['Sí', 'No'],
  blank: true,
  min: 1,
  max: 1,
  question: '¿Se compra la bomba de agua para el tanque alto?',
};

export const electionJson = (named: string, key: string, questions: readonly (typeof motion)[]): string =>
  JSON.stringify({
    version: 1,
    description: '',
    name: 'Junta Villa Ingenio · acta 47',
    group: group.name,
    public_key: key,
    questions,
    uuid: named,
  });

interface Wanted {
  readonly questions?: readonly (typeof motion)[];
  readonly slips?: number;
}

/** Everything of an election that is ready to be voted, with what nobody holds together elsewhere. */
export async function preparedElection({ questions = [motion], slips = 3 }: Wanted = {}) {
  const tellers = await Promise.all([1, 2].map((teller) => tellerOf(teller, slips)));
  const [one, other] = tellers.map(({ file }) => {
    const read = readHalves(workshop, file);
    return read.ok ? read.halves : fail(read.fault);
  });
  const credentials = joinHalves(group, one ?? [], other ?? [], new Set());
  const privateKey = 1_234_567_890_123_456_789n;
  const key = publishKey(workshop, privateKey);
  const election = electionJson(uuid, key.public_key, questions);
  return { election, credentials, trustees: JSON.stringify([['Single', key]]), privateKey, questions, tellers };
}

async function tellerOf(teller: number, slips: number) {
  const texts = Array.from({ length: slips }, () => newCredential(nodeRandom));
  const secrets = await Promise.all(texts.map((text) => secretOf(text, uuid, group, nodeDerive)));
  const halves = secrets.map((secret, at) => publishHalf(workshop, { election: uuid, teller, number: at + 1 }, secret));
  return { texts, file: writeHalves({ election: uuid, teller, halves }) };
}

export type Prepared = Awaited<ReturnType<typeof preparedElection>>;
