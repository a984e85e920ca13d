import { aboveOf } from '../affiliation/cycle.ts';
import { affiliatedSince, lineage, type Spell, spellBefore, standingRequest } from '../affiliation/lineage.ts';
import { isVouched } from '../affiliation/vouched.ts';
import { bodyCountsFrom } from '../affiliation/waiting.ts';
import { committeeOf } from '../committee/standing.ts';
import { shareOf } from '../split/standing.ts';
import type { Affiliate, BodyState } from '../state.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
import type { Time } from '../time.ts';
import type { Answers, BookAnswer } from './answer.ts';
import { ifSealed, provenAct, sealedOnly } from './proof.ts';

type Named =
  | 'founding'
  | 'founding-witness'
  | 'affiliation-request'
  | 'committee-formed'
  | 'claim'
  | 'split'
  | 'seats-given'
  | 'end'
  | 'above'
  | 'affiliates'
  | 'admission';

export const affiliationAnswers: Answers<Named> = {
  founding(state, _need, _receivedAt, leafOf, before) {
    const { body } = state;
    if (body === null) return null;
    const { kind, title, provisionalUntil, splitFrom } = body;
    const proven = provenAct(state, before);
    const index = state.predecessor === null ? 0 : 1;
    const named = splitFrom === undefined ? {} : { splitFrom };
    const found = { index, leaf: leafOf(index), title, kind, proven: proven !== null, provisionalUntil, ...named };
    return { found, acts: proven === null ? [index] : [index, proven] };
  },

  'founding-witness'(state, { of }) {
    const act = tableGet(state.foundingsWitnessed, of);
    return act === undefined ? null : ifSealed(state, act, { index: act });
  },

  'affiliation-request'(state, { to }) {
    // Who has asked to belong to a body has asked it, in whichever book it goes on.
    const act = standingRequest(sealedOnly(state), to);
    return act === null ? null : ifSealed(state, act, { index: act });
  },

  'committee-formed'(state, { committee }) {
    const found = committeeOf(state, committee);
    if (found === null) return null;
    const { act: index, ended: _ended, ...given } = found;
    return ifSealed(state, index, { index, title: state.body?.title ?? '', ...given });
  },

  claim(state, { index, on }, _receivedAt, _leafOf, before) {
    if (state.body === null) return null;
    const proven = provenAct(state, before);
    const shown = (claims: 'seat' | 'name', acts: readonly number[]): BookAnswer<'claim'> => ({
      found: { claims, proven: proven !== null },
      acts: proven === null ? acts : [...acts, proven],
    });
    if (index === (state.predecessor === null ? 0 : 1)) return shown('name', [index]);
    const elected = tableGet(state.elections, index)?.to ?? '';
    const seal = tableGet(state.sealed, index);
    const onSeat = standingRequest(state, on) === index || lineage(on).includes(elected);
    return onSeat && seal !== undefined ? shown('seat', [index, seal]) : null;
  },

  split({ body, origin, ...state }, { part, above }) {
    const split = body?.split;
    if (split === undefined || !split.parts.some((one) => one.body === part)) return null;
    const goesOn = split.parts.some((one) => lineage(origin).includes(one.body));
    const { act: index, on } = split;
    const seal = tableGet(state.sealed, index);
    const found = { index, seats: shareOf(split, part, above), on, goesOn };
    return seal === undefined ? null : { found, acts: [index, seal] };
  },

  'seats-given'(state, { below }) {
    const affiliate = lineage(below)
      .flatMap((book) => tableGet(state.affiliates, book) ?? [])
      .find(({ ended }) => ended === undefined);
    return affiliate === undefined ? null : { found: { seats: affiliate.entitlement }, acts: [affiliate.act] };
  },

  end(state, { of }) {
    const dissolved = state.body?.dissolved ?? null;
    if (dissolved !== null && tableHas(state.sealed, dissolved))
      return ifSealed(state, dissolved, { index: dissolved, side: 'dissolved' });
    const formed = lineage(of).flatMap((book) => tableGet(state.committees, book)?.ended ?? []);
    const given = formed.find((act) => tableHas(state.sealed, act));
    if (given !== undefined) return ifSealed(state, given, { index: given, side: 'left' });
    const excluded = tableGet(state.affiliates, of)?.ended;
    const left = lineage(of)
      .flatMap((book) => tableGet(state.left, book) ?? [])
      .at(0);
    const end = excluded ?? left;
    if (end === undefined || end.shown || (excluded === undefined && standingRequest(state, of) !== null)) return null;
    return ifSealed(state, end.act, { index: end.act, side: end.side });
  },

  above(state) {
    const books = aboveOf(sealedOnly(state));
    const requests = books.flatMap((book) => standingRequest(state, book) ?? []);
    return { found: { books }, acts: requests };
  },

  affiliates(state, { before }, receivedAt) {
    const known = tableEntries(state.affiliates).flatMap(([below, { succeededBy, ...affiliate }]) => {
      const spell = spellBefore(affiliate, { before, asItWas: true }, receivedAt);
      return spell === undefined || waitsAt(state, affiliate, spell, before) !== null
        ? []
        : [[below, { act: spell.act, succeededBy }] as const];
    });
    // A body that goes on in another book is below once: in the last one that was admitted by then.
    const names = new Set(known.map(([below]) => below));
    const found = known
      .filter(([, { succeededBy }]) => succeededBy === undefined || !names.has(succeededBy))
      .map(([below, { act }]) => ({ below, act }));
    return { found, acts: [] };
  },

  admission(state, { below, ...ask }, receivedAt) {
    for (const book of lineage(below)) {
      const affiliate = tableGet(state.affiliates, book);
      const spell = spellBefore(affiliate, ask, receivedAt);
      if (affiliate === undefined || spell === undefined) continue;
      const { act } = spell;
      const waits = waitsAt(state, affiliate, spell, ask.before);
      const found = { index: act, vouched: isVouched(state, book), ...(waits === null ? {} : { waits }) };
      return { found, acts: [act] };
    }
    return null;
  },
};

/** Until when a body that is below by that admission waits, if it did at that time; what was over before is judged no more. */
function waitsAt(state: BodyState, affiliate: Affiliate, { since }: Spell, at: Time): Time | null {
  const from = since === affiliatedSince(affiliate) ? bodyCountsFrom(state, affiliate) : at;
  return from > at ? from : null;
}
