import { type Cargo, isLife } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Qr } from '../../qr/qr.tsx';
import { Action, Alert, Badge } from '../../shell/parts.tsx';
import { cargoSaid } from './cargo-said.ts';
import { Checks } from './checks.tsx';
import { type Asked, minuteAt, type NamedKey, writePass } from './pass-key.ts';
import type { PassProps } from './pass-props.ts';

interface Written extends Asked {
  readonly id: string;
  readonly text: string;
}

type Hours = keyof PassProps['words']['write']['hourChoices'];
const HOUR = 3_600_000;

export function WritePass(props: PassProps & { readonly named: NamedKey }): JSX.Element {
  const { session, formats, words, named } = props;
  const [cargo, setCargo] = useState<string>(named.cargoes[0] ?? 'goods');
  const [plate, setPlate] = useState('');
  const [hours, setHours] = useState('12');
  const [closures, setClosures] = useState<readonly string[]>(named.closures.map(({ number }) => String(number)));
  const [wrong, setWrong] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  if (written !== null) return <Paper {...props} written={written} onAgain={() => setWritten(null)} />;
  const vehicle = plate.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const plateWrong = vehicle !== '' && !/^[A-Z0-9]{2,10}$/.test(vehicle);
  const write = async (): Promise<void> => {
    const asked: Asked = {
      cargo: cargo as Cargo,
      vehicle: vehicle === '' ? null : vehicle,
      from: minuteAt(Date.now()),
      until: minuteAt(Date.now() + Number(hours) * HOUR),
      closures: closures.map(Number).sort((a, b) => a - b),
    };
    const goes = asked.until <= named.until && asked.from >= named.from && named.cargoes.includes(asked.cargo);
    setWrong(!goes);
    if (goes) setWritten({ ...asked, ...(await writePass(session, named, asked)) });
  };
  const choices = Object.entries(words.write.hourChoices) as readonly [`${Hours}`, string][];
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!plateWrong && closures.length > 0) void write();
      }}
    >
      <h2>{words.write.title}</h2>
      <SelectField
        id="pass-cargo"
        label={words.write.cargo}
        value={cargo}
        choices={named.cargoes.map((one) => ({ value: one, words: cargoSaid(one, formats) }))}
        onChange={setCargo}
      />
      <TextField
        id="pass-plate"
        label={words.write.plate}
        value={plate}
        max={12}
        error={plateWrong ? words.write.plateWrong : null}
        onChange={setPlate}
      />
      <SelectField
        id="pass-hours"
        label={words.write.hours}
        value={hours}
        choices={choices.map(([value, said]) => ({ value, words: said }))}
        onChange={setHours}
      />
      <Checks
        legend={words.write.closures}
        all={named.closures.map(({ number, name }) => ({ value: String(number), words: name }))}
        chosen={closures}
        onChange={setClosures}
      />
      {wrong ? <Alert>{words.write.beyond}</Alert> : null}
      <Action icon="pen" tone="indigo" submit busy={closures.length === 0}>
        {words.write.do}
      </Action>
    </form>
  );
}

interface PaperProps extends PassProps {
  readonly named: NamedKey;
  readonly written: Written;
  readonly onAgain: () => void;
}

/** On the screen and on paper: code, words, and what it opens. It need not be in the book to count. */
function Paper({ session, formats, words, named, written, onAgain }: PaperProps): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  const [entered, setEntered] = useState(false);
  const { id, text, cargo, vehicle, from, until, closures } = written;
  const enter = async (): Promise<void> => {
    const plate = vehicle === null ? {} : { plate: vehicle };
    const input = { pass: id, key: named.act, cargo, closures, from, until, ...plate };
    if ((await send('GrantPassage', input)) !== null) setEntered(true);
  };
  const opened = named.closures.filter(({ number }) => closures.includes(number)).map(({ name }) => name);
  return (
    <article class="card safe-conduct">
      <h2>{cargoSaid(cargo, formats)}</h2>
      <p>
        <strong>{vehicle ?? words.write.anyVehicle}</strong> · {opened.join(' · ')}
      </p>
      <p>
        {words.write.until(formats.time(until))} · <strong class="words">{id}</strong>
      </p>
      {isLife(cargo) ? <p>{words.write.life}</p> : null}
      <Qr text={text} label={words.write.qr} />
      <details open>
        <summary>{words.write.spoken}</summary>
        <p class="pass-text">{text}</p>
      </details>
      <div class="foot">
        <Action icon="copy" tone="indigo" onClick={() => print()}>
          {words.write.print}
        </Action>
        {named.act === null || entered ? null : (
          <Action icon="pen" tone="quiet" busy={busy} onClick={() => void enter()}>
            {words.write.enter}
          </Action>
        )}
        <Action icon="back" tone="quiet" onClick={onAgain}>
          {words.write.another}
        </Action>
      </div>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      {entered ? (
        <p role="status">
          <Badge tone="green" icon="check">
            {words.write.entered}
          </Badge>
        </p>
      ) : null}
    </article>
  );
}
