import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { bodyPath } from '../../shell/asking.ts';
import { Action, Badge } from '../../shell/parts.tsx';
import { Combobox } from '../choosing/combobox.tsx';
import { askFor, type Find } from '../choosing/use-found.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import type { ConsultationProps, Question } from './consultation-props.ts';
import { Progress } from './progress.tsx';

interface Open extends ConsultationProps {
  readonly index: number;
  readonly question: Question;
}

/** Until it is closed: what is printed for the bases, the answers as they come, and the close. */
export function OpenQuestion(props: Open): JSX.Element {
  const { index, question, session, formats, words, changed } = props;
  const { busy, trouble, send } = useSending(session, changed);
  const page = `/b/${encodeURIComponent(session.body)}/consultations/${index}`;
  const answered = Object.keys(question.answers).length;
  const close = async (): Promise<void> => {
    await send('CloseConsultation', { consultation: index });
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
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </section>
  );
}

/** A base that was asked, and the bodies on the way down to it. */
interface Asked {
  readonly base: string;
  readonly title: string;
  readonly through: readonly string[];
  readonly answered: boolean;
}

/** One that has answered may correct it, so it stays in the list. */
function Receive({ index, session, formats, words, changed }: Open): JSX.Element {
  const [chosen, setChosen] = useState<Asked | null>(null);
  const { busy, trouble, send } = useSending(session, changed);
  const find: Find<Asked> = async (q, from, signal) => {
    const query = new URLSearchParams({ q, from: String(from) });
    const path = `${bodyPath(session.body)}/consultations/${index}/bases?${query}`;
    const reply = await askFor<{ readonly bases: readonly Asked[]; readonly all: number }>(path, signal);
    return reply === null ? null : { rows: reply.bases, all: reply.all };
  };
  const receive = async (): Promise<void> => {
    if (chosen === null) return;
    const { base: below, through } = chosen;
    const way = through.length === 0 ? {} : { through };
    if (!(await send('ReceiveAnswer', { consultation: index, below, ...way }))) return;
    setChosen(null);
  };
  return (
    <>
      <Combobox
        id={`base-${index}`}
        label={words.open.base}
        chosen={chosen}
        keyOf={({ base }) => base}
        nameOf={({ title }) => title}
        beside={({ base, answered }) => (
          <>
            <span class="soft">{base}</span>
            {answered ? (
              <Badge tone="rest" icon="check">
                {words.open.answered}
              </Badge>
            ) : null}
          </>
        )}
        find={find}
        formats={formats}
        onChange={setChosen}
      />
      <Action icon="check" tone="indigo" busy={busy || chosen === null} onClick={() => void receive()}>
        {words.open.receive}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}
