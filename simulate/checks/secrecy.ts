// Invariant 12, as far as anything is given out: nobody can be told from an act who came, voted, signed or asked. What is
// given out is given to cards, sites and keys: their acts have no identifier that anything else of a person has.
import type { StoredAct } from '../../packages/core/test/federation/book.ts';
import type { BookRecord } from './record.ts';
import { Violation } from './violation.ts';

/** Acts that say who holds an office, a seat or a task, or is proposed for one: nothing else names anybody, by no identifier. */
const naming: ReadonlySet<string> = new Set([
  'BodyFounded',
  'OfficersElected',
  'OfficerRecalled',
  'OfficerResigned',
  'OfficeTurnTaken',
  // Whose turn it was: the order goes on from there.
  'OfficeTurnDeclined',
  'DelegatesElected',
  'DelegateRecalled',
  'SeatAccredited',
  'SeatVacated',
  'AlternateSeated',
  'RecallPresented',
  // Whoever convened it over the officers’ heads, as its chair.
  'SittingConvened',
  'TellersAppointed',
  'PresidiumElected',
  'CandidateEntered',
  'ElectionCounted',
  'MotionTabled',
  'MandateBreached',
]);

const identifier = /"m-[0-9a-z]{16}"/;

export function namesNobody({ book }: BookRecord, act: StoredAct): void {
  const said = JSON.stringify([act.data, act.by]);
  if (!naming.has(act.act) && identifier.test(said))
    throw new Violation('12', book.origin, `${act.act} says who it was`, [act]);
  for (const { name } of book.vault.members.values())
    if (said.includes(`"${name}"`)) throw new Violation('12', book.origin, `${act.act} has somebody’s name`, [act]);
}
