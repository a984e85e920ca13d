import { affiliatedSince, affiliatesNow } from '../affiliation/lineage.ts';
import { authority, holderOf, inTerm } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { accept, type Context } from '../decision.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusMonths } from '../time.ts';
import { isFounding } from './term.ts';

/** Does this office pass in a fixed order, by these rules (`statute.rotation`)? */
export const rotates = ({ rotation = [] }: Pick<Statute, 'rotation'>, office: string): boolean =>
  rotation.some((one) => one.office === office);

/** Not in office twice in a row, because the order goes on from whoever had the last turn, or was elected at the founding. */
export const takeTurn: Handler<'TakeTurn'> = {
  needs: ({ state }, { office }) => turnNeeds(state, office),
  decide(context, { office, key }) {
    const { state, actor, at } = context;
    const next = nextIn(context, office);
    if (!next.ok) return next;
    const holder = holderOf(actor);
    if (holder === null || !isNext(state, holder, next.value)) return notYourTurn(next.value);
    const taken = tableEntries(state.officers).find(([held, officer]) => held !== office && officer.key === key);
    const other = tableEntries(state.officers).find(
      ([held, officer]) => held !== office && officer.holder === holder && inTerm(officer, at),
    );
    if (taken !== undefined || other !== undefined)
      return refuse('holder-twice', 'rotation', { present: (taken ?? other)?.[0] ?? office });
    const months = statuteOf(state)?.terms.officersMonths ?? 0;
    const data = { office, holder, key, turn: turnNumber(state, office), from: at, until: plusMonths(at, months) };
    return accept([{ act: 'OfficeTurnTaken', by: authority(context, 'rotation'), data }]);
  },
};

/** Said by whoever is next. Of one who does not come, those who preside or write note it; the act shows under which office. */
export const declineTurn: Handler<'DeclineTurn'> = {
  needs: ({ state }, { office }) => turnNeeds(state, office),
  decide(context, { office }) {
    const { state, actor } = context;
    const next = nextIn(context, office);
    if (!next.ok) return next;
    const holder = holderOf(actor);
    const by = authority(context, 'rotation');
    const notes = (statuteOf(state)?.offices ?? []).some(
      (one) => one.office === by.office && (one.role === 'presidium' || one.role === 'secretary'),
    );
    if (!notes && (holder === null || !isNext(state, holder, next.value))) return notYourTurn(next.value);
    const data = { office, turn: turnNumber(state, office), ...named(next.value) };
    return accept([{ act: 'OfficeTurnDeclined', by, data }]);
  },
};

/** A member who is next holds no office yet: told, as in the act, by the place in the order (DESIGN section 7). */
const notYourTurn = (next: Next): Refused =>
  refuse('not-your-turn', 'rotation', { needed: 'body' in next ? next.body : next.place });

const isNext = (state: BodyState, holder: string, next: Next): boolean =>
  'body' in next ? turnOf(state, holder) === next.body : next.holders.includes(holder);

const named = (next: Next): { readonly body: string } | { readonly place: number } =>
  'body' in next ? { body: next.body } : { place: next.place };

const turnNumber = (state: BodyState, office: string): number => (tableGet(state.turns, office)?.turn ?? 0) + 1;

/** What has turns in a body: its members, or in a body of seats those who send them. */
const turnOf = (state: BodyState, holder: string): string =>
  sitsByDelegates(state) ? parseSeatKey(holder).book : holder;

function lastTurn(state: BodyState, office: string): string | number | null {
  const turn = tableGet(state.turns, office);
  const last = turn?.place ?? turn?.holder ?? tableGet(state.served, office)?.person ?? null;
  if (typeof last !== 'string' || !sitsByDelegates(state)) return last;
  return last.includes('#') ? turnOf(state, last) : last;
}

function turnNeeds(state: BodyState, office: string): readonly NeedOf<'next-in-turn'>[] {
  if (sitsByDelegates(state)) return [];
  const turning = statuteOf(state)?.rotation?.find((one) => one.office === office);
  const after = lastTurn(state, office);
  return [{ fact: 'next-in-turn', after, ...(turning?.among === 'households' ? { households: true } : {}) }];
}

/** Members with their place in the order, one or a household, or a body. */
type Next = { readonly holders: readonly string[]; readonly place: number } | { readonly body: string };

/** Whose turn it is, once the office is free. */
function nextIn(context: Context, office: string): Found<Next> {
  const { state, at } = context;
  const rules = statuteOf(state);
  if (rules === null || !rotates(rules, office)) return refuse('office-not-by-turn', 'rotation', { needed: office });
  // Somebody must be there to seal it.
  if (isFounding(state)) return refuse('office-by-turn-later', 'rotation', { needed: 'OfficersElected' });
  const officer = tableGet(state.officers, office);
  if (officer !== undefined && inTerm(officer, at))
    return refuse('too-early', 'rotation', { needed: officer.until, present: at });
  const next = sitsByDelegates(state) ? nextBody(state, office) : nextMember(context, office);
  return next === null ? refuse('not-on-roll', 'rotation', { needed: office }) : { ok: true, value: next };
}

function nextMember({ state, evidence }: Context, office: string): Next | null {
  const [need] = turnNeeds(state, office);
  return need === undefined ? null : findingFor(evidence, need).found;
}

/** In the order in which they were admitted, which nothing changes. */
function nextBody(state: BodyState, office: string): Next | null {
  const order = affiliatesNow(state)
    .toSorted(([, a], [, b]) => affiliatedSince(a) - affiliatedSince(b))
    .map(([book]) => book);
  const last = order.indexOf(String(lastTurn(state, office)));
  const body = order[(last + 1) % Math.max(1, order.length)];
  return body === undefined ? null : { body };
}

/** What goes by turn is not elected, once there are officers. */
export function turnRefusal(
  state: BodyState,
  rules: Statute,
  officers: readonly { readonly office: string }[],
): Refused | null {
  const turning = isFounding(state) ? undefined : officers.find(({ office }) => rotates(rules, office));
  return turning === undefined ? null : refuse('office-by-turn', 'rotation', { needed: turning.office });
}
