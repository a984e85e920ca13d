import type { Choice, Question } from '@cabildo/ballot';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IconName } from '../../../look/icons.ts';
import { Action } from '../../shell/parts.tsx';
import { AnswerMark } from './answer-mark.tsx';
import type { ElectionFile } from './election-file.ts';
import type { VoterProps } from './voter-props.ts';

interface QuestionsProps extends VoterProps {
  readonly election: ElectionFile;
  readonly chosen: (choices: readonly Choice[]) => void;
}

/** One question a screen. */
export function Questions({ election, chosen, ...props }: QuestionsProps): JSX.Element | null {
  const { words, tongue } = props;
  const { questions } = election;
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const question = questions[choices.length];
  if (question === undefined) return null;
  const take = (choice: Choice): void => {
    const all = [...choices, choice];
    if (all.length === questions.length) chosen(all);
    else setChoices(all);
  };
  return (
    <section key={choices.length}>
      <p class="soft">
        {questions.length === 1
          ? election.name
          : words.question.part(tongue.number(choices.length + 1), tongue.number(questions.length))}
      </p>
      <h1>{question.question}</h1>
      {isOfCandidates(question) ? <p>{words.question.numbers}</p> : null}
      {question.max === 1 && question.min === 1 ? (
        <One {...props} question={question} take={take} />
      ) : (
        <Several {...props} question={question} take={take} />
      )}
      <p class="soft">{words.question.next}</p>
    </section>
  );
}

/** An archive is for everybody and for ever: whose number it is says the list in the hall. */
const isOfCandidates = ({ answers }: Question): boolean => answers.every((answer) => /^\d/.test(answer));

interface AskProps extends VoterProps {
  readonly question: Question;
  readonly take: (choice: Choice) => void;
}

/** A 1 for what was chosen; where a blank vote is allowed, its own place before the answers. */
function choiceOf({ answers, blank }: Question, chosen: ReadonlySet<number> | 'blank'): Choice {
  const values = answers.map((_, at) => (chosen !== 'blank' && chosen.has(at) ? 1 : 0));
  return blank === true ? [chosen === 'blank' ? 1 : 0, ...values] : values;
}

interface Face {
  readonly tone: 'green' | 'red';
  readonly icon: IconName;
}

/** Yes and no have their colours and signs everywhere; null of a blank vote (-1), and of any other answer, which has a mark of its own. */
export function faceOf({ answers }: Question, at: number): Face | null {
  const isMotion = answers.length === 2 && /^(sí|si|yes)$/i.test(answers[0] ?? '') && /^no$/i.test(answers[1] ?? '');
  if (!isMotion || at < 0) return null;
  return at === 0 ? { tone: 'green', icon: 'check' } : { tone: 'red', icon: 'cross' };
}

function One({ question, take, words }: AskProps): JSX.Element {
  return (
    <>
      {question.answers.map((answer, at) => (
        <Answer key={answer} question={question} at={at} take={() => take(choiceOf(question, new Set([at])))} />
      ))}
      {question.blank === true ? (
        <Action icon="minus" tone="quiet" onClick={() => take(choiceOf(question, 'blank'))}>
          {words.question.blank}
        </Action>
      ) : null}
    </>
  );
}

interface AnswerProps {
  readonly question: Question;
  readonly at: number;
  readonly take: () => void;
}

function Answer({ question, at, take }: AnswerProps): JSX.Element {
  const face = faceOf(question, at);
  const said = question.answers[at];
  if (face !== null)
    return (
      <Action {...face} onClick={take}>
        {said}
      </Action>
    );
  return (
    <button type="button" class="action quiet" onClick={take}>
      <AnswerMark question={question} at={at} />
      <span>{said}</span>
    </button>
  );
}

function Several({ question, take, words, tongue }: AskProps): JSX.Element {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (at: number): void => {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    setChosen(next);
  };
  const isPossible = question.min <= chosen.size && chosen.size <= question.max;
  return (
    <>
      <p id="how-many">{words.question.choose(tongue.number(question.min), tongue.number(question.max))}</p>
      <fieldset class="answers" aria-describedby="how-many">
        <legend class="unseen">{question.question}</legend>
        {question.answers.map((answer, at) => (
          <label key={answer} class="answer">
            <input type="checkbox" checked={chosen.has(at)} onChange={() => toggle(at)} />
            <AnswerMark question={question} at={at} />
            <span>{answer}</span>
          </label>
        ))}
      </fieldset>
      <Action icon="next" tone="indigo" busy={!isPossible} onClick={() => take(choiceOf(question, chosen))}>
        {words.question.go}
      </Action>
      {question.blank === true ? (
        <Action icon="minus" tone="quiet" onClick={() => take(choiceOf(question, 'blank'))}>
          {words.question.blank}
        </Action>
      ) : null}
    </>
  );
}
