import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HourField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { StepProps } from './step-props.ts';

/** The founding sitting: where, when, and on what; it elects the officers. Its poster is printed, its desk is on the phone. */
export function Convocation(props: StepProps): JSX.Element {
  const { words, body } = props;
  const convened = Object.entries(body.state.sittings).filter(([, { kind }]) => kind === 'founding');
  const [sitting] = convened.at(-1) ?? [];
  return (
    <section class="card" aria-labelledby="convocation">
      <h2 id="convocation">{words.convene.title}</h2>
      {sitting === undefined ? <ConveneForm {...props} /> : <Convened {...props} sitting={sitting} />}
    </section>
  );
}

function Convened({ words, body, session, sitting }: StepProps & { readonly sitting: string }): JSX.Element {
  const own = encodeURIComponent(session.body);
  return (
    <>
      <p role="status">{words.convene.done}</p>
      <p>
        <a class="action quiet" href={`/b/${encodeURIComponent(body.body)}/sittings/${sitting}/poster`}>
          <span>{words.convene.poster}</span>
        </a>
      </p>
      <p>
        <a class="action indigo" href={`/phone/desk/${own}/${sitting}`}>
          <span>{words.convene.desk}</span>
        </a>
      </p>
    </>
  );
}

/** As `datetime-local` has it: an hour from now, on the clock of the place. */
const soon = (offsetMinutes: number): string =>
  new Date(Date.now() + 3_600_000 + offsetMinutes * 60_000).toISOString().slice(0, 16);

function ConveneForm({ words, body, session, formats, changed }: StepProps): JSX.Element {
  const offsetMinutes = body.state.statute?.rules.closing.offsetMinutes ?? 0;
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState(() => soon(offsetMinutes));
  const [items, setItems] = useState('');
  const [asked, setAsked] = useState(false);
  const { busy, trouble, send } = useSending(session);
  const convene = async (): Promise<void> => {
    const ordinary = items
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const notice = [
      { matter: 'election', title: words.convene.election },
      ...ordinary.map((title) => ({ matter: 'ordinary', title: title.slice(0, 200) })),
    ];
    const at = new Date(Date.parse(`${startsAt}Z`) - offsetMinutes * 60_000).toISOString();
    const input = { kind: 'founding', place: place.trim(), startsAt: `${at.slice(0, 19)}Z`, notice };
    if (await send('ConveneSitting', input)) changed();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!busy && place.trim() !== '' && startsAt !== '') void convene();
      }}
    >
      <p>{words.convene.how}</p>
      <TextField
        id="place"
        label={words.convene.place}
        error={asked && place.trim() === '' ? words.convene.noPlace : null}
        max={160}
        value={place}
        onChange={setPlace}
      />
      <HourField id="starts-at" label={words.convene.startsAt} value={startsAt} onChange={setStartsAt} />
      <TextField
        id="items"
        label={words.convene.items}
        hint={words.convene.itemsHow}
        rows={3}
        max={2_000}
        value={items}
        onChange={setItems}
      />
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      <Action icon="calendar" tone="indigo" submit busy={busy}>
        {words.convene.go}
      </Action>
    </form>
  );
}
