import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { BodyAnswer, ConsultationProps } from './consultation-props.ts';

type State = BodyAnswer['state'];

interface OneReceived extends ConsultationProps {
  readonly index: number;
  readonly motion: State['received'][string];
}

/** A motion of a base, on this body's list: its fate is the book's to say, the reasons are written here. */
export function AnswerBase({ index, motion, session, formats, words, changed }: OneReceived): JSX.Element {
  const [reasons, setReasons] = useState('');
  const { busy, trouble, send } = useSending(session);
  const last = motion.answers.at(-1);
  const answer = async (): Promise<void> => {
    if (!(await send('AnswerMotion', { received: index, reasons: reasons.trim() }))) return;
    setReasons('');
    changed();
  };
  return (
    <section class="card" data-received={index}>
      <h2>{words.answer.title(motion.title)}</h2>
      <p class="soft">{last === undefined ? words.answer.how : words.answer.again}</p>
      {last === undefined ? null : <p role="status">{words.answer.told(words.fates[last.fate] ?? last.fate)}</p>}
      <TextField
        id={`reasons-${index}`}
        label={words.answer.reasons}
        rows={5}
        max={4_000}
        value={reasons}
        onChange={setReasons}
      />
      <Action icon="pen" tone="indigo" busy={busy || reasons.trim() === ''} onClick={() => void answer()}>
        {words.answer.send}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </section>
  );
}

interface OneSent extends ConsultationProps {
  readonly index: number;
  readonly motion: State['forwarded'][string];
}

/** A motion that this body sent up: what was answered above comes into its own book, on proof. */
export function TakeAnswer({ index, motion, session, formats, words, changed }: OneSent): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  const take = async (): Promise<void> => {
    if (await send('ReceiveMotionAnswer', { forwarded: index })) changed();
  };
  return (
    <section class="card" data-sent={index}>
      <h2>{words.sent.title(motion.title)}</h2>
      {motion.answer === null ? null : (
        <p role="status">{words.sent.told(words.fates[motion.answer.fate] ?? motion.answer.fate)}</p>
      )}
      <p class="soft">{words.sent.how}</p>
      <Action icon="book" tone="quiet" busy={busy} onClick={() => void take()}>
        {words.sent.take}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </section>
  );
}

/** From the book of a body below, by the number that its own page shows. */
export function TakeMotion({ body, session, formats, words, changed }: ConsultationProps): JSX.Element {
  const below = Object.entries(body.state.affiliates);
  const [base, setBase] = useState(below[0]?.[0] ?? '');
  const [act, setAct] = useState<number | null>(null);
  const { busy, trouble, send } = useSending(session);
  const take = async (): Promise<void> => {
    if (act === null || !(await send('ReceiveMotion', { from: { book: base, index: act } }))) return;
    setAct(null);
    changed();
  };
  return (
    <section class="card">
      <h2>{words.take.title}</h2>
      <p class="soft">{words.take.how}</p>
      <SelectField
        id="take-base"
        label={words.take.base}
        value={base}
        choices={below.map(([value, { title }]) => ({ value, words: title }))}
        onChange={setBase}
      />
      <NumberField id="take-act" label={words.take.act} value={act} onChange={setAct} />
      <Action icon="check" tone="quiet" busy={busy || act === null} onClick={() => void take()}>
        {words.take.send}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </section>
  );
}
