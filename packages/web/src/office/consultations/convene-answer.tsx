import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HourField, SelectField, TextField } from '../../form/fields.tsx';
import { fromLocalInput } from '../../meeting/hours.ts';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { OneAsked } from './consultation-props.ts';
import { kindChoices } from './kinds.ts';

/** The question goes into the notice with its words, so that it can be voted. */
export function ConveneAnswer({
  question,
  text,
  body,
  session,
  formats,
  words,
  changed,
}: OneAsked & { readonly text: string }): JSX.Element {
  const { convene } = words;
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState('');
  const [kind, setKind] = useState('ordinary');
  const { busy, trouble, send } = useSending(session, changed);
  const at = fromLocalInput(startsAt, body.state.statute?.rules.closing.offsetMinutes ?? 0);
  const ready = place.trim() !== '' && at !== null && !busy;
  const id = `${question.consultation}`;
  const call = async (): Promise<void> => {
    const { title, textHash } = question;
    const notice = [{ matter: 'consultation', title, textHash }];
    const input = { kind, place: place.trim(), startsAt: at, notice, texts: [{ item: 0, text }] };
    await send('ConveneSitting', input);
  };
  return (
    <details>
      <summary>{convene.title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void call();
        }}
      >
        <SelectField
          id={`convene-kind-${id}`}
          label={words.kind}
          value={kind}
          choices={kindChoices(words)}
          onChange={setKind}
        />
        <TextField id={`convene-place-${id}`} label={words.place} max={160} value={place} onChange={setPlace} />
        <HourField id={`convene-hour-${id}`} label={convene.startsAt} value={startsAt} onChange={setStartsAt} />
        <Action icon="calendar" tone="indigo" submit busy={!ready}>
          {convene.send}
        </Action>
      </form>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </details>
  );
}
