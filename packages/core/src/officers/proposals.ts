import type { Context } from '../decision.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { parityRefusal, termRefusal, twice } from '../motion/slate.ts';
import { recallableFrom } from '../recall/earliest.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { electedFor, isFounding } from './term.ts';
import { rotates, turnRefusal } from './turn.ts';
import { electionDue } from './vacancy.ts';

export const officerProposals: ProposalRules<'elect-officers' | 'recall-officer' | 'extend-term'> = {
  'elect-officers': {
    matters: ['election'],
    carries: 'at-once',
    checkedAgain: true,
    needs: ({ state }, { officers }) => officers.flatMap(({ holder }) => holderNeeds(state, holder)),
    refuses(context, rules, { officers, from, until, women }) {
      const unknown = officers.find(({ office }) => !rules.offices.some((known) => known.office === office));
      if (unknown !== undefined) return refuse('office-not-in-statute', 'offices', { needed: unknown.office });
      return (
        turnRefusal(context.state, rules, officers) ??
        slateRefusal(context.state, rules, officers) ??
        termRefusal(context.at, from, until, rules.terms.officersMonths, 'terms.officersMonths') ??
        inARowRefusal(context.state, rules, officers, until) ??
        parityRefusal(rules, officers.length, women) ??
        twice(officers.map(({ holder }) => holder)) ??
        twice(officers.map(({ office }) => office)) ??
        twice(officers.map(({ key }) => key)) ??
        strangers(
          context,
          officers.map(({ holder }) => holder),
        )
      );
    },
    effects: ({ context, vote, by }, { officers, from, until, women }) => [
      {
        act: 'OfficersElected',
        by,
        data: {
          vote,
          officers,
          from,
          until,
          signaturesNeeded: statuteOf(context.state)?.seals.signatures ?? 1,
          ...(women === undefined ? {} : { women }),
        },
      },
    ],
  },

  'recall-officer': {
    matters: ['recall'],
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state, at }, rules, { office, holder, later = false }) {
      const officer = later ? electedFor(state, office) : tableGet(state.officers, office);
      if (officer === undefined || officer.holder !== holder)
        return refuse('office-vacant', 'recall', { needed: office });
      const earliest = recallableFrom(officer.from, rules.recall.monthsBefore, at);
      return at < earliest ? refuse('too-early', 'recall.monthsBefore', { needed: earliest, present: at }) : null;
    },
    effects: ({ context, vote, by }, { office, holder, later }) => {
      const due = electionDue(context.state, later === true ? null : office, context.at);
      const named = later === undefined ? {} : { later };
      return [{ act: 'OfficerRecalled', by, data: { vote, office, holder, ...named, due } }];
    },
  },

  /** Invariant 5: no body lengthens its own term, by whatever majority. */
  'extend-term': {
    matters: ['election', 'statute', 'ordinary'],
    carries: 'at-once',
    checkedAgain: false,
    refuses: ({ state }: Context, _rules, { office, until }) => {
      const present = tableGet(state.officers, office)?.until;
      return refuse('term-cannot-be-extended', 'terms', { needed: present ?? 'election', present: until });
    },
  },
};

/** Every election is of a whole list: with a presidium, and with as many officers as must sign. */
function slateRefusal(
  state: BodyState,
  rules: Statute,
  elected: readonly { readonly office: string }[],
): Refused | null {
  // Who is there by turn stays beside those who are elected.
  const turning = rules.offices.filter(({ office }) => !isFounding(state) && rotates(rules, office));
  const officers = [...elected, ...turning];
  const presidium = rules.offices.filter(({ role }) => role === 'presidium').map(({ office }) => office);
  if (!officers.some(({ office }) => presidium.includes(office)))
    return refuse('offices-missing', 'offices', { needed: presidium.join(' | ') });
  const needed = rules.seals.signatures;
  return officers.length < needed ? refuse('offices-missing', 'seals', { needed, present: officers.length }) : null;
}

/** Nobody holds an office for more terms in a row than the statute says; filling a vacancy up to the same day is none. */
function inARowRefusal(
  state: BodyState,
  { terms: { officersInARow: most } }: Statute,
  officers: readonly { readonly office: string; readonly holder: string }[],
  until: Time,
): Refused | null {
  if (most === undefined) return null;
  for (const { office, holder } of officers) {
    const before = tableGet(state.served, office);
    const person = tableGet(state.seats, holder)?.holder ?? holder;
    if (before?.person === person && until > before.until && before.terms >= most)
      return refuse('terms-in-a-row', 'terms.officersInARow', { needed: most, present: before.terms });
  }
  return null;
}
