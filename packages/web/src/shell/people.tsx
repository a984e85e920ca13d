import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { pathOf } from './address.ts';
import type { Formats } from './formats.ts';
import { Action, Icon } from './parts.tsx';
import { nameOf } from './person-name.ts';
import type { Session } from './session.ts';
import type { Shell, ShellState } from './shell.ts';

export interface PeopleProps {
  readonly shell: Shell;
  readonly state: ShellState;
  readonly session: Session;
  readonly formats: Formats;
}

/** Who is signed in on this phone: to change to another one, to add one, to leave. */
export function People(props: PeopleProps): JSX.Element {
  const { shell, state, session, formats } = props;
  const { words } = formats;
  return (
    <>
      <h1>{words.people.title}</h1>
      <ul class="choose">
        {state.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class={`action ${person.id === session.person?.id ? 'indigo' : 'quiet'}`}
              onClick={() => void shell.show(person)}
            >
              <Icon name="people" />
              <span>{nameOf(person, state.people, formats)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="foot">
        <a class="plain" href={pathOf({ area: 'sign-in' })}>
          {words.people.add}
        </a>
        <Leave {...props} />
      </div>
    </>
  );
}

function Leave({ shell, session, formats: { words } }: PeopleProps): JSX.Element | null {
  const [asked, setAsked] = useState(false);
  const { person } = session;
  if (person === null) return null;
  if (!asked)
    return (
      <button type="button" class="plain" onClick={() => setAsked(true)}>
        {words.people.leave}
      </button>
    );
  return (
    <div class="card ochre" role="alertdialog" aria-label={words.people.leave}>
      {shell.outbox.of(person.id).some(({ refused }) => refused === null) ? (
        <p>
          <strong>{words.people.leaveUnsent}</strong>
        </p>
      ) : null}
      <p>{words.people.leaveAsk}</p>
      <Action icon="cross" tone="red" onClick={() => void shell.signOut(person)}>
        {words.people.leaveYes}
      </Action>
      <Action icon="check" tone="quiet" onClick={() => setAsked(false)}>
        {words.people.leaveNo}
      </Action>
    </div>
  );
}
