import type { Fold, Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import type { BodyState, Motion, Resolution } from '../state.ts';
import { emptyTable, tableEntries, tableGet, tableOf, tableSet } from '../table.ts';
import type { Standing } from './fields.ts';
import { goodsInto } from './fold-goods.ts';
import { moneyInto } from './fold-money.ts';

type Of<K extends Standing['kind']> = Extract<Standing, { readonly kind: K }>;
type Act = Parameters<Fold<'DecisionCarried'>>[1];

export const successionFolds: Folds = {
  /** Only where a successor begins: later nobody can say what stood before. */
  DecisionCarried: (state, act) =>
    state.predecessor === null || state.sittings.size > 0 ? state : carriedInto(state, act),
};

function carriedInto(state: BodyState, { data: { from, what }, index }: Act): BodyState {
  switch (what.kind) {
    case 'resolution':
      return resolution(state, what, index);
    case 'measure': {
      const { kind: _, lifted, ...measure } = what;
      const entry = { ...measure, lifted: lifted === undefined ? null : { act: index, ...lifted } };
      return { ...state, measures: tableSet(state.measures, index, entry) };
    }
    case 'demand-list': {
      const demands = what.demands.map(({ reportedAt = null, challenged = false, ...demand }) => ({
        ...demand,
        act: index,
        reportedAt,
        challenged,
      }));
      return { ...state, demandLists: tableSet(state.demandLists, index, { resolution: what.resolution, demands }) };
    }
    case 'obligation': {
      const { matters, due, texts } = what;
      return oblige(state, index, { matters, due, ...(texts === undefined ? {} : { texts }) });
    }
    case 'audit-order': {
      const { below, sample, due } = what;
      const order = { below, sample, due, was: from.index };
      return { ...state, auditOrders: tableSet(state.auditOrders, index, order) };
    }
    case 'recovery': {
      const { due, keys } = what;
      const claim = { election: state.enrolment?.act ?? -1, due, objected: null, carried: keys };
      return { ...state, recoveries: tableSet(state.recoveries, index, claim) };
    }
    case 'officers-before':
      return officersBefore(state, what);
    case 'joint-turns': {
      const joint = what.turns.map((turn) => ({ act: index, ...turn }));
      return state.predecessor === null ? state : { ...state, predecessor: { ...state.predecessor, joint } };
    }
    case 'consultation':
      return consultation(state, what, index);
    case 'commodity':
    case 'balances':
    case 'entry':
    case 'reversal':
    case 'accounts-report':
      return moneyInto(state, what, { index, from });
    default:
      return goodsInto(state, what, { index, from });
  }
}

/**
 * Taken over with the offices is no attestation. Only the founder, where nobody had come after, is there to hand over: the keys
 * of other officers before are known for an objection alone.
 */
function officersBefore(state: BodyState, { kind: _, ...unattested }: Of<'officers-before'>): BodyState {
  const { enrolment, predecessor } = state;
  if (enrolment === null || predecessor === null) return state;
  const { before } = enrolment;
  const founder = unattested.keys.some(({ office }) => office === 'convener');
  return {
    ...state,
    predecessor: { ...predecessor, unattested },
    attested: tableOf(tableEntries(state.attested).filter(([act]) => Number(act) !== enrolment.act)),
    attestedBefore: { act: before?.act ?? enrolment.act, since: enrolment.act, ...unattested },
    enrolment:
      founder || before === null ? enrolment : { ...enrolment, before: { ...before, act: enrolment.act, keys: [] } },
  };
}

function resolution(state: BodyState, what: Of<'resolution'>, index: number): BodyState {
  const { matter, title, textHash, status, adoptedAt, proposal, hasActed, ratified, pactWith, challenges = [] } = what;
  const asVoted: Motion = {
    sitting: -1,
    matter,
    item: null,
    title,
    textHash,
    proposal,
    ...(what.withheld === undefined ? {} : { withheld: what.withheld }),
    from: null,
    mover: null,
    vote: index,
    amended: [],
    amendments: [],
    claimed: false,
    part: null,
    parts: [],
    debateClosed: true,
    end: null,
  };
  const entry: Resolution = {
    motion: index,
    sitting: -1,
    vote: index,
    matter,
    title,
    textHash,
    status,
    adoptedAt,
    pactWith: pactWith ?? null,
    lifts: proposal.kind === 'lift' ? { measure: proposal.measure, how: proposal.how } : null,
    // Whoever was asked already is not asked once more.
    consultation: ratified === true ? index : null,
    condition: what.condition === undefined ? null : index,
    challenges: challenges.map((challenge) => ({ act: index, ...challenge })),
    hasActed,
  };
  const { certified, ...set } = what.condition ?? {};
  const found = certified === undefined ? null : { act: index, ...certified };
  return {
    ...state,
    motions: tableSet(state.motions, index, asVoted),
    resolutions: tableSet(state.resolutions, index, entry),
    conditions:
      what.condition === undefined
        ? state.conditions
        : tableSet(state.conditions, index, { ...(set as typeof what.condition), resolution: index, certified: found }),
  };
}

function consultation(state: BodyState, what: Of<'consultation'>, index: number): BodyState {
  const { kind: _, reopened, resolution: key, ...asked } = what;
  const adopted = known(tableGet(state.resolutions, key), `the resolution ${key}`);
  return {
    ...state,
    resolutions: tableSet(state.resolutions, key, { ...adopted, consultation: index }),
    consultations: tableSet(state.consultations, index, {
      ...asked,
      resolution: key,
      reopened: reopened.map((one) => ({ ...one, act: index })),
      // Every answer is in its base's own book, and is taken from there again.
      answers: emptyTable(),
      closed: null,
    }),
  };
}
