import {
  type Actor,
  actsToSeal,
  answerNeed,
  type BodyState,
  commands,
  enrolledKey,
  type Facts,
  later,
  officeCalled,
  type Role,
  rolesOf,
  signaturesThatCount,
  slipName,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { votesOf } from '../store/vault/ballots.ts';
import { readSignatures } from '../store/vault/hall.ts';
import type { Here } from './attendance-cache.ts';
import type { BookCache } from './book-cache.ts';
import type { HallsAttended } from './halls-attended.ts';
import type { Me, MySitting, OpenVote, WaitingSeal } from './node.ts';

type MandateFact = Facts['mandate']['found'];

/** Under which names a person's ballots lie. */
export function voterOf(actor: Actor): { readonly voter: string; readonly holder: string } | null {
  if (actor.kind === 'member') return { voter: actor.member, holder: actor.member };
  if (actor.kind === 'seat') return { voter: `${actor.below}#${actor.seat}`, holder: actor.holder };
  if (actor.kind === 'slip') return { voter: slipName(actor), holder: slipName(actor) };
  return null;
}

interface Tools {
  readonly store: Store;
  readonly books: BookCache;
  readonly attended: HallsAttended;
  now(): Time;
}

/** What a person may do here now, the sittings that are called, and which votes and seals wait for them. */
export async function myPlace(tools: Tools, state: BodyState, title: string, actor: Actor): Promise<Me> {
  const { store } = tools;
  const who = voterOf(actor);
  const cast = who === null ? [] : (await votesOf(store, state.origin, who.voter, who.holder)).map(({ vote }) => vote);
  const ask = { state, actor, at: later(tools.now(), state.at) };
  const closed = (vote: number): boolean => (tableGet(state.votes, vote)?.closed ?? null) !== null;
  const attended: Attended =
    who === null ? new Map() : await tools.attended.by(state.origin, state.activeSittings, who.voter);
  const roles = [...rolesOf(state, actor, tools.now())].sort();
  return {
    actor,
    roles,
    title,
    size: state.size,
    sittings: mySittings(state, actor, attended),
    openVotes: who === null ? [] : await openVotes(tools, state, actor, { cast: new Set(cast), attended }),
    votes: cast.map((vote) => ({ vote, closed: closed(vote) })),
    officeKey: myKey(ask),
    toSeal: await waitingSeals(store, ask),
    minutesDue: minutesDue(state, roles),
  };
}

function myKey(ask: Parameters<typeof enrolledKey>[0]): Me['officeKey'] {
  const own = enrolledKey(ask);
  return own === null ? null : { ...own, called: officeCalled(own.office) };
}

/** More than that nobody signs at one sitting; what is older comes up when these are done. */
const MOST_SEALS = 20;

function waitingSeals(store: Store, ask: Parameters<typeof actsToSeal>[0]): Promise<WaitingSeal[]> {
  return Promise.all(
    actsToSeal(ask)
      .slice(0, MOST_SEALS)
      .map(async ({ index, act, office, key, needed, sealers }) => {
        const given = signaturesThatCount(sealers, await readSignatures(store, ask.state.origin, index));
        const signed = given.some((one) => one.office === office);
        return { index, act, office, called: officeCalled(office), key, signed, signatures: given.length, needed };
      }),
  );
}

const approving: ReadonlySet<Role> = new Set(commands.ApproveMinutes.by);
/** As on the week's sheet; what is older comes up when these are done. */
const MOST_MINUTES = 6;

/** The whole book's sittings are looked through for those alone who may approve: a hall full of members asks for nothing of it. */
function minutesDue(state: BodyState, roles: readonly Role[]): Me['minutesDue'] {
  if (!roles.some((role) => approving.has(role))) return [];
  return tableEntries(state.sittings)
    .filter(
      ([, { closedAt, calledOff, late, minutes }]) => closedAt !== null && !calledOff && !late && minutes === null,
    )
    .slice(-MOST_MINUTES)
    .toReversed()
    .map(([index, { place, startsAt }]) => ({ sitting: Number(index), place, startsAt }));
}

/** Sittings in which somebody is checked in, with the book's length at that moment. */
type Attended = ReadonlyMap<number, Here>;

function mySittings(state: BodyState, actor: Actor, attended: Attended): MySitting[] {
  // A slip is good for one sitting, and shows that one.
  const shown = state.activeSittings.filter((index) => actor.kind !== 'slip' || index === actor.sitting);
  return shown.flatMap((index) => {
    const sitting = tableGet(state.sittings, index);
    if (sitting === undefined) return [];
    const { kind, place, startsAt, opened, present, roll } = sitting;
    const needed = opened?.quorum.needed ?? null;
    const checkIn = state.statute?.rules.checkIn ?? 'hall';
    const here = { kind, place, startsAt, opened: opened !== null, present, needed, roll, checkIn };
    return [{ sitting: index, ...here, checkedIn: attended.has(index) }];
  });
}

async function openVotes(
  { books }: Tools,
  state: BodyState,
  actor: Actor,
  { cast, attended }: { readonly cast: ReadonlySet<number>; readonly attended: Attended },
): Promise<OpenVote[]> {
  const base = actor.kind === 'seat' ? ((await books.get(actor.below))?.folded.state ?? null) : null;
  return votesUnderWay(state).flatMap((index) => {
    const vote = tableGet(state.votes, index);
    if (vote === undefined || vote.closed !== null) return [];
    const motion = tableGet(state.motions, vote.motion);
    const { method, openedAt, sitting } = vote;
    const { title = '', textHash = '' } = motion ?? {};
    const mandate = base === null ? null : mandateIn(base, state.origin, [vote.motion, motion?.from ?? null], textHash);
    const which = { vote: index, motion: vote.motion, sitting };
    const mine = {
      voted: cast.has(which.vote),
      mayVote: isOnList(state, actor, { ...which, method }, attended),
      mandate,
    };
    return [{ ...which, title, textHash, method, openedAt, ...mine }];
  });
}

/** Of the sittings that are convened, not of the whole book: everybody in the hall asks for them, again and again. */
const votesUnderWay = (state: BodyState): readonly number[] =>
  state.activeSittings
    .flatMap((sitting) => tableGet(state.sittings, sitting)?.motions ?? [])
    .flatMap((motion) => tableGet(state.motions, motion)?.vote ?? [])
    .sort((a, b) => a - b);

/** The list is frozen at the opening: whoever checks in later, or is accredited later, waits for the next vote. */
export function isOnList(
  state: BodyState,
  actor: Actor,
  { vote: index, sitting, method }: Pick<OpenVote, 'vote' | 'sitting' | 'method'>,
  attended: Attended,
): boolean {
  if (actor.kind === 'member' || actor.kind === 'slip') {
    const here = attended.get(sitting);
    if (here === undefined || here.asOf > index) return false;
    return here.channel === 'phone' || (method !== 'devices' && method !== 'mixed');
  }
  if (actor.kind !== 'seat') return false;
  const seat = tableGet(state.seats, `${actor.below}#${actor.seat}`);
  return seat !== undefined && seat.sitting === sitting && seat.holder === actor.holder && seat.act <= index;
}

/** A mandate is on the motion as tabled here, or on the base's motion as received here; on another text it is a question. */
export function mandateIn(
  base: BodyState,
  on: string,
  motions: readonly (number | null)[],
  textHash: string,
): string | null {
  for (const motion of motions) {
    if (motion === null) continue;
    const need = { fact: 'mandate', book: base.origin, on, motion } as const;
    const found = answerNeed(base, need, nothing, nothing)?.found as MandateFact | undefined;
    if (found !== undefined) return found.textHash === textHash ? found.instruction : 'come-back-and-ask';
  }
  return null;
}

const nothing = (): string => '';
