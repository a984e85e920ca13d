import type { JSX } from 'preact';
import { pathOf } from '../shell/address.ts';
import { Badge, Icon } from '../shell/parts.tsx';
import { ConveneForm } from './convene-form.tsx';
import type { DeskProps } from './props.ts';
import { StepButton } from './step-button.tsx';
import { isOthers, stepsFor } from './steps.ts';

/** After the end: what was decided, what goes to the bases, the minutes and their seals, the next sitting. */
export function AfterCard(props: DeskProps): JSX.Element {
  const { live, words, known, session, formats } = props;
  const [convene] = stepsFor(known, 'ConveneSitting');
  const to = (area: string): string => pathOf({ area, body: session.body, sitting: live.sitting });
  return (
    <>
      <section class="card after" aria-labelledby="after-title">
        <h2 id="after-title">{words.closed.title}</h2>
        {live.phase === 'called-off' ? <p>{words.calledOff}</p> : null}
        <ul class="settled">
          {live.motions.map((motion) => (
            <li key={motion.motion}>
              <span>{motion.title}</span>
              {motion.outcome === null ? null : (
                <Badge
                  tone={motion.outcome === 'carried' ? 'green' : motion.outcome === 'rejected' ? 'red' : 'ochre'}
                  icon={motion.outcome === 'carried' ? 'check' : motion.outcome === 'rejected' ? 'cross' : 'alert'}
                >
                  {words.motion.outcomes[motion.outcome]}
                </Badge>
              )}
            </li>
          ))}
        </ul>
        {stepsFor(known, 'IssueConsultation').map((step) => (
          <StepButton
            key={String(step.input.resolution)}
            {...props}
            step={step}
            label={`${words.steps.IssueConsultation}: ${step.about?.title ?? ''}`}
          />
        ))}
        {live.phase === 'called-off' ? null : (
          <>
            <Badge tone={live.minutes === null ? 'ochre' : 'green'} icon={live.minutes === null ? 'clock' : 'check'}>
              {live.minutes === null ? words.closed.noMinutes : words.closed.minutes}
            </Badge>
            <p class="links">
              <a class="plain" href={to('minutes')}>
                <Icon name="book" /> {words.closed.readMinutes}
              </a>
              <a class="plain" href={pathOf({ area: 'seals', body: session.body })}>
                <Icon name="key" /> {words.screens.seals}
              </a>
            </p>
          </>
        )}
      </section>
      {convene === undefined || isOthers(convene) ? null : (
        <ConveneForm key={live.sitting} {...{ live, session, words, formats, step: convene }} />
      )}
    </>
  );
}
