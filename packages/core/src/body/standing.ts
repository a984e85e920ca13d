import type { CommandName } from '../catalogue/commands.ts';
import { committeeOver } from '../committee/standing.ts';
import { type Refused, refuse } from '../refusal.ts';
import { splitRefusal } from '../split/standing.ts';
import type { Body, BodyState } from '../state.ts';
import type { Time } from '../time.ts';

/** Is the body made of seats that other bodies fill: an assembly of delegates, or a committee? */
export const sitsByDelegates = ({ body }: { readonly body: Pick<Body, 'kind'> | null }): boolean =>
  body !== null && body.kind !== 'base';

/** Why the body can decide nothing at that time. Its book stays readable, whatever the answer. */
export function standingRefusal(state: BodyState, at: Time): Refused | null {
  const { body } = state;
  if (body === null) return refuse('body-not-founded', 'founding');
  if (body.dissolved !== null) return refuse('body-dissolved', 'rules.dissolution', { present: body.dissolved });
  if (body.proven === null && at >= body.provisionalUntil)
    return refuse('provisional-over', 'founding', { needed: body.provisionalUntil, present: at });
  return committeeOver(state, at) ?? splitRefusal(state, at);
}

/**
 * What can still be done in a body that decides nothing any more: what was done is written down, signed, shown and
 * withdrawn, and an unproven founding is proven late. Everything else is a decision.
 */
const stillOpen: ReadonlySet<CommandName> = new Set<CommandName>([
  'FoundBody',
  'ProveFounding',
  'SignAct',
  'ReplaceOfficerKey',
  'AppointWitness',
  'RecordErasure',
  'RecordIrregularity',
  'EnterLateSitting',
  'CloseSitting',
  'ApproveMinutes',
  'PresentRecall',
  'PresentEnd',
  'ShowAccountsJudgement',
]);

export const endedRefusal = (state: BodyState, at: Time, command: CommandName): Refused | null =>
  stillOpen.has(command) ? null : standingRefusal(state, at);
