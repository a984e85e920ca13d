import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { hashOf } from '../../desk/announced.ts';
import { HourField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { BodyField, type OneBody } from '../choosing/body-field.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { requestTexts, textIn } from './affiliation-text.ts';
import { soon, toUniversal } from './place-hour.ts';
import type { StepProps } from './step-props.ts';

/** The founding sitting: where, when, and on what; it elects the officers. Its poster is printed, its desk is on the phone. */
export function Convocation(props: StepProps): JSX.Element {
  const { words, body } = props;
  const sitting = body.convened.at(-1);
  return (
    <section class="card" aria-labelledby="convocation">
      <h2 id="convocation">{words.convene.title}</h2>
      {sitting === undefined ? <ConveneForm {...props} /> : <Convened {...props} sitting={sitting} />}
    </section>
  );
}

function Convened({ words, body, session, sitting }: StepProps & { readonly sitting: number }): JSX.Element {
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

function ConveneForm({ words, body, session, formats, changed }: StepProps): JSX.Element {
  const { offsetMinutes } = body;
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState(() => soon(offsetMinutes));
  const [items, setItems] = useState('');
  const [above, setAbove] = useState<OneBody | null>(null);
  const [asked, setAsked] = useState(false);
  const { busy, trouble, send } = useSending(session, changed);
  const convene = async (): Promise<void> => {
    const ordinary = items
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const text = above === null ? null : textIn(requestTexts(above), formats);
    const notice = [
      { matter: 'election', title: words.convene.election },
      ...(text === null ? [] : [{ matter: 'affiliation', title: text.title, textHash: hashOf(text.text) }]),
      ...ordinary.map((title) => ({ matter: 'ordinary', title: title.slice(0, 200) })),
    ];
    const texts = text === null ? {} : { texts: [{ item: 1, text: text.text }] };
    const when = toUniversal(startsAt, offsetMinutes);
    const input = { kind: 'founding', place: place.trim(), startsAt: when, notice, ...texts };
    await send('ConveneSitting', input);
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
      <details>
        <summary>{words.convene.joining}</summary>
        <BodyField
          id="above-at-first"
          label={words.joining.above}
          chosen={above}
          without={body.origin}
          kind="delegate"
          onChange={setAbove}
          formats={formats}
        />
      </details>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
      <Action icon="calendar" tone="indigo" submit busy={busy}>
        {words.convene.go}
      </Action>
    </form>
  );
}
