import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Formats } from './formats.ts';
import { type Found, FoundField, useFound } from './found-field.tsx';
import { handedIn } from './fragment.ts';
import { Action, Refusal } from './parts.tsx';
import type { Person } from './person.ts';
import { NoStorage } from './queue-notes.tsx';
import { ScanLater } from './scan-later.tsx';
import type { Shell, ShellState } from './shell.ts';

interface SignInProps {
  readonly shell: Shell;
  readonly state: ShellState;
  readonly formats: Formats;
  /** Whose session has ended: another card was issued. */
  readonly gone?: Person | null;
}

/** With the card: its code by the camera, or its seven words. */
export function SignIn({ shell, state, formats, gone = null }: SignInProps): JSX.Element {
  const { words } = formats;
  const said = state.refused?.kind === 'problem' ? state.refused.problem.sentences : null;
  return (
    <>
      <h1>{words.signIn.title}</h1>
      {gone === null ? <p>{words.signIn.how}</p> : <p class="card ochre">{words.signIn.gone}</p>}
      <Form shell={shell} state={state} formats={formats} first={gone?.body ?? state.address.body} />
      {state.refused === null ? null : <Refusal said={said} formats={formats} />}
      <p class="soft">{words.signIn.once}</p>
      <p>
        <a class="plain" href="/phone/meeting">
          {words.meeting}
        </a>
      </p>
      <NoStorage state={state} formats={formats} />
    </>
  );
}

interface BodiesFound {
  readonly bodies: readonly { readonly body: string; readonly title: string }[];
  readonly all: number;
}

const foundIn = ({ bodies, all }: BodiesFound): Found => ({
  rows: bodies.map(({ body, title }) => [body, title]),
  all,
});

function Form({ shell, state, formats, first }: SignInProps & { readonly first: string | null }): JSX.Element {
  const { words } = formats;
  const [typed, setTyped] = useState('');
  const found = useFound(`/api/bodies-found?here=true&first=${encodeURIComponent(first ?? '')}&`, typed, foundIn);
  const [body, setBody] = useState(first);
  const [card, setCard] = useState('');
  const chosen = body ?? found?.rows[0]?.[0] ?? '';
  const isEmpty = found?.all === 0 && typed === '';
  // Before it is known to whom, a press would do nothing.
  const busy = state.entering !== 'no' || chosen === '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy && card.trim() !== '') void shell.signIn(chosen, card.trim());
  };
  const scanned = (text: string): boolean => {
    const handed = handedIn(text);
    const code = handed?.card ?? (/^[\w-]{10,200}$/.test(text) ? text : null);
    if (code === null) return false;
    void shell.signIn(handed?.body ?? chosen, code);
    return true;
  };
  return (
    <form onSubmit={submit}>
      {isEmpty ? <p class="card ochre">{words.signIn.noBodies}</p> : null}
      {found === undefined && state.refused === null ? <Refusal said={null} formats={formats} /> : null}
      <ScanLater label={words.signIn.scan} formats={formats} scanned={scanned} />
      {isEmpty ? null : (
        <>
          <FoundField
            id="body"
            label={words.signIn.body}
            value={chosen}
            onChange={setBody}
            onType={(part) => {
              setTyped(part);
              setBody(null);
            }}
            {...{ found, typed, formats }}
          />
          <label for="card">{words.signIn.words}</label>
          <textarea
            id="card"
            rows={3}
            required
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-describedby="card-how"
            value={card}
            onInput={(event) => setCard(event.currentTarget.value)}
          />
          <p id="card-how" class="soft">
            {words.signIn.example}
          </p>
          <Action icon="card" tone="indigo" busy={busy} submit>
            {busy ? words.loading : words.signIn.go}
          </Action>
        </>
      )}
    </form>
  );
}
