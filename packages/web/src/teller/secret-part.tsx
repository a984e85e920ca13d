import type { JSX } from 'preact';
import { StepButton } from '../desk/step-button.tsx';
import { useSteps } from '../desk/steps.ts';
import { deskWords } from '../desk/words.ts';
import { useWords } from '../form/words-later.ts';
import type { LiveMotion } from '../live-answer.ts';
import type { TellerProps } from './teller-props.ts';

/** Of a motion that may be voted in secret: this teller’s halves of the slips, and those left over. */
export function SecretPart(props: TellerProps): JSX.Element | null {
  return props.live.motions.some(mayBeSecret) ? <Parts {...props} /> : null;
}

const mayBeSecret = ({ state, methods }: LiveMotion): boolean =>
  (state === 'waiting' || state === 'ready') && methods.includes('secret');

function Parts({ live, session, formats }: TellerProps): JSX.Element | null {
  const words = useWords(deskWords, formats);
  const known = useSteps(session, live);
  // Each is handed the own link alone, and the presidium none of these.
  const steps = known.steps.filter(({ command, links }) => mine.has(command) && links.length > 0);
  if (words === null || steps.length === 0) return null;
  const titles = [...new Set(steps.map(({ about }) => about?.title ?? ''))];
  return (
    <>
      {titles.map((title) => (
        <section key={title} class="desk card">
          <h2>
            {words.methods.secret} · {title}
          </h2>
          {steps
            .filter(({ about }) => about?.title === title)
            .map((step) => (
              <StepButton key={step.command} {...{ live, session, known, words, formats, step }} tone="indigo" />
            ))}
        </section>
      ))}
    </>
  );
}

const mine: ReadonlySet<string> = new Set(['EnterCredentialHalves', 'ListCredentials']);
