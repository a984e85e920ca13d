import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Action, Badge, Icon } from '../shell/parts.tsx';
import type { CheckedAct } from './act-check.ts';
import { start } from './device-key.ts';
import type { KeptKey } from './key-store.ts';
import type { ActProps } from './seal-props.ts';
import { type SignOutcome, signAct } from './sign-act.ts';

type ButtonProps = ActProps & { readonly act: CheckedAct };

/** The question itself; or why this phone cannot answer it. */
export function SealButton(props: ButtonProps): JSX.Element {
  const { item, device, says, session, formats, leave } = props;
  const key = device?.key ?? null;
  const back = (
    <Action icon="back" tone="quiet" onClick={leave}>
      {formats.words.back}
    </Action>
  );
  if (device === undefined) return <p class="soft">{formats.words.loading}</p>;
  if (item.signed)
    return (
      <>
        <div class="card done">
          <Badge tone="green" icon="check">
            {says.yours}
          </Badge>
          <p>{says.othersMissing(formats.number(item.signatures), formats.number(item.needed))}</p>
        </div>
        {back}
      </>
    );
  if (key === null || key.publicKey !== item.key)
    return (
      <>
        <div class="card ochre" role="note">
          <h2>{says.notHere}</h2>
          <p>
            {key === null
              ? says.noKey(item.office, start(item.key))
              : says.otherKey(start(item.key), start(key.publicKey))}
          </p>
          <p>{says.commandLine}</p>
          <p>
            <code>
              npx cabildo sign {session.body} {item.index} --key {says.key.file}
            </code>
          </p>
        </div>
        {back}
      </>
    );
  return <Ask {...props} kept={key} />;
}

const RETRY_MS = 6_000;

/** The browser has lost the key, or its store is full. */
interface DeviceFailed {
  readonly kind: 'device-failed';
}

function Ask(props: ButtonProps & { readonly kept: KeptKey }): JSX.Element {
  const { session, act, kept, item, says, leave } = props;
  const [outcome, setOutcome] = useState<SignOutcome | DeviceFailed | null>(null);
  const [busy, setBusy] = useState(false);
  // State comes too late for the second of two quick taps.
  const sending = useRef(false);
  const sign = async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const came = await signAct(session, kept, act).catch((): DeviceFailed => ({ kind: 'device-failed' }));
    sending.current = false;
    setBusy(false);
    setOutcome(came);
    if (came.kind !== 'device-failed' && came.kind !== 'unreachable') await session.refresh();
  };
  const unsent = outcome?.kind === 'unreachable';
  useEffect(() => {
    if (!unsent) return;
    const again = (): void => void sign();
    const timer = setInterval(again, RETRY_MS);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [unsent]);
  if (outcome?.kind === 'unreachable') return <NotSigned {...props} busy={busy} again={() => void sign()} />;
  if (outcome?.kind === 'sealed' || outcome?.kind === 'signed') return <Signed {...props} outcome={outcome} />;
  return (
    <>
      <p>{item.act === 'OfficersElected' ? says.meansHandover : says.means(props.formats.number(item.needed))}</p>
      <Action icon="pen" tone="indigo" busy={busy} onClick={() => void sign()}>
        {busy ? says.signing : says.sign}
      </Action>
      {outcome === null ? null : (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{outcome.kind === 'refused' ? outcome.sentences[props.formats.language] : says.deviceFailed}</span>
        </p>
      )}
      <Action icon="cross" tone="quiet" onClick={leave}>
        {says.back}
      </Action>
    </>
  );
}

function NotSigned({
  says,
  formats,
  busy,
  again,
  leave,
}: ButtonProps & { readonly busy: boolean; readonly again: () => void }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <div ref={place} class="unsent" role="alert">
      <Icon name="offline" />
      <h2>{says.unsent.title}</h2>
      <p>{says.unsent.how}</p>
      <Action icon="pen" tone="quiet" busy={busy} onClick={again}>
        {says.unsent.retry}
      </Action>
      <Action icon="back" tone="quiet" onClick={leave}>
        {formats.words.back}
      </Action>
    </div>
  );
}

function Signed({
  outcome,
  says,
  session,
  formats: { number },
  leave,
}: ButtonProps & { readonly outcome: Extract<SignOutcome, { kind: 'sealed' | 'signed' }> }): JSX.Element {
  return (
    <>
      <div class="card done" role="status" data-seal={outcome.kind}>
        <Badge
          tone={outcome.kind === 'sealed' ? 'green' : 'ochre'}
          icon={outcome.kind === 'sealed' ? 'shield' : 'clock'}
        >
          {outcome.kind === 'sealed' ? says.sealed : says.signed}
        </Badge>
        {outcome.kind === 'sealed' ? (
          <p>
            <a href={`/b/${encodeURIComponent(session.body)}/acts/${outcome.by}`}>{says.act(number(outcome.by))}</a>
          </p>
        ) : (
          <p>{says.othersMissing(number(outcome.signatures), number(outcome.needed))}</p>
        )}
      </div>
      <Action icon="check" tone="indigo" onClick={leave}>
        {says.done}
      </Action>
    </>
  );
}
