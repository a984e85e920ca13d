import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Action, Alert, Badge, Icon } from '../shell/parts.tsx';
import type { AskProps, ButtonProps } from './seal-props.ts';
import { isUnsent, type SignOutcome, signAct } from './sign-act.ts';

/** The browser has lost the key, or its store is full. */
interface DeviceFailed {
  readonly kind: 'device-failed';
}

/** The question itself. */
export function SignAsk(props: AskProps): JSX.Element {
  const { session, state, act, kept, item, says, leave } = props;
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
  };
  if (isUnsent(state, item.index)) return <NotSigned {...props} />;
  if (outcome?.kind === 'sealed' || outcome?.kind === 'signed') return <Signed {...props} outcome={outcome} />;
  if (outcome?.kind === 'waiting' && !isRefusedLate(props)) return <Arrived {...props} />;
  return (
    <>
      <p>{item.act === 'OfficersElected' ? says.meansHandover : says.means(props.formats.number(item.needed))}</p>
      <Action icon="pen" tone="indigo" busy={busy} onClick={() => void sign()}>
        {busy ? says.signing : says.sign}
      </Action>
      {outcome?.kind === 'refused' || outcome?.kind === 'device-failed' ? (
        <Alert>{outcome.kind === 'refused' ? props.formats.said(outcome.sentences) : says.deviceFailed}</Alert>
      ) : null}
      <Action icon="cross" tone="quiet" onClick={leave}>
        {says.back}
      </Action>
    </>
  );
}

/** Said above by the frame, until it was read. */
const isRefusedLate = ({ state, item }: ButtonProps): boolean =>
  state.entries.some(({ command, input }) => command === 'SignAct' && input.index === item.index);

/** What waited is with the node; how many signatures that makes is asked. */
function Arrived(props: ButtonProps): JSX.Element {
  const { state, item, formats } = props;
  const now = state.me?.toSeal.find(({ index }) => index === item.index);
  if (now?.signed === false) return <p role="status">{formats.words.loading}</p>;
  return <Signed {...props} outcome={now === undefined ? { kind: 'sealed', by: null } : { ...now, kind: 'signed' }} />;
}

/** The frame above says what waits, and tries again. */
function NotSigned({ says, formats, leave }: ButtonProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <div ref={place} class="unsent" role="alert">
      <Icon name="offline" />
      <h2>{says.unsent.title}</h2>
      <p>{says.unsent.how}</p>
      <Action icon="back" tone="quiet" onClick={leave}>
        {formats.words.back}
      </Action>
    </div>
  );
}

/** `by`: the act that sealed it; null where somebody else's signature may have done so meanwhile. */
type Done =
  | { readonly kind: 'sealed'; readonly by: number | null }
  | { readonly kind: 'signed'; readonly signatures: number; readonly needed: number };

function Signed({
  outcome,
  says,
  session,
  formats: { number },
  leave,
}: ButtonProps & { readonly outcome: Done }): JSX.Element {
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
          outcome.by === null ? null : (
            <p>
              <a href={`/b/${encodeURIComponent(session.body)}/acts/${outcome.by}`}>{says.act(number(outcome.by))}</a>
            </p>
          )
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
