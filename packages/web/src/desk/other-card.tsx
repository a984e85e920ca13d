import type { JSX } from 'preact';
import type { Step } from '../live-answer.ts';
import { Folded } from './folded.tsx';
import type { DeskProps } from './props.ts';
import { StepButton } from './step-button.tsx';
import { isOthers, stepsFor } from './steps.ts';

const course = [
  'RecessSitting',
  'ResumeSitting',
  'AppointTellers',
  'ChallengeQuorum',
  'EstimateCrowd',
  'CallOffSitting',
  'AccreditSeat',
  'PresentRecall',
];
const moving = ['order', 'adjourn'];
const recording = ['RecordObjection', 'RecordThreat', 'RecordIrregularity'];

/** What a presidium does beside the order of the day: pauses, doubts, what goes on the record, the end. */
export function OtherCard(props: DeskProps): JSX.Element | null {
  const { known, words } = props;
  const sitting = stepsFor(known, course).filter((step) => !step.onward && !isOthers(step));
  const procedure = stepsFor(known, 'MoveProcedure').filter(
    (step) => moving.includes(String(step.input.kind)) && !isOthers(step),
  );
  const record = stepsFor(known, recording).filter((step) => !isOthers(step));
  const end = stepsFor(known, 'CloseSitting').filter((step) => !isOthers(step) && step !== known.proposed);
  const groups = [
    { name: 'course', title: words.other.course, steps: [...sitting, ...procedure, ...end] },
    { name: 'record', title: words.other.record, steps: record },
  ].filter(({ steps }) => steps.length > 0);
  if (groups.length === 0) return null;
  return (
    <section class="card other" aria-label={words.other.title}>
      {groups.map((group) => (
        <Group key={group.name} {...props} {...group} />
      ))}
    </section>
  );
}

function Group({
  title,
  steps,
  ...props
}: DeskProps & { readonly title: string; readonly steps: readonly Step[] }): JSX.Element {
  return (
    <Folded title={title}>
      {steps.map((step) => (
        <StepButton key={`${step.command} ${JSON.stringify(step.input)}`} {...props} step={step} />
      ))}
    </Folded>
  );
}
