import { seatKey } from '../delegation/seat-key.ts';
import { electionsTo } from '../delegation/serving.ts';
import { dueOfPetition, isGathering, petitionDays, signaturesNeeded } from '../petition/standing.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds, same } from './check.ts';
import { decided } from './proposed.ts';

/** Reports: of whom, and when they were missed. Petitions: how many signatures, until when, and whether there were enough. */
export const petitionChecks: Checks = {
  PetitionOpened(state, { data: { against, needed, of, until }, at }) {
    const rules = statuteOf(state);
    if (rules === null) return [holds(false, 'statute', 'petition', 'no statute')];
    const share = rules.recall.petition;
    return [
      same('order', until, plusDays(at, petitionDays(rules))),
      against === 'public-office'
        ? null
        : same('count', needed, share === undefined ? null : signaturesNeeded(share, of)),
    ];
  },

  DelegateReported: (state, { data: { to, seat } }) => [
    holds(electionsTo(state, to, seat).length > 0, 'effect', seatKey(to, seat), 'a seat that this body has filled'),
  ],

  ReportMissed: (state, { data: { to, seat, sitting, due }, at }) => [
    holds(at >= due, 'order', at, due),
    same('effect', sitting.book, to),
    holds(electionsTo(state, to, seat).length > 0, 'effect', seatKey(to, seat), 'a seat that this body has filled'),
  ],

  DelegateReportJudged(state, { data: { vote, report, outcome, due }, at }) {
    const found = decided(state, vote);
    if (found === null) return [holds(false, 'effect', vote, 'a vote of this book')];
    const { proposal } = found.motion;
    const expected = found.outcome === 'carried' ? 'approved' : found.outcome === 'rejected' ? 'rejected' : 'none';
    const owed = outcome === 'rejected' && statuteOf(state)?.mandates.report !== undefined;
    return [
      same('outcome', outcome, expected),
      same('effect', report, proposal.kind === 'judge-report' ? proposal.report : null),
      holds(tableGet(state.reportsMade, report)?.judged === null, 'effect', report, 'a report that nobody has judged'),
      same('order', due, owed ? at : undefined),
    ];
  },

  PetitionCounted(state, { data: { petition: index, counts, reached, phones = 0, due }, at }) {
    const rules = statuteOf(state);
    const petition = tableGet(state.petitions, index);
    if (rules === null || petition === undefined) return [holds(false, 'effect', index, 'a petition of this book')];
    const obliges = reached && petition.against !== 'public-office';
    return [
      holds(isGathering(petition, at), 'order', at, petition.until),
      same('count', counts.length, 2),
      same('outcome', reached, Math.min(...counts) + phones >= petition.needed),
      same('effect', due, obliges ? dueOfPetition(rules, at) : undefined),
    ];
  },

  PetitionReached(state, { data: { petition: index, phones, paper, due }, at }) {
    const petition = tableGet(state.petitions, index);
    const rules = statuteOf(state);
    if (rules === null || petition === undefined) return [holds(false, 'effect', index, 'a petition of this book')];
    return [
      holds(isGathering(petition, at), 'order', at, petition.until),
      same('count', paper, petition.counted?.signatures ?? 0),
      same('outcome', phones + paper >= petition.needed, true),
      same('effect', due, petition.against === 'public-office' ? undefined : dueOfPetition(rules, at)),
    ];
  },
};
