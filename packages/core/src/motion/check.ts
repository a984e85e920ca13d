import { admissible } from '../affiliation/admission.ts';
import { canonicalText } from '../canonical.ts';
import type { Context } from '../decision.ts';
import { actKey, parseSeatKey, seatKey } from '../delegation/seat-key.ts';
import { findingFor, type Need } from '../facts.ts';
import type { Ask } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { contradiction } from '../statute/problems.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
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
        slateRefusal(rules, officers) ??
        termRefusal(context.at, from, until, rules.terms.officersMonths, 'terms.officersMonths') ??
        twice(officers.map(({ holder }) => holder)) ??
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
        seatedElsewhere(context, to, seats) ??
        strangers(context, seats.flatMap(holdersOf))
      );
    },
  },

  'recall-delegate': {
    refuses({ state, at }, rules, { election: index, seat: number }) {
      const election = tableGet(state.elections, index);
      const seat = election?.seats.find((candidate) => candidate.seat === number);
      if (election === undefined || seat === undefined) return refuse('no-such-seat', 'recall', { needed: number });
      // Filled by a later election: that one is to be named, or the one before if the later is not sealed.
      const elections = tableGet(state.seatsAbove, seatKey(election.to, number)) ?? [];
      if (elections.at(-1) !== index && elections.findLast((act) => tableHas(state.sealed, act)) !== index)
        return refuse('no-such-seat', 'recall', { needed: number });
      if (seat.recalled !== null && (seat.alternate === null || seat.alternateRecalled !== null))
        return refuse('delegate-recalled', 'recall', { present: seat.recalled });
      const earliest = plusMonths(election.from, rules.recall.monthsBefore);
      return at < earliest ? refuse('too-early', 'recall.monthsBefore', { needed: earliest, present: at }) : null;
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
    refuses: (context, _rules, { statute }) => contradiction(statute) ?? orphaned(context, statute),
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

/** Every election is of a whole list: with a presidium, and with as many officers as must sign. */
function slateRefusal(rules: Statute, officers: readonly { readonly office: string }[]): Refused | null {
  const presidium = rules.offices.filter(({ role }) => role === 'presidium').map(({ office }) => office);
  if (!officers.some(({ office }) => presidium.includes(office)))
    return refuse('offices-missing', 'offices', { needed: presidium.join(' | ') });
  const needed = rules.seals.signatures;
  return officers.length < needed ? refuse('offices-missing', 'seals', { needed, present: officers.length }) : null;
}

/** One person, one seat in the body above: not by two elections either. */
function seatedElsewhere(
  { state, at }: Context,
  to: string,
  seats: ProposalOf<'elect-delegates'>['seats'],
): Refused | null {
  const refilled = new Set(seats.map(({ seat }) => seat));
  const named = new Set(seats.flatMap(holdersOf));
  for (const [key, elections] of tableEntries(state.seatsAbove)) {
    const { book, seat: number } = parseSeatKey(key);
    const election = tableGet(state.elections, elections.at(-1) ?? -1);
    if (book !== to || refilled.has(number) || election === undefined || at >= election.until) continue;
    const seat = election.seats.find((candidate) => candidate.seat === number);
    const sitting = seat === undefined ? [] : [seat.recalled === null ? seat.holder : null, seat.alternate];
    const twiceSeated = sitting.find((holder) => holder !== null && named.has(holder));
    if (twiceSeated !== undefined && twiceSeated !== null)
      return refuse('holder-twice', 'delegates', { present: twiceSeated });
  }
  return null;
}

/** An amendment must leave those in office with a presidium among them, or nobody could convene any more. */
function orphaned({ state }: Context, statute: Statute): Refused | null {
  const presidium = statute.offices.filter(({ role }) => role === 'presidium').map(({ office }) => office);
  if (state.officers.size === 0 || presidium.some((office) => tableHas(state.officers, office))) return null;
  return refuse('statute-contradiction', 'offices', {
    needed: tableEntries(state.officers)
      .map(([office]) => office)
      .join(' | '),
  });
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
