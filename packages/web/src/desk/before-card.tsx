import type { JSX } from 'preact';
import { Icon } from '../shell/parts.tsx';
import type { DeskProps } from './props.ts';
import { StepButton } from './step-button.tsx';
import { stepsFor } from './steps.ts';
import { TextButton } from './text-button.tsx';

/** What a convened sitting still needs before it can be opened. */
export function BeforeCard(props: DeskProps): JSX.Element {
  const { live, words, formats, known } = props;
  const calls = stepsFor(known, 'OpenSitting');
  const texts = stepsFor(known, 'NameNoticeText');
  return (
    <section class="card before" aria-labelledby="before-title">
      <h2 id="before-title">{words.before.title}</h2>
      <p>
        <Icon name="calendar" /> {words.before.starts(formats.time(live.startsAt))} · {live.place}
      </p>
      {texts.length === 0 ? null : <p class="why">{words.before.texts}</p>}
      {texts.map((step) => (
        <TextButton key={String(step.input.item)} {...props} step={step} />
      ))}
      {stepsFor(known, ['AppointTellers', 'AccreditSeat']).map((step) => (
        <StepButton key={step.command} {...props} step={step} />
      ))}
      {calls.map((step) => (
        <StepButton key={String(step.input.call)} {...props} step={step} />
      ))}
    </section>
  );
}
