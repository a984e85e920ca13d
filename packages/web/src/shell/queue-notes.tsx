import type { JSX } from 'preact';
import type { Formats } from './formats.ts';
import { Action, Icon, Refusal } from './parts.tsx';
import type { Entry } from './sent.ts';
import type { Session, SessionState } from './session.ts';
import type { Shell, ShellState } from './shell.ts';

interface NotesProps {
  readonly session: Session;
  readonly mine: SessionState;
  readonly formats: Formats;
}

/** Above every screen: what was refused late, what waits, and a browser that keeps nothing. */
export const QueueNotes = (props: NotesProps & { readonly shell: Shell; readonly waiting?: boolean }): JSX.Element => (
  <>
    <Refused {...props} />
    {props.waiting === false ? null : <Waiting {...props} />}
    <NoStorage state={props.shell.state} formats={props.formats} />
  </>
);

/** Said at once, before somebody relies on it. */
export function NoStorage({
  state,
  formats,
}: {
  readonly state: ShellState;
  readonly formats: Formats;
}): JSX.Element | null {
  return state.lasting ? null : <p class="card ochre">{formats.words.noStorage}</p>;
}

/** What waited on this phone and was refused when it arrived: it is said until it was read. */
function Refused({ session, mine, formats }: NotesProps): JSX.Element {
  return (
    <>
      {mine.entries.map((entry) =>
        entry.refused === null ? null : (
          <OneRefused key={entry.order} entry={entry} session={session} formats={formats} />
        ),
      )}
    </>
  );
}

function OneRefused({
  entry,
  session,
  formats,
}: {
  readonly entry: Entry;
  readonly session: Session;
  readonly formats: Formats;
}): JSX.Element {
  const { words, hour } = formats;
  const { command, madeAt, refused } = entry;
  return (
    <div class="card red" data-refused={command}>
      <h2>{command === 'CastVote' ? words.refused.vote : words.refused.title}</h2>
      <p>{words.refused.when(words.commands[command] ?? words.command, hour(madeAt))}</p>
      <Refusal said={refused?.sentences ?? null} formats={formats} />
      <Action icon="check" tone="quiet" onClick={() => void session.drop(entry)}>
        {words.refused.read}
      </Action>
    </div>
  );
}

/** What has not arrived is never called saved. */
function Waiting({ shell, session, mine, formats }: NotesProps & { readonly shell: Shell }): JSX.Element | null {
  const { words, number, plural } = formats;
  const own = mine.entries.filter(({ refused }) => refused === null);
  const others = shell.state.people
    .filter(({ id }) => id !== session.person?.id)
    .reduce((all, { id }) => all + shell.outbox.of(id).filter(({ refused }) => refused === null).length, 0);
  if (own.length === 0) return others === 0 ? null : <p class="soft">{words.waiting.others(number(others))}</p>;
  const count = number(own.length);
  return (
    <div class="card ochre" role="alert" data-waiting={own.length}>
      <h2>
        <Icon name="offline" /> {plural(own.length, { one: words.waiting.one, other: words.waiting.other(count) })}
      </h2>
      <p>{own.map(({ command }) => words.commands[command] ?? words.command).join(' · ')}</p>
      <p>{words.waiting.how}</p>
      <Action icon="offline" tone="quiet" onClick={() => session.wake()}>
        {words.waiting.retry}
      </Action>
    </div>
  );
}
