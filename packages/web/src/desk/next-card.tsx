import type { JSX } from 'preact';
import type { Step } from '../live-answer.ts';
import { sentenceOf } from './labels.ts';
import type { DeskProps } from './props.ts';
import { Reason, StepButton } from './step-button.tsx';
import { isOthers } from './steps.ts';

/** More than three nobody keeps in mind. */
const MOST = 3;

/** The next lawful step: the one main button of the desk, wherever else it stands; and what comes after it in words. */
export function NextCard(props: DeskProps): JSX.Element {
  const { known, words, formats } = props;
  const onward = known.steps.filter((step) => step.onward);
  const first = known.proposed ?? onward.find((step) => !isOthers(step)) ?? null;
  const after = later(onward, first);
  return (
    <section class="card next-card" aria-labelledby="next-title">
      <h2 id="next-title">{words.next.title}</h2>
      {known.state === 'loading' ? <p class="soft">{words.next.loading}</p> : null}
      {known.state === 'unknown' ? <p class="soft">{words.next.unknown}</p> : null}
      {first === null ? (
        known.state === 'known' ? (
          <p class="soft">{words.next.nothing}</p>
        ) : null
      ) : (
        <>
          <p class="unseen" role="status">
            {sentenceOf(first, words, formats)}
          </p>
          {first.about === null ? null : <p class="about">{first.about.title}</p>}
          {first.lawful ? (
            // Its links stand beside the motion.
            <StepButton
              key={keyOf(first)}
              {...props}
              step={{ ...first, links: [] }}
              tone="indigo"
              label={labelled(first, props)}
            />
          ) : (
            <>
              <p>
                <strong>{labelled(first, props)}</strong>
              </p>
              <Reason step={first} words={words} formats={formats} />
            </>
          )}
        </>
      )}
      {after.length === 0 ? null : (
        <ol class="coming">
          {after.map((step) => (
            <li key={keyOf(step)}>
              <span>{sentenceOf(step, words, formats)}</span>
              {isOthers(step) ? <Reason step={step} words={words} formats={formats} /> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const keyOf = ({ command, input }: Step): string => `${command} ${JSON.stringify(input)}`;

/** “Vote: by raised hands”, as the motion stands above it. */
function labelled(step: Step, { words, formats }: DeskProps): string {
  return sentenceOf({ ...step, about: null }, words, formats);
}

/** One line for each thing: a motion can be voted in several ways. */
function later(onward: readonly Step[], first: Step | null): readonly Step[] {
  const named = new Set(first === null ? [] : [subjectOf(first)]);
  const found: Step[] = [];
  for (const step of onward) {
    const subject = subjectOf(step);
    if (step === first || named.has(subject)) continue;
    named.add(subject);
    found.push(step);
  }
  return found.slice(0, MOST);
}

const subjectOf = ({ command, input }: Step): string =>
  `${command === 'RecordAcclamation' ? 'OpenVote' : command} ${JSON.stringify(input.motion ?? input.item ?? input.vote ?? '')}`;
