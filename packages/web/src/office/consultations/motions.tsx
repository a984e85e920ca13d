import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Action, Badge, Icon } from '../../shell/parts.tsx';
import { Among } from '../choosing/among.tsx';
import { A_PAGE } from '../choosing/paged.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { ConsultationProps } from './consultation-props.ts';
import type { MotionReceived, MotionSent } from './correspondence-answer.ts';

interface OneReceived extends ConsultationProps {
  readonly motion: MotionReceived;
}

/** A motion of a base, on this body's list: put before the hall, then answered; its fate is the book's to say, the reasons are written here. */
export function AnswerBase(props: OneReceived): JSX.Element {
  const { motion, session, formats, words, changed } = props;
  const { received, body, title, due, overdue, tabled, answer } = motion;
  const [reasons, setReasons] = useState('');
  const { busy, trouble, send } = useSending(session, changed);
  const tell = async (): Promise<void> => {
    if (!(await send('AnswerMotion', { received, reasons: reasons.trim() }))) return;
    setReasons('');
  };
  return (
    <section class="card" data-received={received}>
      <h2>{words.answer.title(title)}</h2>
      <p>
        {words.answer.from(body)} {due === null || answer !== null ? null : words.answer.due(formats.time(due))}{' '}
        {overdue ? (
          <Badge tone="red" icon="alert">
            {words.answer.overdue}
          </Badge>
        ) : null}
      </p>
      {tabled === null ? <PutToHall {...props} /> : <p role="status">{words.answer.tabled}</p>}
      <p class="soft">{answer === null ? words.answer.how : words.answer.again}</p>
      {answer === null ? null : <p role="status">{words.answer.told(words.fates[answer.fate] ?? answer.fate)}</p>}
      {answer === null || answer.sealed ? null : (
        <a class="action quiet" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
          <Icon name="pen" />
          <span>{words.answer.seal}</span>
        </a>
      )}
      <TextField
        id={`reasons-${received}`}
        label={words.answer.reasons}
        rows={5}
        max={4_000}
        value={reasons}
        onChange={setReasons}
      />
      <Action icon="pen" tone="indigo" busy={busy || reasons.trim() === ''} onClick={() => void tell()}>
        {words.answer.send}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </section>
  );
}

/** With the words of the base, while a sitting is open. */
function PutToHall({ motion, session, formats, words, changed }: OneReceived): JSX.Element {
  const { received: from, title, text, sitting } = motion;
  const { busy, trouble, send } = useSending(session, changed);
  if (text === null || sitting === null)
    return <p class="soft">{text === null ? words.asked.textNotHere : words.answer.noSitting}</p>;
  const put = async (): Promise<void> => {
    const motionOfBase = { matter: 'ordinary', title, text, proposal: { kind: 'resolution' } };
    await send('TableMotion', { sitting, ...motionOfBase, from });
  };
  return (
    <>
      <Action icon="next" tone="quiet" busy={busy} onClick={() => void put()}>
        {words.answer.put}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}

interface OneSent extends ConsultationProps {
  readonly motion: MotionSent;
}

/** A motion that this body sent up: where it stands there, and the answer, which comes into its own book on proof. */
export function TakeAnswer({ motion, session, formats, words, changed }: OneSent): JSX.Element {
  const { sent, body, title, sealed, listed, due, tabled, answer } = motion;
  const { busy, trouble, send } = useSending(session, changed);
  const take = async (): Promise<void> => {
    await send('ReceiveMotionAnswer', { forwarded: sent });
  };
  const place =
    answer !== null
      ? words.sent.told(words.fates[answer.fate] ?? answer.fate)
      : !sealed
        ? words.sent.unsealed
        : listed === null
          ? words.sent.waits
          : tabled === null
            ? words.sent.listed(due === null ? null : formats.time(due))
            : words.sent.tabled;
  return (
    <section class="card" data-sent={sent}>
      <h2>{words.sent.title(title)}</h2>
      <p>{words.sent.to(body)}</p>
      <p role="status">{place}</p>
      {answer?.reasons == null ? null : <blockquote class="text">{answer.reasons}</blockquote>}
      {sealed ? null : (
        <a class="action quiet" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
          <Icon name="pen" />
          <span>{words.sent.seal}</span>
        </a>
      )}
      {answer === null || answer.written ? null : answer.sealed ? (
        <>
          <p class="soft">{words.sent.how}</p>
          <Action icon="book" tone="quiet" busy={busy} onClick={() => void take()}>
            {words.sent.take}
          </Action>
        </>
      ) : (
        <p class="soft">{words.sent.notSealedAbove}</p>
      )}
      {answer?.written === true ? (
        <Badge tone="green" icon="check">
          {words.sent.written}
        </Badge>
      ) : null}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </section>
  );
}

/** What bases have sent and nobody has put on the list: chosen by its name. */
export function TakeMotion({
  correspondence,
  session,
  formats,
  words,
  changed,
}: ConsultationProps): JSX.Element | null {
  const { waiting } = correspondence;
  const [chosen, setChosen] = useState('');
  const { busy, trouble, send } = useSending(session, changed);
  const keyed = waiting.map((one) => ({ ...one, key: `${one.below}#${one.act}` }));
  const [first = null] = keyed;
  // Among many nothing is chosen before somebody does.
  const one = keyed.find(({ key }) => key === chosen) ?? (keyed.length > A_PAGE ? null : first);
  if (first === null) return null;
  const take = async (): Promise<void> => {
    if (one !== null) await send('ReceiveMotion', { from: { book: one.below, index: one.act } });
  };
  return (
    <section class="card" data-waiting={keyed.length}>
      <h2>{words.take.title}</h2>
      <p class="soft">{words.take.how}</p>
      <Among
        id="take-motion"
        label={words.take.motion}
        all={keyed}
        chosen={one}
        keyOf={({ key }) => key}
        nameOf={({ body, title }) => `${body}: ${title}`}
        formats={formats}
        onChange={(motion) => setChosen(motion?.key ?? '')}
      />
      <Action icon="check" tone="indigo" busy={busy || one === null} onClick={() => void take()}>
        {words.take.send}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </section>
  );
}
