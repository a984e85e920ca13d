import { admissible } from '../affiliation/admission.ts';
import { isSeatName, seatHeldBy } from '../authority.ts';
import { canonicalText } from '../canonical.ts';
import type { Context } from '../decision.ts';
import { actKey, parseSeatKey, seatKey } from '../delegation/seat-key.ts';
import { findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Ask } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusMonths, type Time } from '../time.ts';
import type { Proposal, ProposalOf } from './proposal.ts';

/** Under which matters a proposal may be put: what it does decides how it must be decided, whatever it is called. */
const mattersOf: { readonly [K in Proposal['kind']]: readonly Matter[] } = {
  resolution: ['ordinary', 'accounts', 'dissolution'],
  'elect-officers': ['election'],
  'elect-delegates': ['election'],
  'recall-delegate': ['recall'],
  'request-affiliation': ['affiliation'],
  admit: ['affiliation'],
  mandate: ['mandate'],
  answer: ['consultation'],
  forward: ['ordinary'],
  pact: ['pact'],
  measure: ['measure'],
  lift: ['lifting'],
  'amend-statute': ['statute'],
  'extend-term': ['election', 'statute', 'ordinary'],
};

type Check<K extends Proposal['kind']> = {
  readonly needs?: (ask: Pick<Ask, 'state'>, proposal: ProposalOf<K>) => readonly Need[];
  readonly refuses: (context: Context, rules: Statute, proposal: ProposalOf<K>) => Refused | null;
};

const checks: { readonly [K in Proposal['kind']]: Check<K> } = {
  resolution: { refuses: () => null },
  pact: { refuses: () => null },
  measure: { refuses: () => null },

  'elect-officers': {
    needs: ({ state }, { officers }) => officers.flatMap(({ holder }) => holderNeeds(state, holder)),
    refuses(context, rules, { officers, from, until }) {
      const unknown = officers.find(({ office }) => !rules.offices.some((known) => known.office === office));
      if (unknown !== undefined) return refuse('office-not-in-statute', 'offices', { needed: unknown.office });
      return (
        termRefusal(context.at, from, until, rules.terms.officersMonths, 'terms.officersMonths') ??
        twice(officers.map(({ office }) => office)) ??
        twice(officers.map(({ key }) => key)) ??
        strangers(
          context,
          officers.map(({ holder }) => holder),
        )
      );
    },
  },

  'elect-delegates': {
    needs: ({ state }, { seats }) => seats.flatMap(holdersOf).flatMap((holder) => holderNeeds(state, holder)),
    refuses(context, rules, { to, from, until, seats }) {
      if (!tableHas(context.state.requests, to)) return refuse('not-affiliated', 'rules.affiliation', { needed: to });
      return (
        termRefusal(context.at, from, until, rules.terms.delegatesMonths, 'terms.delegatesMonths') ??
        twice(seats.map(({ seat }) => String(seat))) ??
        twice(seats.flatMap(holdersOf)) ??
        strangers(context, seats.flatMap(holdersOf))
      );
    },
  },

  'recall-delegate': {
    refuses({ state }, _rules, { election: index, seat: number }) {
      const election = tableGet(state.elections, index);
      const seat = election?.seats.find((candidate) => candidate.seat === number);
      if (election === undefined || seat === undefined) return refuse('no-such-seat', 'recall', { needed: number });
      if (seat.recalled !== null) return refuse('delegate-recalled', 'recall', { present: seat.recalled });
      return null;
    },
  },

  'request-affiliation': {
    refuses: ({ state }, _rules, { to }) =>
      to === state.origin
        ? refuse('not-allowed', 'rules.affiliation')
        : tableHas(state.requests, to)
          ? refuse('already-affiliated', 'rules.affiliation')
          : null,
  },

  admit: {
    needs: ({ state }, { below }) => [{ fact: 'affiliation-request', book: below, to: state.origin }],
    refuses({ state, evidence }, _rules, proposal) {
      if (tableHas(state.affiliates, proposal.below)) return refuse('already-affiliated', 'rules.affiliation');
      const need = { fact: 'affiliation-request', book: proposal.below, to: state.origin } as const;
      return admissible(state, proposal, findingFor(evidence, need));
    },
  },

  mandate: {
    needs: (_ask, { on }) => [{ fact: 'motion-text', book: on.book, index: on.index }],
    refuses({ evidence }, _rules, { on, textHash }) {
      const text = findingFor(evidence, { fact: 'motion-text', book: on.book, index: on.index }).found;
      if (text === null) return refuse('evidence-missing', 'rules.mandate', { needed: actKey(on.book, on.index) });
      if (text.textHash !== textHash)
        return refuse('text-changed', 'rules.mandate', { needed: text.textHash, present: textHash });
      return text.open ? null : refuse('vote-closed', 'rules.mandate', { present: actKey(on.book, on.index) });
    },
  },

  answer: {
    needs: (_ask, { consultation }) => [{ fact: 'consultation', ...consultation }],
    refuses({ evidence, at }, _rules, { consultation, textHash }) {
      const name = actKey(consultation.book, consultation.index);
      const asked = findingFor(evidence, { fact: 'consultation', ...consultation }).found;
      if (asked === null) return refuse('evidence-missing', 'rules.consultation', { needed: name });
      if (asked.textHash !== textHash)
        return refuse('text-changed', 'rules.consultation', { needed: asked.textHash, present: textHash });
      if (asked.closed || at > asked.deadline)
        return refuse('consultation-closed', 'rules.consultation', { needed: asked.deadline, present: at });
      return null;
    },
  },

  forward: {
    refuses: ({ state }, _rules, { to }) =>
      tableHas(state.requests, to) ? null : refuse('not-affiliated', 'rules.affiliation', { needed: to }),
  },

  lift: {
    refuses({ state }, _rules, { measure: index }) {
      const measure = tableGet(state.measures, index);
      if (measure === undefined) return refuse('not-found', 'rules.measure', { needed: `MeasureDeclared ${index}` });
      return measure.lifted === null
        ? null
        : refuse('measure-not-in-force', 'rules.measure', { present: measure.lifted.act });
    },
  },

  'amend-statute': {
    needs: (_ask, { statute }) => [{ fact: 'sha256', text: canonicalText(statute) }],
    refuses: () => null,
  },

  /** Invariant 5: no body lengthens its own term, by whatever majority. */
  'extend-term': {
    refuses: ({ state }, _rules, { office, until }) => {
      const present = tableGet(state.officers, office)?.until;
      return refuse('term-cannot-be-extended', 'terms', { needed: present ?? 'election', present: until });
    },
  },
};

