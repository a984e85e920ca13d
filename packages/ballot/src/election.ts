/** An election as everybody who checks it holds it: what its file says, its key, and what a voter may choose. */
import { type Key, keyOf } from './choice-proof.ts';
import { type Group, groupNamed } from './group.ts';
import { fingerprint } from './hashing.ts';
import type { Machine } from './machine.ts';
import type { Workshop } from './proof.ts';
import { type ElectionFields, electionShape, type Question } from './structures.ts';
import { readJson, writeJson } from './wire.ts';

export interface Election extends Workshop {
  readonly fields: ElectionFields;
  /** The bytes as they are in the archive: the fingerprint is taken of them. */
  readonly json: string;
  readonly fingerprint: string;
  readonly key: Key;
}

/** What is wrong with an election's file; `path` says where in it. */
export type ElectionFault = 'malformed' | 'not-canonical' | 'unknown-group' | 'unknown-version' | 'question' | 'no-key';

export type ReadElection =
  | { readonly ok: true; readonly election: Election }
  | { readonly ok: false; readonly fault: ElectionFault; readonly path: string };

/** As many answers as a ballot can hold without its proofs getting out of hand. */
const MOST_ANSWERS = 1_000;

export function readElection(json: string, machine: Machine): ReadElection {
  const read = readJson(json, electionShape);
  if (!read.ok) return { ok: false, fault: 'malformed', path: read.path };
  const fields = read.value;
  if (writeJson(fields) !== json) return { ok: false, fault: 'not-canonical', path: '' };
  if (fields.version !== 1) return { ok: false, fault: 'unknown-version', path: 'version' };
  const group = groupNamed(fields.group, machine);
  if (group === undefined) return { ok: false, fault: 'unknown-group', path: 'group' };
  const wrong = fields.questions.findIndex((question) => !isAnswerable(question));
  if (wrong >= 0 || fields.questions.length === 0) {
    return { ok: false, fault: 'question', path: `questions[${Math.max(0, wrong)}]` };
  }
  const key = readKey(fields.public_key, group);
  if (key === undefined) return { ok: false, fault: 'no-key', path: 'public_key' };
  return { ok: true, election: { fields, json, fingerprint: fingerprint(json, machine), group, machine, key } };
}

/** Whether at least one choice keeps the bounds. */
export function isAnswerable({ answers, min, max }: Question): boolean {
  return answers.length > 0 && answers.length <= MOST_ANSWERS && 0 <= min && min <= max && max <= answers.length;
}

function readKey(text: string, group: Group): Key | undefined {
  const y = group.read(text);
  // A key of 1 encrypts nothing: every nonce shows the vote.
  return y !== undefined && y !== group.one && group.isMember(y) ? keyOf(group, y) : undefined;
}

/** How many ciphertexts an answer has: one an answer, and one before them where a blank vote is allowed. */
export function widthOf({ answers, blank }: Question): number {
  return answers.length + (blank === true ? 1 : 0);
}
