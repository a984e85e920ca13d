import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScreenProps } from '../screen-props.ts';
import { Refusal } from './parts.tsx';

export function SignIn({ phone, state, formats }: ScreenProps): JSX.Element {
  const { words } = formats;
  const [body, setBody] = useState(state.body ?? '');
  const [card, setCard] = useState('');
  const bodies = state.bodies ?? [];
  const chosen = body === '' ? (state.body ?? bodies[0]?.body ?? '') : body;
  const busy = state.busy === 'sign-in';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy && card.trim() !== '') void phone.signIn(chosen, card.trim());
  };
  if (state.gone)
    return (
      <>
        <h1>{words.signIn.title}</h1>
        <p class="card ochre">{words.signIn.gone}</p>
        <button type="button" class="action indigo" onClick={() => void phone.leave()}>
          {words.signIn.title}
        </button>
      </>
    );
  return (
    <form onSubmit={submit}>
      <h1>{words.signIn.title}</h1>
      <p>{words.signIn.how}</p>
      {state.bodies !== null && bodies.length === 0 && state.reachable ? (
        <p class="card ochre">{words.signIn.noBodies}</p>
      ) : null}
      <label for="body">{words.signIn.body}</label>
      <select id="body" value={chosen} onChange={(event) => setBody(event.currentTarget.value)}>
        {bodies.map(({ body: name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
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
      <button type="submit" class="action indigo" aria-disabled={busy}>
        {busy ? words.loading : words.signIn.go}
      </button>
      <Refusal trouble={state.trouble} at="sign-in" formats={formats} />
      <p class="soft">{words.signIn.once}</p>
    </form>
  );
}
