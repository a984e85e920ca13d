import type { JSX } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { bodyPath } from '../../shell/asking.ts';
import type { Session } from '../../shell/session.ts';
import { Some } from '../choosing/paged.tsx';
import { useListed } from '../listed.ts';
import { AskBases } from './ask-bases.tsx';
import type { BodyAnswer, ConsultationProps } from './consultation-props.ts';
import type { Correspondence } from './correspondence-answer.ts';
import { FromAbove } from './from-above.tsx';
import { AnswerBase, TakeAnswer, TakeMotion } from './motions.tsx';
import { OpenQuestion } from './open-question.tsx';
import { consultationWords } from './words.ts';

/** What comes down from above, goes down to the bases and comes up from them, for those in office; whether they may, the rules say. */
export function ConsultationsArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(consultationWords, formats);
  const [known, changed] = useCorrespondence(session);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const props: ConsultationProps = { session, formats, words, ...known, changed };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <a class="plain" href={`/b/${encodeURIComponent(session.body)}/correspondence`}>
        {words.correspondence}
      </a>
      <All {...props} />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

function All(props: ConsultationProps): JSX.Element {
  const { body, correspondence, formats, words } = props;
  const { resolutions, consultations } = body.state;
  const { received, sent, waiting } = correspondence;
  const questions = correspondence.questions.filter(({ outcome }) => outcome === null);
  const toAsk = Object.entries(resolutions).filter(
    ([, { status, consultation }]) => status === 'suspended' && consultation === null,
  );
  const open = Object.entries(consultations).filter(([, { closed }]) => closed === null);
  const isQuiet = [questions, toAsk, open, received, sent, waiting].every(({ length }) => length === 0);
  return (
    <>
      {isQuiet ? <p>{words.none}</p> : null}
      {questions.length === 0 ? null : <h2>{words.asked.title}</h2>}
      <Some
        {...{ formats }}
        all={questions}
        row={(question) => (
          <FromAbove key={`${question.asker}#${question.consultation}`} question={question} {...props} />
        )}
      />
      <Some
        {...{ formats }}
        all={toAsk}
        row={([key, { title }]) => <AskBases key={key} resolution={key} title={title} {...props} />}
      />
      <Some
        {...{ formats }}
        all={open}
        row={([key, question]) => <OpenQuestion key={key} index={Number(key)} question={question} {...props} />}
      />
      <TakeMotion {...props} />
      <Some
        {...{ formats }}
        all={received}
        row={(motion) => <AnswerBase key={motion.received} motion={motion} {...props} />}
      />
      <Some {...{ formats }} all={sent} row={(motion) => <TakeAnswer key={motion.sent} motion={motion} {...props} />} />
      <Older {...props} />
    </>
  );
}

/** What the answer left out: how much of each, and where it is read. */
function Older({ correspondence: { more }, session, formats, words }: ConsultationProps): JSX.Element | null {
  const book = `/b/${encodeURIComponent(session.body)}`;
  const left = (
    [
      ['questions', `${book}/correspondence#asked`],
      ['waiting', null],
      ['received', `${book}/book`],
      ['sent', `${book}/book`],
    ] as const
  ).filter(([kind]) => more[kind] > 0);
  if (left.length === 0) return null;
  return (
    <ul data-older>
      {left.map(([kind, to]) => {
        const said = words.older[kind](formats.number(more[kind]));
        return (
          <li key={kind}>
            {to === null ? (
              said
            ) : (
              <a class="plain" href={to}>
                {said}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type Known = Pick<ConsultationProps, 'body' | 'correspondence'>;

/** Asked again whenever the body's book has grown: answers that arrive show by themselves. */
function useCorrespondence(session: Session): readonly [Known | null, () => Promise<void>] {
  const look = useCallback(async (): Promise<Known | null> => {
    const [body, correspondence] = await Promise.all([
      session.ask<BodyAnswer>(''),
      session.ask<Correspondence>('/correspondence'),
    ]);
    if (body.kind !== 'ok' || correspondence.kind !== 'ok') return null;
    return { body: body.value, correspondence: correspondence.value };
  }, [session]);
  const [known, ask] = useListed(look);
  useEffect(() => {
    const book = new EventSource(`${bodyPath(session.body)}/events`);
    const read = (): void => void ask();
    book.addEventListener('act', read);
    // What came before the line was there, or while it was not.
    book.addEventListener('open', read);
    return () => book.close();
  }, [session, ask]);
  return [known, ask];
}
