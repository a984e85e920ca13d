import type { Choice, Question } from '@cabildo/ballot';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action, Icon } from '../../shell/parts.tsx';
import type { HalfSlip } from '../half-slip.ts';
import { AnswerMark } from './answer-mark.tsx';
import type { ElectionFile } from './election-file.ts';
import type { Encrypted } from './encrypt.ts';
import { encryptApart } from './encrypting.ts';
import { faceOf } from './questions.tsx';
import type { VoterProps } from './voter-props.ts';

interface ReviewProps extends VoterProps {
  readonly election: ElectionFile;
  readonly halves: readonly HalfSlip[];
  readonly choices: readonly Choice[];
  readonly change: () => void;
  readonly cast: (made: Encrypted) => void;
}

/** What was chosen, once more, while it is being encrypted. */
export function Review({ election, halves, choices, change, cast, words }: ReviewProps): JSX.Element {
  const [made, setMade] = useState<Encrypted | 'failed' | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    const [one, other] = halves.map(({ text }) => text);
    void encryptApart({ election: election.json, halves: [one ?? '', other ?? ''], choices }, ending.signal).then(
      (found) => {
        if (!ending.signal.aborted) setMade(found ?? 'failed');
      },
    );
    return () => ending.abort();
  }, []);
  const isReady = made !== null && made !== 'failed';
  return (
    <>
      <h1>{words.review.title}</h1>
      <ul class="chosen">
        {election.questions.map((question, at) => (
          <li key={question.question} class="card">
            <p class="soft">{question.question}</p>
            {answersIn(question, choices[at] ?? []).map((index) => (
              <p key={index} class={`choice ${faceOf(question, index)?.tone ?? 'quiet'}`}>
                <Sign question={question} at={index} />
                <strong>{index < 0 ? words.question.blank : question.answers[index]}</strong>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {made === 'failed' ? (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{words.review.failed}</span>
        </p>
      ) : (
        <p class="soft with-icon" role="status">
          <Icon name={isReady ? 'shield' : 'clock'} />
          <span>{isReady ? words.review.encrypted : words.review.encrypting}</span>
        </p>
      )}
      <Action icon="check" tone="indigo" busy={!isReady} onClick={() => isReady && cast(made)}>
        {words.review.cast}
      </Action>
      <Action icon="back" tone="quiet" onClick={change}>
        {words.review.change}
      </Action>
    </>
  );
}

function Sign({ question, at }: { readonly question: Question; readonly at: number }): JSX.Element {
  if (at < 0) return <Icon name="minus" />;
  const face = faceOf(question, at);
  return face === null ? <AnswerMark question={question} at={at} /> : <Icon name={face.icon} />;
}

/** Places of the chosen answers; -1 is blank. */
function answersIn({ blank }: ElectionFile['questions'][number], choice: Choice): readonly number[] {
  const shift = blank === true ? 1 : 0;
  return choice.flatMap((value, at) => (value === 1 ? [at - shift] : []));
}
