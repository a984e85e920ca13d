import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, NumberField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import type { Office, Tls } from './mail-answer.ts';
import type { MailProps } from './mail-props.ts';

interface ServerProps extends MailProps {
  readonly office: Office;
  readonly refused: (place: 'server' | 'test') => JSX.Element | null;
}

/** Submission by TLS (RFC 8314) and by STARTTLS (RFC 6409); another is typed. */
const ports: Readonly<Record<Tls, number>> = { tls: 465, starttls: 587, none: 25 };

/** For officers. The password is written and never shown. */
export function ServerForm(props: ServerProps): JSX.Element {
  const { office, words, send, busy, refused } = props;
  const { server, allowed } = office;
  const said = words.server;
  const [host, setHost] = useState(server?.host ?? '');
  const [port, setPort] = useState<number | null>(server?.port ?? ports.tls);
  const [tls, setTls] = useState<Tls>(server?.tls ?? 'tls');
  const [user, setUser] = useState(server?.user ?? '');
  const [password, setPassword] = useState('');
  const [sender, setSender] = useState(server?.sender ?? '');
  const isReady = host.trim() !== '' && port !== null && sender.trim() !== '' && !busy;
  const enter = async (): Promise<void> => {
    const name = user.trim() === '' ? null : user.trim();
    const entered = { host: host.trim().toLowerCase(), port, tls, user: name, sender: sender.trim() };
    if (await send('server', { server: password === '' ? entered : { ...entered, password } })) setPassword('');
  };
  const choose = (chosen: Tls): void => {
    setTls(chosen);
    if (port === null || Object.values(ports).includes(port)) setPort(ports[chosen]);
  };
  return (
    <section class="card">
      <h2>{said.title}</h2>
      <p class="soft">{said.how}</p>
      {allowed === null ? null : <p>{allowed.length === 0 ? said.noneAllowed : said.allowed(allowed.join(', '))}</p>}
      {server === null ? null : <Totals {...props} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void enter();
        }}
      >
        <TextField id="mail-host" label={said.host} hint={said.hostHow} max={253} value={host} onChange={setHost} />
        <ChoiceField
          name="tls"
          label={said.tls}
          value={tls}
          choices={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, words: said.tlsModes[value] }))}
          onChange={choose}
        />
        <NumberField id="mail-port" label={said.port} value={port} onChange={setPort} />
        <TextField id="mail-user" label={said.user} hint={said.userHow} max={254} value={user} onChange={setUser} />
        <div class="field">
          <label for="mail-password">{said.password}</label>
          <input
            id="mail-password"
            type="password"
            autocomplete="new-password"
            maxLength={254}
            value={password}
            aria-describedby="mail-password-hint"
            onInput={({ currentTarget }) => setPassword(currentTarget.value)}
          />
          <p id="mail-password-hint" class="soft">
            {server?.hasPassword === true ? said.passwordKept : said.passwordHow}
          </p>
        </div>
        <TextField id="mail-sender" label={said.sender} max={254} value={sender} onChange={setSender} />
        {refused('server')}
        <Action icon="check" tone="indigo" submit busy={!isReady}>
          {said.save}
        </Action>
      </form>
      {server === null ? null : (
        <>
          <TryIt {...props} />
          <Action icon="cross" tone="quiet" busy={busy} onClick={() => void send('server', { server: null })}>
            {said.remove}
          </Action>
        </>
      )}
    </section>
  );
}

function Totals({ office, formats, words }: ServerProps): JSX.Element {
  const { trouble, people, messages } = office;
  const { number } = formats;
  const said = words.server;
  return (
    <>
      {trouble === null ? null : <p role="alert">{said.trouble(formats.said(trouble))}</p>}
      <p>{said.people(number(people.confirmed))}</p>
      {people.notAgreed === 0 ? null : <p>{said.notAgreed(number(people.notAgreed))}</p>}
      <p>{said.messages(number(messages.waiting), number(messages.sent))}</p>
      {messages.failed.length === 0 ? null : (
        <ul>
          {messages.failed.map(({ messages: many, sentences }) => (
            <li key={sentences.en}>{said.failed(number(many), formats.said(sentences))}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function TryIt({ formats, words, send, busy, refused }: ServerProps): JSX.Element {
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState(false);
  const said = words.server.test;
  const tryIt = async (): Promise<void> => {
    setSent(false);
    setSent(await send('test', { address: address.trim(), language: formats.tag }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() !== '') void tryIt();
      }}
    >
      <TextField
        id="mail-test"
        label={said.address}
        hint={said.how}
        max={254}
        auto="email"
        value={address}
        onChange={setAddress}
      />
      {refused('test')}
      {sent ? <p role="status">{said.sent}</p> : null}
      <Action icon="next" tone="quiet" submit busy={busy || address.trim() === ''}>
        {said.send}
      </Action>
    </form>
  );
}