export const proposalNeeds = (ask: Pick<Ask, 'state'>, proposal: Proposal): readonly Need[] =>
  (checks[proposal.kind] as Check<Proposal['kind']>).needs?.(ask, proposal) ?? [];

export function proposalRefusal(context: Context, rules: Statute, matter: Matter, proposal: Proposal): Refused | null {
  if (!mattersOf[proposal.kind].includes(matter))
    return refuse('proposal-does-not-fit-matter', 'rules', {
      needed: mattersOf[proposal.kind].join(' | '),
      present: matter,
    });
  return (checks[proposal.kind] as Check<Proposal['kind']>).refuses(context, rules, proposal);
}

const holdersOf = ({ holder, alternate }: { readonly holder: string; readonly alternate?: string }): string[] =>
  alternate === undefined ? [holder] : [holder, alternate];

const holderNeeds = (state: BodyState, holder: string): readonly NeedOf<'member'>[] =>
  state.body?.kind === 'delegate' || isSeatName(holder) ? [] : [{ fact: 'member', member: holder }];

/** Office and seats go to people of this body: on the roll of a base, or holding a seat of a delegate assembly. */
function strangers({ state, evidence, at }: Context, holders: readonly string[]): Refused | null {
  for (const holder of holders) {
    if (state.body?.kind === 'delegate' || isSeatName(holder)) {
      const { book, seat } = parseSeatKey(holder);
      const held = tableGet(state.seats, seatKey(book, seat));
      if (held === undefined || !seatHeldBy(state, book, seat, held.holder, at))
        return refuse('no-such-seat', 'delegates', { needed: holder });
    } else if (findingFor(evidence, { fact: 'member', member: holder }).found === null)
      return refuse('not-on-roll', 'roll', { needed: holder });
  }
  return null;
}

/** A term begins when it is given or later, and lasts at most as long as the statute says. */
function termRefusal(at: Time, from: Time, until: Time, months: number, article: string): Refused | null {
  const latest = plusMonths(from, months);
  if (until <= from || until <= at) return refuse('term-too-long', article, { needed: latest, present: until });
  return until > latest ? refuse('term-too-long', article, { needed: latest, present: until }) : null;
}

function twice(names: readonly string[]): Refused | null {
  const double = names.find((name, position) => names.indexOf(name) !== position);
  return double === undefined ? null : refuse('holder-twice', 'offices', { present: double });
}
