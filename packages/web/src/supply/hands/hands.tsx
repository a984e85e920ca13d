import '../hand-over/hand-over.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { Confirm, Press } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Qr } from '../../qr/qr.tsx';
import { PhotographLater } from '../../scan/photograph.tsx';
import { Scan } from '../../scan/scan.tsx';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Action, Badge } from '../../shell/parts.tsx';
import { placesIn } from '../hand-over/agreed.ts';
import { keyIn } from '../hand-over/key-code.ts';
import { namesIn } from '../known/names.ts';
import type { Supply } from '../known/supply-answer.ts';
import { useSupply } from '../known/use-supply.ts';
import { handsWords } from './words.ts';
import type { HandsWords } from './words-es.ts';

const DAY_MS = 86_400_000;

interface PartProps extends Pick<BodyAreaProps, 'formats' | 'session'> {
  readonly words: HandsWords;
  readonly supply: Supply;
  readonly sending: ReturnType<typeof useSending>;
}

/** Whose phones sign hand-overs: an officer reads a phone's key and says for which place it signs, and takes it back. */
export function Hands({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(handsWords, formats);
  const known = useSupply(shell, session);
  const sending = useSending(session);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const part = { words, supply: known.value, sending, session, formats };
  const path = pathOf({ area: 'hand-over', body: session.body });
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {known.value.officer ? <Enrol {...part} /> : <p class="card ochre">{words.officersOnly}</p>}
      <Holding {...part} />
      <section>
        <h2>{words.address}</h2>
        <p>{words.addressHow}</p>
        <div class="code-shown">
          <Qr text={`${location.origin}${path}`} label={words.addressCode} />
        </div>
        <p>
          <a href={path}>{`${location.origin}${path}`}</a>
        </p>
      </section>
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

function Enrol({ words, supply, sending, formats }: PartProps): JSX.Element {
  const [text, setText] = useState('');
  const [place, setPlace] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const places = placesIn(supply);
  const of = place ?? String(places[0]?.place ?? '');
  const key = keyIn(text);
  const enrol = async (): Promise<void> => {
    // A minute less than the statute allows: the node's clock is another one.
    const until = new Date(Date.now() + supply.rules.handDays * DAY_MS - 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
    if (await sending.send('EnrolHand', { of: Number(of), key, until })) setText('');
  };
  const scanned = (said: string): boolean => {
    const read = keyIn(said);
    if (read === null) return false;
    setText(read);
    setLooking(false);
    return true;
  };
  return (
    <section>
      <h2>{words.enrol}</h2>
      {looking ? (
        <Scan
          formats={formats}
          scanned={scanned}
          close={() => setLooking(false)}
          otherwise={<PhotographLater formats={formats} scanned={scanned} />}
        />
      ) : (
        <Action icon="camera" tone="quiet" onClick={() => setLooking(true)}>
          {words.camera}
        </Action>
      )}
      <TextField
        id="hand-key"
        label={words.key}
        hint={words.keyHow}
        value={text}
        error={text === '' || key !== null ? null : words.noKey}
        onChange={setText}
      />
      <SelectField
        id="hand-of"
        label={words.of}
        value={of}
        choices={places.map(({ place: one, title }) => ({ value: String(one), words: title }))}
        onChange={setPlace}
      />
      <p>{words.days(formats.number(supply.rules.handDays))}</p>
      <Press mark="key" tone="indigo" off={key === null || of === '' || sending.busy} onPress={() => void enrol()}>
        {words.enrolIt}
      </Press>
      <TroubleNote trouble={sending.trouble} waits={words.waits} formats={formats} />
    </section>
  );
}

function Holding({ words, supply, sending, formats }: PartProps): JSX.Element {
  const { place } = namesIn(supply);
  const now = new Date().toISOString();
  const holding = supply.hands.filter(({ withdrawn, until }) => withdrawn === null && until > now);
  return (
    <section>
      <h2>{words.holding}</h2>
      {holding.length === 0 ? <p>{words.none}</p> : null}
      {holding.map(({ hand, of, key, until }) => (
        <div key={hand} class="card" data-hand={hand}>
          <p>
            <Badge tone="green" icon="key">
              {place(of)}
            </Badge>{' '}
            <code>{key.slice(0, 8)}…</code> {words.until(formats.day(until))}
          </p>
          {supply.officer ? (
            <Confirm
              mark="cross"
              label={words.withdraw}
              ask={words.withdrawSure}
              yes={words.yes}
              no={words.no}
              onYes={() => void sending.send('WithdrawHand', { hand })}
            />
          ) : null}
        </div>
      ))}
    </section>
  );
}
