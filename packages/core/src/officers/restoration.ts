import type { BodyState, Enrolment } from '../state.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';

/** How many of the others must sign a restored key: as many as make a seal, or all that there are. */
export const othersNeeded = ({ keys, signaturesNeeded }: Enrolment, office: string): number =>
  Math.max(1, Math.min(signaturesNeeded, keys.filter((one) => one.office !== office).length));

export function lastReport({ keyReports }: Pick<BodyState, 'keyReports'>, office: string): number | null {
  const found = tableEntries(keyReports).findLast(([, one]) => one.office === office);
  return found === undefined ? null : Number(found[0]);
}

type Reported = Pick<BodyState, 'keyReports' | 'enrolment'>;

/** The last word on a key that is still the one enrolled: a replacement by the old key, or an election, ends the matter. */
export function standsStill(state: Reported, report: number): boolean {
  const found = tableGet(state.keyReports, report);
  const { enrolment } = state;
  if (found === undefined || enrolment?.act !== found.under || lastReport(state, found.office) !== report) return false;
  return enrolment.keys.some(({ office, key }) => office === found.office && key === found.oldKey);
}

export const isOpen = (state: Reported, report: number, at: Time): boolean =>
  standsStill(state, report) && at < (tableGet(state.keyReports, report)?.due ?? at);

/** Whose own holder has said that it is lost: it signs nothing but its own replacement. What another says stops no key. */
export function isOutOfHand(state: Reported, office: string): boolean {
  const report = lastReport(state, office);
  return report !== null && standsStill(state, report) && tableGet(state.keyReports, report)?.own === true;
}

/** What another body is told of a report that nothing has ended yet. */
export function keyReported(state: Reported, report: number) {
  const found = tableGet(state.keyReports, report);
  if (found === undefined || !standsStill(state, report)) return null;
  return { found: { office: found.office, newKey: found.newKey }, acts: [report] };
}
