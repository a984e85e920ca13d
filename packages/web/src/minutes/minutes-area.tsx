import './minutes.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import { Mark } from '../form/press.tsx';
import { useWords } from '../form/words-later.ts';
import { Outgoing } from '../paper/outgoing.tsx';
import { Sheet } from '../paper/sheet.tsx';
import type { SittingAreaProps } from '../shell/area.ts';
import { answered, type Reply } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';
import { Again } from './again.tsx';
import { Approve, isToSign } from './approve.tsx';
import { useNotes } from './kept-notes.ts';
import type { MinutesAnswer } from './minutes-answer.ts';
import { type Notes, paperOfMinutes } from './paper-of-minutes.ts';
import { minutesWords } from './words.ts';
import type { MinutesWords } from './words-es.ts';

/** The secretary’s page of a sitting: the minutes as they write themselves, what was said beside them, and the way to approval. */
export function MinutesArea({ shell, session, sitting, formats }: SittingAreaProps): JSX.Element {
  const { language, number } = formats;
  const words = useWords(minutesWords, formats);
  const [answer, reachable] = useMinutes(session, sitting, language);
  const [notes, keep] = useNotes(shell, session.person, sitting);
  if (words === null) return <p class="soft">{formats.words.loading}</p>;
  if (answer === null || notes === null) return <p class="soft">{reachable ? words.loading : words.offline}</p>;
  const paper = paperOfMinutes(answer, notes, words, number);
  const writes = answer.approvedBy === null;
  return (
    <div class="minutes-area">
      <div class="screen-only">
        <h1>{words.title}</h1>
        <p class="soft">{writes ? words.live : words.approvedBy(answer.approvedBy ?? 0)}</p>
        {reachable ? null : <p class="card ochre">{words.offline}</p>}
        {writes ? <NoteFields answer={answer} notes={notes} words={words} keep={keep} /> : null}
        <Approve session={session} answer={answer} paper={paper} words={words} formats={formats} />
        <Outgoing paper={paper} formats={formats} beside={(answer.closed && writes) || isToSign(session, answer)} />
        {answer.late ? null : <Again session={session} answer={answer} words={words} formats={formats} />}
        <Papers body={session.body} answer={answer} words={words} />
      </div>
      <Sheet paper={paper} />
    </div>
  );
}

/** Asked again whenever the sitting has another act. */
function useMinutes(session: Session, sitting: number, language: string): readonly [MinutesAnswer | null, boolean] {
  const [answer, setAnswer] = useState<MinutesAnswer | null>(null);
  const [reachable, setReachable] = useState(true);
  const [size, setSize] = useState(0);
  useEffect(() => session.live(sitting, ({ live }) => setSize(live?.size ?? 0)), [session, sitting]);
  useEffect(() => {
    let stale = false;
    const look = async (): Promise<Reply<MinutesAnswer>> => {
      const reply = await session.ask<MinutesAnswer>(`/sittings/${sitting}/minutes?lang=${language}`);
      if (!stale) setReachable(reply.kind !== 'unreachable');
      return reply;
    };
    void answered(look, () => stale).then((reply) => {
      if (!stale && reply.kind === 'ok') setAnswer(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [session, sitting, language, size]);
  return [answer, reachable];
}

interface NoteFieldsProps {
  readonly answer: MinutesAnswer;
  readonly notes: Notes;
  readonly words: MinutesWords;
  keep(notes: Notes): void;
}

function NoteFields({ answer, notes, words, keep }: NoteFieldsProps): JSX.Element {
  return (
    <section>
      <h2>{words.notes}</h2>
      <p class="soft">{words.notesHow}</p>
      {answer.notice.map(({ title }, item) => (
        <TextField
          key={title}
          id={`note-${item}`}
          label={words.item(item + 1, title)}
          rows={2}
          max={8_000}
          value={notes.items[item] ?? ''}
          onChange={(said) => keep({ ...notes, items: { ...notes.items, [item]: said } })}
        />
      ))}
      <TextField
        id="note-other"
        label={words.other}
        rows={2}
        max={8_000}
        value={notes.other}
        onChange={(other) => keep({ ...notes, other })}
      />
    </section>
  );
}

function Papers({
  body,
  answer,
  words,
}: { readonly body: string } & Pick<NoteFieldsProps, 'answer' | 'words'>): JSX.Element {
  const path = encodeURIComponent(body);
  const sitting = `${path}/sittings/${answer.sitting}`;
  const links = [
    { mark: 'print', href: `/b/${sitting}/minutes`, words: words.printed },
    ...(answer.late
      ? []
      : ([
          { mark: 'list', href: `/b/${sitting}/poster`, words: words.poster },
          { mark: 'clock', href: `/api/bodies/${sitting}/calendar.ics`, words: words.calendar },
        ] as const)),
    ...(answer.motions.length === 0 || answer.closed
      ? []
      : ([{ mark: 'speech', href: `/phone/voice/${path}/${answer.sitting}#record`, words: words.voice }] as const)),
    { mark: 'pen', href: `/phone/late/${path}`, words: words.late },
  ] as const;
  return (
    <nav class="papers" aria-label={words.papers}>
      <h2>{words.papers}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>
              <Mark name={link.mark} />
              <span>{link.words}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
