import { outcomeUnder, votesAlone } from '@cabildo/count';
import { bodyCountsFrom } from '../affiliation/waiting.ts';
import { seatsInSitting } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { seatsByTurn, turnsAt } from '../delegation/joint.ts';
import { countsForQuorum } from '../delegation/seat-class.ts';
import { takesWalkIns } from '../door/slips.ts';
import { isSlipOut, slipsOut, withoutSlips } from '../door/standing.ts';
import { isFounding } from '../officers/term.ts';
import { acclaimedIrregularities, acclaimedOutcome } from '../sitting/acclaimed-on-paper.ts';
import { effectOnPaper, isBeforeStatute } from '../sitting/late.ts';
import { stands } from '../sitting/rounds.ts';
import type { BodyState, Sitting } from '../state.ts';
import type { Phase } from '../statute/fields.ts';
import { latestStart } from '../statute/notice.ts';
import { matterRule, quorumNeeded, statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusHours, type Time } from '../time.ts';
import { type Checks, holds, same } from './check.ts';

export const isDelegate = (state: BodyState): boolean => sitsByDelegates(state);

export function presentIn(state: BodyState, index: number, sitting: Sitting, at: Time, phase: Phase): number {
  if (sitting.crowd !== null) return 0;
  return isDelegate(state) ? seatsInSitting(state, index, at, phase).length : (sitting.present ?? 0);
}

function entitlements(state: BodyState, at: Time): number {
  const turns = turnsAt(state, at);
  return tableEntries(state.affiliates)
    .filter(([, affiliate]) => countsForQuorum(state, affiliate) && bodyCountsFrom(state, affiliate) <= at)
    .reduce((sum, [below, { entitlement }]) => sum + seatsByTurn(turns, below, entitlement), 0);
}

const openVotes = (state: BodyState, sitting: Sitting): readonly number[] =>
  sitting.motions.flatMap((motion) => {
    const vote = tableGet(state.motions, motion)?.vote ?? null;
    return vote !== null && tableGet(state.votes, vote)?.closed === null ? [vote] : [];
  });

/** Convocation, counting, opening and closing of sittings. */
export const sittingChecks: Checks = {
  SittingConvened(state, { data, at }) {
    const rules = statuteOf(state);
    const hours = rules?.notice.hours ?? 0;
    const latest = rules === null ? data.startsAt : latestStart(rules, at);
    const earliest = data.kind === 'founding' ? at : plusHours(at, hours);
    return [
      isDelegate(state) ? same('roll', data.roll.size, entitlements(state, at)) : null,
      same('order', data.joint ?? [], turnsAt(state, at)),
      holds(data.startsAt >= earliest, 'notice', data.startsAt, earliest),
      holds(data.startsAt <= latest, 'notice', data.startsAt, latest),
      data.kind === 'founding' ? same('order', isFounding(state), true) : null,
    ];
  },

  PresenceCounted(state, { data }) {
    const sitting = tableGet(state.sittings, data.sitting);
    const agreed = data.counts.every((counted) => counted === data.counts[0]);
    const tries = (sitting?.counted?.disputed ?? 0) + 1;
    return [
      same('count', data.agreed, agreed),
      same('count', data.present, stands(state, tries, agreed) ? Math.min(...data.counts) : undefined),
      same('order', data.round, (sitting?.counted?.round ?? 0) + 1),
    ];
  },

  SittingOpened(state, { data, at }) {
    const sitting = tableGet(state.sittings, data.sitting);
    const rules = statuteOf(state);
    if (sitting === undefined || rules === null) return [];
    const needed = quorumNeeded(rules.calls[data.call], sitting.roll);
    const present = withoutSlips(sitting, presentIn(state, data.sitting, sitting, at, 'decision'));
    return [
      same('quorum', data.quorum, { needed, present, met: present >= needed }),
      holds(at >= sitting.startsAt, 'order', at, sitting.startsAt),
    ];
  },

  SlipsIssued(state, { data }) {
    const sitting = tableGet(state.sittings, data.sitting);
    if (sitting === undefined) return [];
    const out = slipsOut(sitting) + data.to - data.from + 1;
    return [
      same('order', data.from, (sitting.slips?.issued ?? 0) + 1),
      same('electorate', data.present, sitting.present),
      same('rule', data.mark, statuteOf(state)?.walkIns?.mark),
      holds(takesWalkIns(state, sitting), 'rule', sitting.kind, statuteOf(state)?.walkIns?.sittings ?? []),
      holds(out + data.checkedIn <= data.present, 'electorate', out, data.present - data.checkedIn),
    ];
  },

  SlipVoided: (state, { data }) => [holds(isSlipOut(state, data), 'order', data.number, 'a slip that was out')],

  SittingClosed(state, { data }) {
    const sitting = tableGet(state.sittings, data.sitting);
    return sitting === undefined ? [] : [same('order', openVotes(state, sitting), [])];
  },

  SittingEnteredLate(state, { data, at }) {
    const rules = statuteOf(state);
    if (rules === null) return [];
    const { present, needed, met } = data.quorum;
    const outdated = isBeforeStatute(state, data.heldAt);
    const decisions = data.decisions.flatMap((decision) => {
      const majorities = matterRule(rules, decision.matter);
      const ofRoll = majorities?.rule.of === 'roll' || majorities?.and?.of === 'roll';
      // How many were on the roll that day is in the vault, not in the book.
      const counted =
        majorities === undefined || ofRoll
          ? decision.outcome
          : outcomeUnder(majorities, votesAlone(decision), { present, roll: 0 });
      const { acclaimed, matter, irregularities } = decision;
      const outcome = acclaimed === undefined ? counted : acclaimedOutcome(acclaimed);
      const without = acclaimed === undefined ? [] : acclaimedIrregularities(rules, matter, acclaimed);
      const effect = outdated ? 'none' : effectOnPaper(state, rules, { ...decision, outcome });
      return [
        same('outcome', decision.outcome, outcome),
        same('effect', decision.effect, effect),
        holds(
          without.every((one) => irregularities.includes(one)),
          'notice',
          irregularities.join(' '),
          without.join(' '),
        ),
      ];
    });
    return [same('quorum', met, present >= needed), holds(data.heldAt <= at, 'time', data.heldAt, at), ...decisions];
  },
};
