import { accountsChecks } from './audit/accounts.ts';
import { bodyChecks } from './audit/bodies.ts';
import { type AuditedAct, type Check, type Checks, type Difference, holds } from './audit/check.ts';
import { conveningChecks } from './audit/convening.ts';
import { effectChecks } from './audit/effects.ts';
import { electionChecks } from './audit/elections.ts';
import { federationChecks } from './audit/federation.ts';
import { floorChecks } from './audit/floor.ts';
import { sittingChecks } from './audit/hall.ts';
import { motionChecks } from './audit/motions.ts';
import { officeChecks } from './audit/offices.ts';
import { passageChecks } from './audit/passage.ts';
import { petitionChecks } from './audit/petitions.ts';
import { queueChecks } from './audit/queue.ts';
import { recoveryChecks } from './audit/recovery.ts';
import { secretChecks } from './audit/secret.ts';
import { supplyChecks } from './audit/supply.ts';
import { voteChecks } from './audit/votes.ts';
import { inTerm } from './authority.ts';
import type { ActName } from './catalogue/acts.ts';
import { evolve, readableAct } from './evolve.ts';
import { inOfficeAt, isFounding } from './officers/term.ts';
import { type BodyState, emptyState } from './state.ts';
import { tableGet } from './table.ts';

export type { AuditedAct, Difference } from './audit/check.ts';

const checks: Checks = {
  ...sittingChecks,
  ...floorChecks,
  ...voteChecks,
  ...secretChecks,
  ...effectChecks,
  ...officeChecks,
  ...federationChecks,
  ...motionChecks,
  ...conveningChecks,
  ...bodyChecks,
  ...passageChecks,
  ...petitionChecks,
  ...electionChecks,
  ...recoveryChecks,
  ...supplyChecks,
  ...queueChecks,
  ...accountsChecks,
};

export interface RuleAudit {
  readonly state: BodyState;
  /** How many acts were replayed; fewer than the book has if one cannot be followed. */
  readonly replayed: number;
  readonly differences: readonly Difference[];
}

/**
 * Replays the rules over one book: recalculates what follows from the book alone (quorums, outcomes, consultations,
 * terms, seats, enrolled keys, the order of times) and reports where an act says otherwise. What rests on other
 * books is not seen from here, and a difference changes nothing: history stays as it was written.
 */
export function auditRules(origin: string, acts: Iterable<AuditedAct>): RuleAudit {
  const differences: Difference[] = [];
  let state = emptyState(origin);
  for (const act of acts) {
    const stop = outOfReach(state, act);
    if (stop !== null) return { state, replayed: state.size, differences: [...differences, stop] };
    differences.push(...differencesOf(inOfficeAt(state, act.at), act));
    try {
      state = evolve(state, act);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'no fold';
      differences.push({ index: act.index, act: act.act, code: 'cannot-follow', says: act.act, recalculated: reason });
      return { state, replayed: state.size, differences };
    }
  }
  return { state, replayed: state.size, differences };
}

function outOfReach(state: BodyState, act: AuditedAct): Difference | null {
  const { index, v } = act;
  const name: string = act.act;
  if (index !== state.size) return { index, act: name, code: 'index', says: `${index}`, recalculated: `${state.size}` };
  if (readableAct({ act: name, v })) return null;
  return { index, act: name, code: 'unknown-act', says: `${name} v${v}`, recalculated: 'unknown' };
}

function differencesOf(state: BodyState, act: AuditedAct): readonly Difference[] {
  if (isCarried(state, act)) return [];
  const check = checks[act.act] as Check<ActName> | undefined;
  const found = [
    holds(act.at >= state.at, 'time', act.at, state.at),
    authorityOf(state, act),
    ...(check?.(state, act) ?? []),
  ];
  return found.flatMap((one) => (one === null ? [] : [{ index: act.index, act: act.act, ...one }]));
}

/** What a successor takes over follows from another book; it does so before it convenes anybody. */
const isCarried = ({ predecessor, sittings }: BodyState, { by }: AuditedAct): boolean =>
  predecessor !== null && sittings.size === 0 && by?.office === 'operator' && by.article === 'book';

/** An office that the statute knows was held, and its term ran; the founder convened before there were officers. */
function authorityOf(state: BodyState, { by, at, act }: AuditedAct) {
  if (by === undefined || state.body === null || act === 'StatuteAdopted') return null;
  if (by.office === 'convener') {
    const founding = isFounding(state) && at < state.body.provisionalUntil;
    return holds(founding, 'authority', by.office, 'officers are elected, or the provisional time is over');
  }
  const officer = tableGet(state.officers, by.office);
  const known = state.statute?.rules.offices.some(({ office }) => office === by.office) === true;
  if (!known) return null;
  return holds(
    officer !== undefined && inTerm(officer, at),
    'authority',
    at,
    officer?.until ?? 'nobody holds the office',
  );
}
