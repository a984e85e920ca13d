import { bodyCountsFrom } from '../affiliation/waiting.ts';
import { authority, holderOf, rolesOf } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { accept, type Context } from '../decision.ts';
import { seatsByTurn, turnsAt } from '../delegation/joint.ts';
import { countsForQuorum } from '../delegation/seat-class.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { isFounding } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import { noWaiting, waitingUnder } from '../roll/waiting.ts';
import type { BodyState, Sitting } from '../state.ts';
import { latestStart } from '../statute/notice.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries } from '../table.ts';
import { plusHours, type Time } from '../time.ts';
import { announcedNeeds, announcedRefusal } from './announced.ts';
import { convenedSitting } from './find.ts';
import type { NoticeItem } from './notice.ts';
import { answeredBy, bareUnasked, demandedExactly } from './obligation.ts';

interface Convocation {
  readonly kind: Sitting['kind'];
  readonly startsAt: Time;
  readonly notice: readonly NoticeItem[];
}

export const conveneSitting: Handler<'ConveneSitting'> = {
  needs: ({ state, at }, { texts = [] }) => [rollNeed(state, at), ...announcedNeeds(texts)],
  decide(context, { texts = [], ...input }) {
    const refused = mayConvene(context, input) ?? announcedRefusal(context, input.notice, texts);
    if (refused !== null) return refused;
    const { state, at, actor } = context;
    const answers = answeredBy(state, at, input).slice(0, 16);
    const chair = isOfficer(context) ? null : holderOf(actor);
    const turns = turnsAt(state, at);
    return accept([
      {
        act: 'SittingConvened',
        by: authority(context, chair === null ? 'notice' : 'convening'),
        data: {
          ...input,
          roll: frozenRoll(context),
          ...(turns.length === 0 ? {} : { joint: turns }),
          ...(answers.length === 0 ? {} : { answers }),
          ...(chair === null ? {} : { chair }),
        },
        ...(texts.length === 0 ? {} : { disclose: { texts } }),
      },
    ]);
  },
};

function isOfficer({ state, actor, at }: Pick<Context, 'state' | 'actor' | 'at'>): boolean {
  const roles = rolesOf(state, actor, at);
  return (['presidium', 'secretary', 'convener', 'former-officer'] as const).some((role) => roles.has(role));
}

/** Before it is opened. One that was convened over the officers' heads is not theirs to call off. */
export const callOffSitting: Handler<'CallOffSitting'> = {
  decide(context, { sitting: index, reason }) {
    const found = convenedSitting(context.state, index);
    if (!found.ok) return found;
    const { opened, chair } = found.value;
    if (opened !== null) return refuse('sitting-already-open', 'calls', { present: opened.act });
    if (chair !== null) return refuse('sitting-was-demanded', 'convening', { present: index });
    return accept([{ act: 'SittingCalledOff', by: authority(context, 'notice'), data: { sitting: index, reason } }]);
  },
};

function mayConvene(context: Context, input: Convocation): Refused | null {
  const { state, at, actor } = context;
  const rules = statuteOf(state);
  if (state.body === null || rules === null) return refuse('body-not-founded', 'founding');
  const roles = rolesOf(state, actor, at);
  const inOffice = roles.has('presidium') || roles.has('secretary') || roles.has('convener');
  const electionOnly = input.notice.length > 0 && input.notice.every(({ matter }) => matter === 'election');
  if (!isOfficer(context) && !demandedExactly(state, at, input.notice))
    return refuse('nothing-overdue', 'convening', { needed: 'SittingDemanded' });
  if (isOfficer(context) && !inOffice && !electionOnly)
    return refuse('only-election-may-be-convened', 'terms.officersMonths', { needed: 'election' });
  // The founder convenes the founding sitting and nothing else.
  if (roles.has('convener') && input.kind !== 'founding')
    return refuse('not-allowed', 'founding', { needed: 'presidium | secretary' });
  if (input.kind === 'founding' && !isFounding(state)) return refuse('already-proven', 'founding');
  const needed = input.kind === 'founding' ? at : plusHours(at, rules.notice.hours);
  if (input.startsAt < needed) return refuse('notice-too-short', 'notice.hours', { needed, present: input.startsAt });
  const latest = latestStart(rules, at);
  if (input.startsAt > latest)
    return refuse('convened-too-far-ahead', 'notice.daysAhead', { needed: latest, present: input.startsAt });
  // Whoever convenes what was demanded by matters alone names the text later.
  const bare = isOfficer(context) ? bareUnasked(state, at, input) : undefined;
  return bare === undefined ? null : refuse('text-to-be-named', 'notice', { needed: bare.matter, present: bare.title });
}

/** A base's roll lies in the vault; the seats of a delegate assembly follow from its affiliates' entitlements. */
export function rollNeed(state: BodyState, at: Time): NeedOf<'roll'> | NeedOf<'root'> {
  if (!sitsByDelegates(state)) {
    const founding = state.body === null || isFounding(state);
    return { fact: 'roll', waiting: founding ? noWaiting : waitingUnder(state) };
  }
  return { fact: 'root', of: entitledSeats(state, at) };
}

function entitledSeats(state: BodyState, at: Time): readonly string[] {
  const turns = turnsAt(state, at);
  return tableEntries(state.affiliates)
    .filter(([, affiliate]) => countsForQuorum(state, affiliate) && bodyCountsFrom(state, affiliate) <= at)
    .flatMap(([below, { entitlement }]) =>
      Array.from({ length: seatsByTurn(turns, below, entitlement) }, (_, number) => seatKey(below, number + 1)),
    );
}

export function frozenRoll({ state, at, evidence }: Pick<Context, 'state' | 'at' | 'evidence'>): {
  readonly size: number;
  readonly root: string;
} {
  const need = rollNeed(state, at);
  if (need.fact === 'roll') return findingFor(evidence, need).found ?? { size: 0, root: '' };
  return { size: need.of.length, root: findingFor(evidence, need).found?.root ?? '' };
}
