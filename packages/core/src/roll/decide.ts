import { accept, type VaultRecord } from '../decision.ts';
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

/** Whoever is named as living with somebody before in the list is of that one's household. */
export const enrolMembers: Handler<'EnrolMembers'> = {
  decide({ state, fresh }, { people }) {
    if (state.body?.kind !== 'base') return refuse('not-allowed', 'roll', { needed: 'base' });
    const members = fresh.members ?? [];
    if (members.length !== people.length) throw new Error('a list is enrolled under as many fresh identifiers');
    const households: string[] = [];
    const records: VaultRecord[] = [];
    for (const [place, { name, household }] of people.entries()) {
      const member = members[place] as string;
      const first = household === undefined ? member : households[household];
      if (first === undefined) return refuse('not-on-roll', 'roll', { needed: household ?? place });
      households.push(first);
      const enrolled = { record: 'member', member, name } as const;
      records.push(first === member ? enrolled : { ...enrolled, household: first });
      records.push({ record: 'card', holder: { kind: 'member', member } });
    }
    return accept([], records, { members });
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
