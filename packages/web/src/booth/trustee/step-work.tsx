import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action } from '../../shell/parts.tsx';
import { Alert, Doing } from '../said.tsx';
import { messageFor, privateKeyOf, type TrusteeStep } from './ceremony-work.ts';
import { type Opened, type OpenTrouble, openSum } from './open-sum.ts';
import type { SeatProps } from './trustee-props.ts';

interface WorkProps extends SeatProps {
  readonly secret: string;
}

type Outcome = 'working' | 'unsent' | { readonly wrong: readonly number[] };

/** A step before the trial: made and sent by itself, for there is nothing to decide in it. */
export function StepWork({ step, secret, ...props }: WorkProps & { readonly step: TrusteeStep }): JSX.Element {
  const { words, booth, tongue, board, seat, put } = props;
  const [outcome, setOutcome] = useState<Outcome>('working');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isGone = false;
    const work = async (): Promise<void> => {
      const made = await messageFor(step, board, seat, secret);
      if (isGone) return;
      if (!made.ok) return setOutcome({ wrong: made.wrong });
      const isSent = await put({ seat, step, message: made.value });
      if (!isGone && !isSent) setOutcome('unsent');
    };
    setOutcome('working');
    work().catch(() => setOutcome('unsent'));
    return () => {
      isGone = true;
    };
  }, [step, tries]);
  return (
    <>
      <h1>{words.steps[step]}</h1>
      {outcome === 'working' ? (
        <Doing>{words.doing}</Doing>
      ) : outcome === 'unsent' ? (
        <Action icon="back" tone="indigo" onClick={() => setTries(tries + 1)}>
          {booth.again}
        </Action>
      ) : (
        <Alert>{words.wrongSeats(outcome.wrong.map((one) => tongue.number(one)).join(', '))}</Alert>
      )}
    </>
  );
}

type Opening =
  | { readonly kind: 'checking'; readonly part: number }
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'trouble'; readonly trouble: OpenTrouble }
  | { readonly kind: 'wrong'; readonly wrong: readonly number[] }
  | { readonly kind: 'unreachable' };

async function open(
  { board, seat, carrier, secret }: WorkProps,
  what: 'trial' | 'share',
  progress: (part: number) => void,
): Promise<Opening> {
  const archive = await (what === 'trial' ? carrier.trial() : carrier.archive());
  if (archive.kind !== 'ok') return { kind: 'unreachable' };
  const key = await privateKeyOf(board, seat, secret);
  if (!key.ok) return { kind: 'wrong', wrong: key.wrong };
  const { status } = board;
  const opened = await openSum({ archive: archive.value, status, seat, privateKey: key.value, what, progress });
  return opened.ok ? { kind: 'opened', opened: opened.value } : { kind: 'trouble', trouble: opened.trouble };
}

/** The trial, or the part of the result: verified first, and the part of the result compared with what was announced. */
export function OpenWork({ what, ...props }: WorkProps & { readonly what: 'trial' | 'share' }): JSX.Element {
  const { words, booth, tongue, seat, put } = props;
  const [opening, setOpening] = useState<Opening>({ kind: 'checking', part: 0 });
  const [tries, setTries] = useState(0);
  const send = (opened: Opened): Promise<boolean> => put({ seat, step: what, message: opened.share });
  useEffect(() => {
    let isGone = false;
    const show = (now: Opening): void => {
      if (!isGone) setOpening(now);
    };
    show({ kind: 'checking', part: 0 });
    open(props, what, (part) => show({ kind: 'checking', part })).then(
      (found) => {
        show(found);
        if (found.kind === 'opened' && what === 'trial' && !isGone) void send(found.opened);
      },
      () => show({ kind: 'unreachable' }),
    );
    return () => {
      isGone = true;
    };
  }, [tries]);
  const again = (
    <Action icon="back" tone="quiet" onClick={() => setTries(tries + 1)}>
      {booth.again}
    </Action>
  );
  const percent = new Intl.NumberFormat(tongue.language, { style: 'percent' });
  return (
    <>
      <h1>{words.steps[what]}</h1>
      {opening.kind === 'checking' ? (
        <Doing>{words.checking(percent.format(opening.part))}</Doing>
      ) : opening.kind === 'unreachable' ? (
        <>
          <Alert>{booth.unreachable}</Alert>
          {again}
        </>
      ) : opening.kind === 'trouble' ? (
        <Alert>{words.trouble[opening.trouble]}</Alert>
      ) : opening.kind === 'wrong' ? (
        <Alert>{words.wrongSeats(opening.wrong.map((one) => tongue.number(one)).join(', '))}</Alert>
      ) : what === 'trial' ? (
        <>
          <Doing>{words.doing}</Doing>
          {again}
        </>
      ) : (
        <Compare {...props} opened={opening.opened} send={() => void send(opening.opened)} />
      )}
    </>
  );
}

interface CompareProps extends SeatProps {
  readonly opened: Opened;
  readonly send: () => void;
}

function Compare({ opened, send, words, tongue }: CompareProps): JSX.Element {
  return (
    <>
      <p>{words.share.compare}</p>
      <dl class="card facts">
        <div>
          <dt>{words.share.ballots}</dt>
          <dd>{tongue.number(opened.ballots)}</dd>
        </div>
        <div>
          <dt>{words.share.voters}</dt>
          <dd>{tongue.number(opened.voters)}</dd>
        </div>
        <div>
          <dt>{words.share.head}</dt>
          <dd class="code-text">{opened.head}</dd>
        </div>
      </dl>
      <Action icon="key" tone="indigo" onClick={send}>
        {words.share.go}
      </Action>
      <p class="soft">{words.share.differs}</p>
    </>
  );
}
