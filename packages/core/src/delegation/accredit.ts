import { lineage } from '../affiliation/lineage.ts';
import { vouching, vouchingNeeds, vouchingRefusal } from '../affiliation/vouched.ts';
import { bodyCountsFrom } from '../affiliation/waiting.ts';
import { authority } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { openDispute, seatsInHall } from '../dispute/standing.ts';
import { type ElectionFact, type Facts, type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { convenedSitting, openVoteIn } from '../sitting/find.ts';
import type { Affiliate, BodyState, Sitting } from '../state.ts';
import type { SeatClass, Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { weightsOf } from '../vote/cards.ts';
import { weighedMembers } from '../vote/double-members.ts';
import { waitsFor } from './joint.ts';
import { classed, classOfSeat, hasClass } from './seat-class.ts';
import { seatKey } from './seat-key.ts';

interface Asked {
  readonly sitting: number;
  readonly below: string;
  readonly seat: number;
  readonly witnesses?: readonly string[];
}

/** The commission of credentials: invariant 3, each condition with a refusal of its own. */
export const accreditSeat: Handler<'AccreditSeat'> = {
  needs: ({ state, at }, { sitting, below, seat, witnesses }) => [
    electionNeed(state.origin, below, seat, at),
    ...membersNeeds(state, sitting, below),
    ...vouchingNeeds(below, witnesses),
  ],
  decide(context, asked) {
    const { state, at, evidence } = context;
    const { sitting: index, below, seat: number } = asked;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    if (seatsInHall(state, below, index) === null)
      return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    const finding = findingFor(evidence, electionNeed(state.origin, below, number, at));
    const election = finding.found;
    const key = seatKey(below, number);
    const seatClass = classOfSeat(tableGet(state.affiliates, below), election?.class);
    const unentitled = entitlementRefusal(state, found.value, asked);
    if (unentitled !== null) return unentitled;
    if (election === null) return refuse('no-such-seat', 'delegates', { needed: key });
    const sitter = sitterOf(context, key, election);
    const vouchers = vouching(context, below, asked.witnesses);
    const refused =
      credentialRefusal(context, election, key) ??
      vouchingRefusal(state, below, vouchers.length) ??
      waitingRefusal(state, found.value, asked) ??
      classRefusal(statuteOf(state), seatClass) ??
      (sitter === null ? refuse('delegate-recalled', 'recall', { present: key }) : null) ??
      seatedRefusal(context, asked, election, found.value, sitter?.holder ?? '');
    if (refused !== null || sitter === null) return refused ?? refuse('delegate-recalled', 'recall', { present: key });
    const { until, index: act } = election;
    const members = membersOf(context, asked);
    if (members === null) return refuse('evidence-missing', 'weights', { needed: below });
    return accept([
      {
        act: 'SeatAccredited',
        by: authority(context, 'delegates'),
        data: {
          sitting: index,
          below,
          seat: number,
          ...sitter,
          until,
          ...classed(seatClass),
          election: { book: below, index: act },
          ...(election.attested ? {} : { unattested: true }),
          ...weightOf(members?.found ?? null, statuteOf(state)),
        },
        cites: [finding, ...vouchers, ...(members ? [members] : [])].flatMap(({ cites }) => cites),
      },
    ]);
  },
};

/** Entitlements are those of the convocation: a body admitted afterwards waits for a later sitting. */
function entitlementRefusal(state: BodyState, sitting: Sitting, asked: Asked): Refused | null {
  const affiliate = tableGet(state.affiliates, asked.below);
  if (affiliate !== undefined && affiliate.act > asked.sitting) return waiting(state, affiliate, sitting);
  if (waitingRefusal(state, sitting, asked) !== null) return null;
  const turn = waitsFor(sitting.joint ?? [], asked.below);
  if (turn !== null) return refuse('not-your-turn', 'jointSeats', { needed: turn });
  const needed = seatsInHall(state, asked.below, asked.sitting) ?? 0;
  if (asked.seat > needed && openDispute(state, asked.below)?.share !== undefined)
    return refuse('seat-disputed', 'disputes', { needed, present: asked.seat });
  if (asked.seat > needed) return refuse('entitlement-exceeded', 'entitlement', { needed, present: asked.seat });
  return null;
}

const waiting = (state: BodyState, affiliate: Affiliate, { convenedAt }: Sitting): Refused =>
  refuse('waiting-time', 'roll.waitingDays', { needed: bodyCountsFrom(state, affiliate), present: convenedAt });

/** It belongs here and does not count yet: said last, because what else is wrong with a credential does not pass with time. */
function waitingRefusal(state: BodyState, sitting: Sitting, { below }: Asked): Refused | null {
  const affiliate = tableGet(state.affiliates, below);
  if (affiliate === undefined || bodyCountsFrom(state, affiliate) <= sitting.convenedAt) return null;
  return waiting(state, affiliate, sitting);
}

function credentialRefusal({ state, at }: Context, election: ElectionFact, key: string): Refused | null {
  if (election.gone !== null) return refuse('not-affiliated', 'rules.affiliation', { present: key });
  if (!election.bodyProven) return refuse('body-unproven', 'founding', { needed: 'BodyProven', present: key });
  if (!election.sealed) return refuse('election-not-sealed', 'seals', { needed: 'ActSealed', present: election.index });
  if (!election.attested && statuteOf(state)?.seals.handover === 'require')
    return refuse('officers-unattested', 'seals', { present: key });
  if (at < election.from) return refuse('credential-not-yet-valid', 'terms', { needed: election.from, present: at });
  if (at >= election.until) return refuse('credential-expired', 'terms', { needed: election.until, present: at });
  return null;
}

function classRefusal(rules: Statute | null, named: SeatClass): Refused | null {
  if (rules === null || hasClass(rules, named)) return null;
  const needed = (rules.seats ?? [{ class: 'titular' }]).map((one) => one.class).join(' | ');
  return refuse('seat-class-not-in-statute', 'seats', { needed, present: named });
}

interface Sitter {
  readonly holder: string;
  readonly alternate?: string;
}

/** The delegate; if recalled, by the base's book or as presented here, the alternate; if there is none, nobody. */
function sitterOf(
  { state }: Context,
  key: string,
  { holder, alternate, recalled, index }: ElectionFact,
): Sitter | null {
  const presented = tableGet(state.seats, key)?.recalled ?? [];
  // A recall of the same person from an earlier election says nothing about this one.
  const isOut = (person: string) => presented.some((recall) => recall.holder === person && recall.act > index);
  const next = alternate === null || isOut(alternate) ? null : alternate;
  if (!recalled && !isOut(holder)) return next === null ? { holder } : { holder, alternate: next };
  return next === null ? null : { holder: next };
}

/** Each seat once a sitting, each delegate in one seat, and nobody in again while a vote is open. */
function seatedRefusal(
  { state }: Context,
  { sitting: index, below, seat: number }: Asked,
  election: ElectionFact,
  sitting: Sitting,
  holder: string,
): Refused | null {
  const key = seatKey(below, number);
  const seat = tableGet(state.seats, key);
  const entitlement = seatsInHall(state, below, index) ?? 0;
  for (let other = 1; other <= entitlement; other++) {
    const beside = other === number ? undefined : tableGet(state.seats, seatKey(below, other));
    if (beside?.sitting === index && !beside.vacant && beside.holder === holder)
      return refuse('holder-twice', 'delegates', { present: holder });
  }
  if (seat === undefined || seat.sitting !== index) return null;
  if (!seat.vacant && seat.election.index === election.index)
    return refuse('already-accredited', 'delegates', { present: seat.act });
  const open = openVoteIn(state, sitting);
  return open === null ? null : refuse('vote-still-open', 'rules', { present: open });
}

/** Where cards weigh as many as the body has members: as it counted them last before this sitting was convened. */
function membersNeeds(state: BodyState, sitting: number, below: string): readonly NeedOf<'member-count'>[] {
  const asOf = tableGet(state.sittings, sitting)?.convenedAt;
  if (weightsOf(statuteOf(state)) === 'seats' || asOf === undefined) return [];
  return lineage(below).map((book) => ({ fact: 'member-count', book, asOf }));
}

/** What its card weighs, and how many of those are known to be members of another base too. */
function weightOf(counted: Facts['member-count']['found'] | null, rules: Statute | null) {
  if (counted === null) return {};
  const { doubleMembers } = counted;
  return { members: weighedMembers(rules, counted), ...(doubleMembers === undefined ? {} : { doubleMembers }) };
}

/** Undefined where members do not count, null where nobody knows how many there are. */
function membersOf(
  { state, evidence }: Context,
  { sitting, below }: Asked,
): Finding<'member-count'> | null | undefined {
  const needs = membersNeeds(state, sitting, below);
  if (needs.length === 0) return undefined;
  return needs.map((need) => findingFor(evidence, need)).find(({ found }) => found !== null) ?? null;
}

const electionNeed = (to: string, book: string, seat: number, at: Time): NeedOf<'election'> => ({
  fact: 'election',
  book,
  to,
  seat,
  at,
});
