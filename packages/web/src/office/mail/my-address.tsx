import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, TextField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import type { Mine } from './mail-answer.ts';
import type { MailProps } from './mail-props.ts';

interface MyAddressProps extends MailProps {
  readonly mine: Mine | null;
  readonly host: string | null;
  /** Why not, beside the button. */
  readonly children: ComponentChildren;
}

export function MyAddress({ mine, host, formats, words, send, busy, children }: MyAddressProps): JSX.Element {
  const [address, setAddress] = useState(mine?.address ?? '');
  const [urgent, setUrgent] = useState(mine?.urgent ?? true);
  const [digest, setDigest] = useState(mine?.digest ?? 'none');
  const [open, setOpen] = useState(mine?.open ?? false);
  const [saved, setSaved] = useState(false);
  const isReady = address.trim() !== '' && host !== null && !busy;
  const give = async (): Promise<void> => {
    const wish = { address: address.trim(), language: formats.tag, urgent, digest, open };
    setSaved(false);
    setSaved(await send('mine', wish));
  };
  const withdraw = async (): Promise<void> => {
    setSaved(false);
    if (await send('withdraw', {})) setAddress('');
  };
  return (
    <section class="card">
      <h2>{words.mine.title}</h2>
      <div role="status">
        <Standing mine={mine} host={host} words={words} />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void give();
        }}
      >
        <TextField
          id="mail-address"
          label={words.mine.address}
          max={254}
          auto="email"
          value={address}
          onChange={setAddress}
        />
        <fieldset class="choice">
          <legend>{words.mine.what}</legend>
          <Tick on={urgent} onChange={setUrgent}>
            {words.mine.urgent}
          </Tick>
        </fieldset>
        <ChoiceField
          name="digest"
          label={words.mine.digest}
          value={digest}
          choices={(['none', 'daily', 'weekly'] as const).map((value) => ({ value, words: words.mine.digests[value] }))}
          onChange={setDigest}
        />
        <fieldset class="choice">
          <legend>{words.mine.says}</legend>
          <Tick on={open} onChange={setOpen}>
            {words.mine.open}
          </Tick>
          <p class="soft">{words.mine.openHow}</p>
        </fieldset>
        {children}
        {saved ? <p role="status">{words.mine.saved}</p> : null}
        <Action icon="check" tone="indigo" submit busy={!isReady}>
          {words.mine.save}
        </Action>
      </form>
      {mine === null ? null : (
        <Action icon="cross" tone="quiet" busy={busy} onClick={() => void withdraw()}>
          {words.mine.withdraw}
        </Action>
      )}
    </section>
  );
}

function Standing({ mine, host, words }: Pick<MyAddressProps, 'mine' | 'host' | 'words'>): JSX.Element | null {
  if (mine === null) return null;
  const { mine: said } = words;
  if (!mine.confirmed) return <p>{said.unconfirmed(mine.address)}</p>;
  if (mine.refused) return <p>{said.refused}</p>;
  if (!mine.agreed && host !== null) return <p>{said.notAgreed(host)}</p>;
  return (
    <Badge tone="green" icon="check">
      {said.confirmed}
    </Badge>
  );
}

const Tick = ({
  on,
  onChange,
  children,
}: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: string;
}): JSX.Element => (
  <label>
    <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{children}</span>
  </label>
);
