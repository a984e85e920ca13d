import { type Actor, type BodyState, type Candidate, type Command, heldElection, tableGet } from '@cabildo/core';
import type { WaysIn } from '../ballot/ways-in.ts';
import type { LoadedBook } from '../loaded-book.ts';
import type { StepLink } from './answer.ts';
import { awaited, linkTo, type Sentences } from './secret-words.ts';

/** What the node knows of a secret vote and the book does not: what it fills in, where else something is made for it, what it waits for. */
export interface FromNode {
  readonly candidate: Candidate;
  readonly links: readonly StepLink[];
  /** To be asked of the node first, under the body: its answer fills what is missing. */
  readonly prepares: string | null;
  /** Why not yet, where the rules have nothing against it. */
  readonly awaits: Sentences | null;
}

export type FindWays = (book: LoadedBook, motion: number, actor: Actor) => Promise<WaysIn | null>;

const nothing = { links: [], prepares: null, awaits: null } as const;

/** A candidate as the node can complete it: nobody types a hash, and nobody looks for a link. */
export async function fromNode(
  find: FindWays,
  book: LoadedBook,
  actor: Actor,
  candidate: Candidate,
): Promise<FromNode> {
  const motion = motionOf(book.folded.state, candidate.command);
  if (motion === null) return { candidate, ...nothing };
  const ways = await find(book, motion, actor);
  const found = completed(candidate, motion, ways);
  return { ...found, links: [...found.links, ...candidatesListed(book, candidate, motion, ways)] };
}

/** Beside the opening and the open box: the list that goes to the wall and into the booth, because ballots have numbers alone. */
function candidatesListed(
  { name, folded: { state } }: LoadedBook,
  { command }: Candidate,
  motion: number,
  ways: WaysIn | null,
): readonly StepLink[] {
  const tabled = tableGet(state.motions, motion);
  if (ways === null || tabled === undefined || heldElection(tabled) === null) return [];
  const isNext = command.name === 'OpenVote' ? ways.vote === null : command.name === 'CloseBallotBox';
  return isNext ? [linkTo.candidates(name, motion)] : [];
}

/** The motion of a step of a secret vote; null of any other step. */
function motionOf(state: BodyState, { name, input }: Command): number | null {
  const named = input as { readonly motion?: number; readonly vote?: number; readonly method?: string };
  switch (name) {
    case 'NameTrustees':
    case 'RecordTrialDecryption':
    case 'EnterCredentialHalves':
    case 'ListCredentials':
      return named.motion ?? null;
    case 'OpenVote':
      return named.method === 'secret' ? (named.motion ?? null) : null;
    case 'AnchorBallotBox':
    case 'CloseBallotBox':
    case 'CloseVote': {
      const vote = tableGet(state.votes, named.vote ?? -1);
      return vote?.secret === undefined ? null : vote.motion;
    }
    default:
      return null;
  }
}

function completed(candidate: Candidate, motion: number, ways: WaysIn | null): FromNode {
  const plain = { candidate, ...nothing };
  const { name } = candidate.command;
  if (ways === null) {
    if (name !== 'NameTrustees') return plain;
    return { ...plain, candidate: { ...candidate, missing: [] }, prepares: `/motions/${motion}/ballot` };
  }
  switch (name) {
    case 'NameTrustees':
      return naming(plain, ways);
    case 'RecordTrialDecryption': {
      const { archive, opened } = ways.trial ?? { archive: null, opened: [] };
      const shown = { ...plain, links: trusteesOf(ways) };
      if (archive === null || opened.length < ways.trustees.length)
        return { ...shown, awaits: awaited.trial(others(ways, opened)) };
      return { ...shown, candidate: given(candidate, { archive }) };
    }
    case 'EnterCredentialHalves': {
      const file = ways.halves.find(({ teller }) => teller === ways.own?.teller)?.file;
      const shown = { ...plain, links: tellersOf(ways) };
      return file === undefined
        ? { ...shown, awaits: awaited.halves() }
        : { ...shown, candidate: given(candidate, { file }) };
    }
    case 'ListCredentials': {
      const shown = { ...plain, links: tellersOf(ways) };
      return ways.excluded === null
        ? { ...shown, awaits: awaited.leftOver() }
        : { ...shown, candidate: given(candidate, { excluded: ways.excluded.file }) };
    }
    case 'OpenVote':
      return { ...plain, prepares: `/motions/${motion}/ballot/setup` };
    case 'CloseVote': {
      const shares = ways.trustees.filter(({ steps }) => steps.includes('share')).map(({ seat }) => seat);
      if (ways.stage !== 'closed') return plain;
      const links = trusteesOf(ways).filter(({ path }) => !shares.some((seat) => path.includes(`#${seat}-`)));
      return { ...plain, links, awaits: awaited.shares(shares.length, ways.threshold) };
    }
    case 'CloseBallotBox':
      return { ...plain, links: [linkTo.voters(ways.election), linkTo.check(ways.election)] };
    default:
      return plain;
  }
}

/** Their keys are here; for which list each stands only a person can say. */
function naming(plain: FromNode, ways: WaysIn): FromNode {
  const made = ways.trustees.flatMap(({ seat, key }) => (key === undefined ? [] : [seat]));
  const shown = { ...plain, links: trusteesOf(ways) };
  if (made.length < ways.trustees.length) return { ...shown, awaits: awaited.keys(others(ways, made)) };
  const { command } = plain.candidate;
  const before = (command.input as { readonly trustees: readonly { readonly list: string }[] }).trustees;
  const trustees = ways.trustees.map(({ key }, at) => ({ list: before[at]?.list ?? '', key }));
  const input = { ...command.input, trustees };
  const candidate = { ...plain.candidate, command: { ...command, input } as Command, missing: ['trustees.list'] };
  return { ...shown, candidate };
}

function given(candidate: Candidate, known: Readonly<Record<string, string>>): Candidate {
  const input = { ...candidate.command.input, ...known };
  return {
    ...candidate,
    command: { ...candidate.command, input } as Command,
    missing: candidate.missing.filter((field) => !(field in known)),
    aside: candidate.aside.filter((code) => code !== 'archive-not-shown'),
  };
}

const others = ({ trustees }: WaysIn, done: readonly number[]): readonly number[] =>
  trustees.flatMap(({ seat }) => (done.includes(seat) ? [] : [seat]));

const trusteesOf = ({ codes, election, trustees }: WaysIn): readonly StepLink[] =>
  codes.map((code, at) => linkTo.trustee(election, at + 1, { code, key: trustees[at]?.key }));

const tellersOf = ({ own, election }: WaysIn): readonly StepLink[] =>
  own === null ? [] : [linkTo.slips(election, own.teller, own.code)];
