import type { KeyList } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import type { PassProps } from './pass-props.ts';

/** By its name alone: whoever lost the paper still knows it, or the book does. */
export function RevokePass({
  session,
  formats,
  words,
  list,
}: PassProps & { readonly list: KeyList | null }): JSX.Element {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const { busy, trouble, send } = useSending(session);
  const pass = typed.toUpperCase().replaceAll(/\s/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const revoke = async (): Promise<void> => {
    const isName = /^[0-9A-HJKMNP-TV-Z]{8}$/.test(pass);
    setWrong(!isName);
    setDone(null);
    if (!isName || (await send('RevokePassage', { pass })) === null) return;
    setDone(pass);
    setTyped('');
  };
  return (
    <details class="card">
      <summary>{words.revoke.title}</summary>
      <p class="soft">{words.revoke.how}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void revoke();
        }}
      >
        <TextField
          id="revoke-pass"
          label={words.revoke.field}
          value={typed}
          max={12}
          error={wrong ? words.revoke.wrong : null}
          onChange={setTyped}
        />
        <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
        <Action icon="cross" tone="red" submit busy={busy}>
          {words.revoke.do}
        </Action>
      </form>
      <p role="status">
        {done === null ? null : (
          <Badge tone="green" icon="check">
            {words.revoke.done(done)}
          </Badge>
        )}
      </p>
      <h3>{words.revoke.all}</h3>
      {list === null || list.revoked.length === 0 ? (
        <p class="soft">{words.revoke.none}</p>
      ) : (
        <ul>
          {list.revoked.map(({ pass: one, at }) => (
            <li key={one}>
              <strong class="words">{one}</strong> · {formats.time(at)}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
