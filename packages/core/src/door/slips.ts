import { authority } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { accept, type Context, type DraftAct, type VaultRecord } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { attendanceOver } from '../sitting/attendance.ts';
import { convenedSitting, type Found } from '../sitting/find.ts';
import type { BodyState, Sitting } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { parseSlipName, slipName } from './slip-name.ts';
import { isSlipOut, slipsOut, withoutSlips } from './standing.ts';

/**
 * People on no roll, in a sitting that the statute opens to them. As many slips as people were counted at the door and have
 * not checked in otherwise: whoever gives out slips cannot make voters up. Issued after the opening they may not show that
 * there was never a quorum of members, or the hall would go on deciding without one.
 */
export const issueSlips: Handler<'IssueSlips'> = {
  needs: ({ state }, { sitting }) => [thereNeed(state, sitting)],
  decide(context, { sitting: index, count, channel = 'phone' }) {
    const { state, evidence } = context;
    const found = openToWalkIns(context, index);
    if (!found.ok) return found;
    const { sitting, mark } = found.value;
    if (sitting.counted === null) return refuse('not-counted', 'tellers', { needed: 2, present: 0 });
    const { present } = sitting;
    if (present === null) return refuse('counts-differ', 'tellers', { needed: sitting.counted.round + 1 });
    const there = findingFor(evidence, thereNeed(state, index)).found?.holders ?? [];
    const checkedIn = there.filter((holder) => parseSlipName(holder) === null).length;
    const free = Math.max(0, present - checkedIn - slipsOut(sitting));
    if (count > free) return refuse('slips-beyond-count', 'walkIns', { needed: free, present: count });
    const unmade = quorumUnmade(sitting, present - count);
    if (unmade !== null) return unmade;
    const from = (sitting.slips?.issued ?? 0) + 1;
    const numbers = Array.from({ length: count }, (_, i) => from + i);
    const records = numbers.flatMap((number): VaultRecord[] => [
      ...(channel === 'phone' ? [{ record: 'slip', sitting: index, number } as const] : []),
      { record: 'attendance', sitting: index, holder: slipName({ sitting: index, number }), channel },
    ]);
    const data = { sitting: index, from, to: from + count - 1, channel, mark, present, checkedIn };
    return accept([{ act: 'SlipsIssued', by: authority(context, 'walkIns'), data }], records, {
      numbers,
      left: free - count,
    });
  },
};

/** Of several whichever is out of the count already stays as it was, so that a sheet is named from its first to its last. */
export const voidSlip: Handler<'VoidSlip'> = {
  decide(context, { sitting: index, number, others = [], why }) {
    const { state } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const named = [...new Set([number, ...others])];
    const out = named.filter((one) => isSlipOut(state, { sitting: index, number: one }));
    if (out.length === 0) return refuse('not-found', 'walkIns', { needed: `slip ${named.join(', ')}` });
    const by = authority(context, 'walkIns');
    return accept(
      out.map((one): DraftAct => ({ act: 'SlipVoided', by, data: { sitting: index, number: one, why } })),
      out.map((one): VaultRecord => ({ record: 'slip-voided', sitting: index, number: one })),
      { voided: out },
    );
  },
};

interface Open {
  readonly sitting: Sitting;
  readonly mark: string;
}

/** Does the statute let people who are on no roll take part in a sitting of this kind? */
export const takesWalkIns = (state: BodyState, { kind }: Pick<Sitting, 'kind'>): boolean =>
  !sitsByDelegates(state) && statuteOf(state)?.walkIns?.sittings.includes(kind) === true;

function openToWalkIns({ state, at }: Context, index: number): Found<Open> {
  const found = convenedSitting(state, index);
  if (!found.ok) return found;
  const sitting = found.value;
  const walkIns = statuteOf(state)?.walkIns;
  if (walkIns === undefined || !takesWalkIns(state, sitting)) {
    const kinds = sitsByDelegates(state) ? 'delegate' : (walkIns?.sittings.join(' | ') ?? 'member');
    return refuse('no-walk-ins', 'walkIns', { needed: kinds === '' ? 'member' : kinds, present: sitting.kind });
  }
  if (sitting.crowd !== null) return refuse('crowd-acclaims-only', 'acclamation', { needed: 'acclamation' });
  if (attendanceOver(state, index, at)) return refuse('attendance-over', 'publicity', { present: at });
  return { ok: true, value: { sitting, mark: walkIns.mark } };
}

/** A sitting that is open with quorum keeps as many members in the hall as that takes. */
function quorumUnmade(sitting: Sitting, others: number): Refused | null {
  const quorum = sitting.opened?.quorum;
  const left = withoutSlips(sitting, others);
  return quorum === undefined || !quorum.met || left >= quorum.needed
    ? null
    : refuse('no-quorum', 'calls', { needed: quorum.needed, present: left });
}

/** What concerns the members alone is not decided in a hall in which others vote: it waits for a sitting of the members. */
export function slipsRefusal(rules: Statute, sitting: Pick<Sitting, 'slips'>, matter: Matter): Refused | null {
  if (slipsOut(sitting) === 0) return null;
  const open: readonly Matter[] = ['ordinary', ...(rules.walkIns?.matters ?? [])];
  return open.includes(matter)
    ? null
    : refuse('not-with-slips', 'walkIns', { needed: [...new Set(open)].join(' | '), present: matter });
}

const thereNeed = ({ size }: BodyState, sitting: number): NeedOf<'attendance'> => ({
  fact: 'attendance',
  sitting,
  asOf: size,
});
