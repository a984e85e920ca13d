import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SelectField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { type Asked, askedBy } from './asked.ts';
import type { ConsultationProps, Question } from './consultation-props.ts';
import { Progress } from './progress.tsx';

interface Open extends ConsultationProps {
  readonly index: number;
  readonly question: Question;
}

/** Until it is closed: what is printed for the bases, the answers as they come, and the close. */
export function OpenQuestion(props: Open): JSX.Element {
  const { index, question, session, formats, words, changed } = props;
  const { busy, trouble, send } = useSending(session);
  const page = `/b/${encodeURIComponent(session.body)}/consultations/${index}`;
  const answered = Object.keys(question.answers).length;
  const close = async (): Promise<void> => {
    if (await send('CloseConsultation', { consultation: index })) changed();
  };
  return (
    <section class="card" data-consultation={index}>
      <h2>{words.open.title(question.title)}</h2>
      <p>
        {words.open.heard(formats.number(answered), formats.number(question.bases))}{' '}
        {words.open.until(formats.time(question.deadline))}
      </p>
      <Progress question={question} formats={formats} words={words} />
      {[
        { to: page, said: words.open.page },
        { to: `${page}/kit`, said: words.open.kit },
        { to: `${page}/silent`, said: words.open.silent },
      ].map(({ to, said }) => (
        <a key={to} class="plain" href={to}>
          {said}
        </a>
      ))}
      <Receive {...props} />
      <p class="soft">{words.open.closeHow}</p>
      <Action icon="minus" tone="quiet" busy={busy} onClick={() => void close()}>
        {words.open.close}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </section>
  );
}

function Receive({ index, question, body, session, formats, words, changed }: Open): JSX.Element | null {
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [chosen, setChosen] = useState('');
  const { busy, trouble, send } = useSending(session);
  useEffect(() => void askedBy(session, body, index, question).then(setAsked), [session, index, question]);
  // A base that has answered may correct it, so it stays in the list.
  const one = asked.find(({ base }) => base === chosen) ?? asked[0];
  if (one === undefined) return null;
  const receive = async (): Promise<void> => {
    const { base: below, through } = one;
    const way = through.length === 0 ? {} : { through };
    if (await send('ReceiveAnswer', { consultation: index, below, ...way })) changed();
  };
  return (
    <>
      <SelectField
        id={`base-${index}`}
        label={words.open.base}
        value={one.base}
        choices={asked.map(({ base, title }) => ({ value: base, words: title }))}
        onChange={setChosen}
      />
      <Action icon="check" tone="indigo" busy={busy} onClick={() => void receive()}>
        {words.open.receive}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </>
  );
}
