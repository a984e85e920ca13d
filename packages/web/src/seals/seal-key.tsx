import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Qr } from '../qr/qr.tsx';
import { Action, Alert, Badge } from '../shell/parts.tsx';
import { groupsOf, makeKey, start } from './device-key.ts';
import type { KeptKey } from './key-store.ts';
import type { SealProps } from './seal-props.ts';

type KeyProps = SealProps & { readonly holder: string; readonly made: (key: KeptKey) => void };

/** My key: made here, shown so that it can get into an election, and what it is worth. */
export function SealKey(props: KeyProps): JSX.Element | null {
  const { device, says } = props;
  if (device === undefined) return <p class="soft">{props.formats.words.loading}</p>;
  return (
    <section aria-labelledby="own-key">
      <h2 id="own-key">{says.key.title}</h2>
      {device.key !== null ? <OwnKey {...props} kept={device.key} /> : <NoKey {...props} />}
      {device.key === null && device.noKeys !== null ? null : (
        <details>
          <summary>{says.key.limits}</summary>
          {says.key.limitsHow.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </details>
      )}
    </section>
  );
}

function NoKey({ device, says, session, state, formats, holder, made }: KeyProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const make = (): void => {
    setBusy(true);
    setFailed(false);
    makeKey(session.body, holder)
      .then(made, () => setFailed(true))
      .finally(() => setBusy(false));
  };
  if (device?.noKeys != null)
    return (
      <div class="card ochre">
        <p>{says.key.none[device.noKeys]}</p>
        <p>{says.key.commandLine}</p>
        <p>
          <code>npx cabildo key new --out {says.key.file}</code>
        </p>
      </div>
    );
  const enrolled = state.me?.officeKey ?? null;
  return (
    <>
      <p>{enrolled === null ? says.key.why : says.key.elsewhere(formats.said(enrolled.called), start(enrolled.key))}</p>
      <Action icon="key" tone={enrolled === null ? 'indigo' : 'quiet'} busy={busy} onClick={make}>
        {says.key.make}
      </Action>
      {failed ? <Alert>{says.key.notKept}</Alert> : null}
    </>
  );
}

function OwnKey({ kept, says, state, formats }: KeyProps & { readonly kept: KeptKey }): JSX.Element {
  const enrolled = state.me?.officeKey ?? null;
  const here = enrolled?.key === kept.publicKey;
  return (
    <>
      <p>
        {enrolled !== null && here ? (
          <Badge tone="green" icon="check">
            {says.key.enrolled(formats.said(enrolled.called))}
          </Badge>
        ) : (
          <Badge tone={enrolled === null ? 'ochre' : 'red'} icon={enrolled === null ? 'clock' : 'alert'}>
            {enrolled === null ? says.key.notEnrolled : says.key.otherEnrolled}
          </Badge>
        )}
      </p>
      {enrolled !== null && !here ? (
        <p>{says.key.otherHow(formats.said(enrolled.called), start(enrolled.key))}</p>
      ) : null}
      <PublicKey publicKey={kept.publicKey} says={says} open={!here} />
    </>
  );
}

function PublicKey({
  publicKey,
  says,
  open,
}: Pick<SealProps, 'says'> & { readonly publicKey: string; readonly open: boolean }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(publicKey).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <details class="card" open={open}>
      <summary>{says.key.show}</summary>
      <p>{says.key.give}</p>
      <Qr text={publicKey} label={says.key.qr} />
      <code class="key">
        {groupsOf(publicKey).map((group, i) => (
          <span key={i}>{group}</span>
        ))}
      </code>
      <p class="soft">{says.key.readOut}</p>
      <Action icon={copied ? 'check' : 'copy'} tone="quiet" onClick={copy}>
        {copied ? says.key.copied : says.key.copy}
      </Action>
    </details>
  );
}
