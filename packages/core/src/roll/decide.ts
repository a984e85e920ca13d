import { accept } from '../decision.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';

export const enrolMember: Handler<'EnrolMember'> = {
  needs: (_ask, { household }) => (household === undefined ? [] : [{ fact: 'member', member: household }]),
  decide: ({ state, fresh, evidence }, { name, household }) => {
    if (state.body?.kind !== 'base') return refuse('not-allowed', 'roll', { needed: 'base' });
    const enrolled = { record: 'member', member: fresh.member, name } as const;
    if (household === undefined) return accept([], [enrolled], { member: fresh.member });
    const { found } = findingFor(evidence, { fact: 'member', member: household });
    if (found === null) return refuse('not-on-roll', 'roll', { needed: household });
    return accept([], [{ ...enrolled, household: found.household ?? household }], { member: fresh.member });
  },
};

export const issueCard: Handler<'IssueCard'> = {
  needs: (_ask, { member }) => [{ fact: 'member', member }],
  decide({ evidence }, { member }) {
    if (findingFor(evidence, { fact: 'member', member }).found === null)
      return refuse('not-on-roll', 'roll', { needed: member });
    return accept([], [{ record: 'card', holder: { kind: 'member', member } }], { member });
  },
};

export const issueSeatCard: Handler<'IssueSeatCard'> = {
  decide({ state }, { below, seat: number }) {
    const seat = tableGet(state.seats, seatKey(below, number));
    if (seat === undefined || seat.vacant)
      return refuse('no-such-seat', 'delegates', { needed: seatKey(below, number) });
    return accept([], [{ record: 'card', holder: { kind: 'seat', below, seat: number, holder: seat.holder } }], {
      holder: seat.holder,
    });
  },
};
