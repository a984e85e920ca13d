import type { BodyState, Sitting } from '../state.ts';
import { tableEntries, tableHas } from '../table.ts';
import type { Time } from '../time.ts';
import { noting } from './at-work.ts';
import { convening } from './before.ts';
import { type Candidate, step } from './candidate.ts';
import { anyWords } from './stand-ins.ts';

/** Closed: what goes to the bases, the minutes, their seals, the next sitting. */
export function afterwards(state: BodyState, index: number, sitting: Sitting, at: Time): readonly Candidate[] {
  return [
    ...toTheBases(state, index),
    ...minutes(state, index, sitting),
    ...(sitting.minutes === null ? noting(state, index) : []),
    ...convening(state, sitting, at),
  ];
}

function toTheBases(state: BodyState, index: number): readonly Candidate[] {
  return tableEntries(state.resolutions).flatMap(([key, { sitting, status, consultation, title }]) => {
    const waits = sitting === index && status === 'suspended' && consultation === null && !key.includes('.');
    return waits ? [step('IssueConsultation', { resolution: Number(key) }, { title })] : [];
  });
}

function minutes(state: BodyState, index: number, sitting: Sitting): readonly Candidate[] {
  if (sitting.minutes === null)
    return [step('ApproveMinutes', { sitting: index, text: anyWords }, { missing: ['text'] })];
  if (tableHas(state.sealed, sitting.minutes)) return [];
  const input = { index: sitting.minutes, signature: `${'A'.repeat(86)}==` };
  return [step('SignAct', input, { missing: ['signature'], aside: ['signature-not-valid'] })];
}
