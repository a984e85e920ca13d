import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, HourField, TextField } from '../../form/fields.tsx';
import { fromLocalInput } from '../../meeting/hours.ts';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { type OnePetition, whomOf } from './petition-props.ts';

type Kind = 'ordinary' | 'extraordinary' | 'enlarged';

/** The notice has the recall and nothing else; whether whoever presses it may convene, the rules say. */
export function ConveneRecall({ petition, offsetMinutes, session, formats, words, changed }: OnePetition): JSX.Element {
  const { convene } = words;
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState('');
  const [kind, setKind] = useState<Kind>('ordinary');
  const { busy, trouble, send } = useSending(session, changed);
  const at = fromLocalInput(startsAt, offsetMinutes);
  const ready = place.trim() !== '' && at !== null && !busy;
  const call = async (): Promise<void> => {
    const title = convene.item(whomOf(petition, words, formats)).slice(0, 160);
    const input = {
      kind,
      place: place.trim(),
      startsAt: at,
      notice: [{ matter: 'recall', title }],
    };
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
        <ChoiceField
          name={`kind-${petition.petition}`}
          label={convene.kind}
          value={kind}
          choices={(['ordinary', 'extraordinary', 'enlarged'] as const).map((value) => ({
            value,
            words: convene.kinds[value],
          }))}
          inRow
          onChange={setKind}
        />
        <TextField
          id={`place-${petition.petition}`}
          label={convene.place}
          max={160}
          value={place}
          onChange={setPlace}
        />
        <HourField id={`hour-${petition.petition}`} label={convene.startsAt} value={startsAt} onChange={setStartsAt} />
        <Action icon="calendar" tone="indigo" submit busy={!ready}>
          {convene.send}
        </Action>
      </form>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </details>
  );
}
