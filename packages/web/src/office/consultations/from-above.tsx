import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { ask, bodyPath, randomText } from '../../shell/asking.ts';
import { Action, Badge, Icon, Refusal } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { OneAsked } from './consultation-props.ts';
import { ConveneAnswer } from './convene-answer.tsx';
import type { QuestionAbove } from './correspondence-answer.ts';
import { PaperResult } from './paper-result.tsx';

/** A question from above that this base has still to answer, or whose answer has still to arrive: what is missing, and the way to it. */
export function FromAbove(props: OneAsked): JSX.Element {
  const { question, formats, words } = props;
  const { asker, name, body, consultation, title, text, deadline, answer } = question;
  return (
    <section class="card" data-question={`${asker}#${consultation}`}>
      <h2>{title}</h2>
      <p>
        {words.asked.by(body)} {words.open.until(formats.time(deadline))}
      </p>
      {text === null ? (
        <p class="soft">{words.asked.textNotHere}</p>
      ) : (
        <details>
          <summary>{words.asked.text}</summary>
          <p class="text">{text}</p>
        </details>
      )}
      <a class="plain" href={`/b/${encodeURIComponent(name)}/consultations/${consultation}/kit`}>
        {words.asked.kit}
      </a>
      {answer === null ? <Unanswered {...props} /> : <Answered {...props} answer={answer} />}
    </section>
  );
}

function Unanswered(props: OneAsked): JSX.Element {
  const { question, session, words, formats } = props;
  const { sitting, text } = question;
  const { missing } = words.asked;
  if (sitting === null)
    return (
      <>
        <Missing>{missing.sitting}</Missing>
        {text === null ? null : (
          <>
            <ConveneAnswer {...props} text={text} />
            <PaperResult {...props} text={text} />
          </>
        )}
      </>
    );
  const desk = `/phone/desk/${encodeURIComponent(session.body)}/${sitting.sitting}`;
  return (
    <>
      <Missing>
        {!sitting.opened
          ? missing.opening(formats.time(sitting.startsAt), sitting.place)
          : sitting.motion === null
            ? missing.tabling
            : missing.vote}
      </Missing>
      {sitting.opened && sitting.motion === null && text !== null ? (
        <Put {...props} text={text} sitting={sitting.sitting} />
      ) : null}
      <a class="action quiet" href={desk}>
        <Icon name="next" />
        <span>{words.asked.desk}</span>
      </a>
      {text === null || sitting.opened ? null : <PaperResult {...props} text={text} />}
    </>
  );
}

const Missing = ({ children }: { readonly children: string }): JSX.Element => (
  <p role="status">
    <Icon name="clock" /> {children}
  </p>
);

/** Before the hall with its own words: nobody types a hash, or the text once more. */
function Put({
  question,
  text,
  sitting,
  session,
  formats,
  words,
  changed,
}: OneAsked & { readonly text: string; readonly sitting: number }): JSX.Element {
  const { busy, trouble, send } = useSending(session, changed);
  const put = async (): Promise<void> => {
    const { asker, consultation: index, textHash, title } = question;
    const proposal = { kind: 'answer', consultation: { book: asker, index }, textHash };
    await send('TableMotion', { sitting, matter: 'consultation', title, text, proposal });
  };
  return (
    <>
      <Action icon="pen" tone="indigo" busy={busy} onClick={() => void put()}>
        {words.asked.put}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}

function Answered({
  answer: { answer, yes, no, abstain, sealed, arrived },
  ...props
}: OneAsked & { readonly answer: NonNullable<QuestionAbove['answer']> }): JSX.Element {
  const { session, formats, words } = props;
  const { number } = formats;
  return (
    <>
      <p>
        {words.asked.ours(words.asked.said[answer], number(yes), number(no), number(abstain))}{' '}
        <Badge tone={arrived ? 'green' : 'ochre'} icon={arrived ? 'check' : 'clock'}>
          {arrived ? words.asked.arrived : sealed ? words.asked.sealed : words.asked.unsealed}
        </Badge>
      </p>
      {sealed ? null : (
        <a class="action quiet" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
          <Icon name="pen" />
          <span>{words.asked.seal}</span>
        </a>
      )}
      {sealed && !arrived ? <GoUp {...props} /> : null}
    </>
  );
}

/** Anybody may show it above, with the base’s book as proof; the close finds it too. */
function GoUp({ question, body, formats, words, changed }: OneAsked): JSX.Element {
  const [refused, setRefused] = useState<Sentences | 'unreachable' | null>(null);
  const show = async (): Promise<void> => {
    const { asker, consultation, through } = question;
    const way = through.length === 0 ? {} : { through };
    const input = { consultation, below: body.origin, ...way };
    const reply = await ask(`${bodyPath(asker)}/commands/ReceiveAnswer`, { body: input, key: randomText(16) });
    setRefused(reply.kind === 'problem' ? reply.problem.sentences : reply.kind === 'unreachable' ? reply.kind : null);
    if (reply.kind === 'ok') void changed();
  };
  return (
    <>
      <p class="soft">{words.asked.goUpHow}</p>
      <Action icon="next" tone="indigo" onClick={() => void show()}>
        {words.asked.goUp}
      </Action>
      {refused === null ? null : refused === 'unreachable' ? (
        <p role="status">{words.asked.notNow}</p>
      ) : (
        <Refusal said={refused} formats={formats} />
      )}
    </>
  );
}
