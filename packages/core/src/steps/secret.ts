import type { CommandName, InputFor } from '../catalogue/commands.ts';
import type { RefusalCode } from '../refusal.ts';
import { preparationOf } from '../secret/fold.ts';
import { rankedRefusal } from '../secret/questions.ts';
import { leastVoters, type SecretRules } from '../secret/rules.ts';
import type { BodyState, Motion, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { beside, type Candidate, step } from './candidate.ts';
import type { MotionTurn } from './order.ts';
import { anyHash } from './stand-ins.ts';

/** Files that lie on the node under their hash: whoever asks what comes next does not know them. */
const ofNode: readonly RefusalCode[] = ['archive-not-shown'];

/** Each makes one half of every slip. */
const TELLERS = 2;

/** What a secret vote on a motion still needs, one after the other, up to its opening. */
export function secretly(
  state: BodyState,
  { motion: index, state: turn }: MotionTurn,
  motion: Motion,
): readonly Candidate[] {
  const { title, sitting } = motion;
  const { trustees, trial, halves, credentials } = preparationOf(state, index);
  const rules = statuteOf(state)?.secret;
  const make = turn === 'ready' ? step : beside;
  const about = { motion: index };
  const hall = tableGet(state.sittings, sitting);
  const made = <N extends CommandName>(name: N, input: InputFor<N>, missing: readonly string[]): Candidate =>
    make(name, input, { missing, aside: ofNode, title });
  const opening = made('OpenVote', { ...about, method: 'secret', archive: anyHash }, ['archive']);
  // Nobody prepares what would not be opened: the reason stands beside the opening, and the urn is there.
  if (rankedRefusal(state, index) !== null) return [opening];
  if (rules !== undefined && (hall?.present ?? leastVoters(rules)) < leastVoters(rules)) return [opening];
  const list = listsOf(rules)[0] ?? '';
  return [
    ...(trustees === null
      ? [make('NameTrustees', { ...about, trustees: namedSoFar(rules) }, { ...naming, title })]
      : trial === null
        ? [made('RecordTrialDecryption', { ...about, archive: anyHash }, ['archive'])]
        : []),
    ...(halves.length < TELLERS
      ? [beside('EnterCredentialHalves', { ...about, list, file: anyHash }, { ...oneList, title })]
      : []),
    ...(credentials === null ? [made('ListCredentials', { ...about, excluded: anyHash }, ['excluded'])] : []),
    opening,
  ];
}

const naming = {
  missing: ['trustees'],
  aside: [...ofNode, 'list-not-in-statute', 'trustees-of-one-list'],
} as const satisfies { missing: readonly string[]; aside: readonly RefusalCode[] };

const oneList = {
  missing: ['list', 'file'],
  aside: [...ofNode, 'list-not-in-statute', 'tellers-of-one-list'],
} as const satisfies { missing: readonly string[]; aside: readonly RefusalCode[] };

/** Whose keys they will be nobody has said yet: as many as the statute has, of the lists that it names. */
function namedSoFar(rules: SecretRules | undefined): readonly { readonly list: string; readonly key: string }[] {
  const lists = listsOf(rules);
  return Array.from({ length: rules?.trustees ?? 0 }, (_, seat) => ({
    list: lists[seat % lists.length] ?? '',
    key: `${String.fromCharCode(65 + seat)}${anyHash.slice(1)}`,
  }));
}

const listsOf = (rules: SecretRules | undefined): readonly string[] => rules?.lists ?? [];

/** Of the box, while it is open: its head for the book, and its end. */
export const openBox = (
  vote: number,
  { secret }: Pick<Vote, 'secret'>,
  title: string | undefined,
): readonly Candidate[] =>
  secret === undefined || secret.box.closed
    ? []
    : [step('AnchorBallotBox', { vote }, { title }), step('CloseBallotBox', { vote }, { title })];
