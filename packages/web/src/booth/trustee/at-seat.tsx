import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Focused } from '../../shell/focused.tsx';
import type { Reply } from '../asking.ts';
import { Alert } from '../said.tsx';
import { NoStatus } from '../with-status.tsx';
import type { Board, Carrier, TrusteeMessage } from './board.ts';
import { Carry } from './carry.tsx';
import { type Due, dueFor, isOwnSecret, type TrusteeStep } from './ceremony-work.ts';
import { MakeKey } from './make-key.tsx';
import { SecretIn } from './secret-in.tsx';
import { Fingerprint, Others, Result } from './standing.tsx';
import { OpenWork, StepWork } from './step-work.tsx';
import type { SeatProps, TrusteeProps } from './trustee-props.ts';
import './trustee.css';

interface AtSeatProps extends TrusteeProps {
  readonly seat: number;
  readonly carrier: Carrier;
  /** Of the node; empty where it is the page's own. */
  readonly origin: string;
}

const EVERY_MS = 4_000;

/** One trustee: the board is read again and again, and what is due follows from it. */
export function AtSeat({ seat, carrier, origin, ...props }: AtSeatProps): JSX.Element {
  const { words, booth, tongue } = props;
  const [board, setBoard] = useState<Board | null>(null);
  const [trouble, setTrouble] = useState<Exclude<Reply<unknown>, { kind: 'ok' }> | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const read = (): Promise<void> =>
    carrier.read().then((reply) => {
      if (reply.kind === 'ok') setBoard(reply.value);
      // What is shown stays: it was true, and is asked for again.
      else if (board === null) setTrouble(reply);
    });
  useEffect(() => {
    void read();
    if (carrier.kind !== 'node') return;
    const timer = setInterval(() => void read(), EVERY_MS);
    return () => clearInterval(timer);
  }, [carrier]);
  const put = async (message: TrusteeMessage): Promise<boolean> => {
    const reply = await carrier.put(message);
    setTrouble(reply.kind === 'ok' ? null : reply);
    await read();
    return reply.kind === 'ok';
  };
  if (board === null)
    return (
      <Focused name="loading">
        <NoStatus known={{ status: null, trouble, ask: () => void read() }} props={props} />
      </Focused>
    );
  const due = dueFor(board, seat);
  const seated: SeatProps = { ...props, seat, carrier, board, put };
  const said = trouble?.kind === 'refused' ? trouble.sentences?.[tongue.language] : booth.unreachable;
  return (
    <Focused name={due.kind === 'step' || due.kind === 'wait' ? `${due.kind} ${due.step}` : due.kind}>
      <p class="soft no-print">
        {words.seat(tongue.number(seat))} · {board.status.title}
      </p>
      {trouble === null ? null : <Alert>{said}</Alert>}
      <WhatIsDue {...seated} {...{ due, secret, setSecret }} />
      {carrier.kind === 'node' && due.kind === 'step' ? <Carry {...seated} origin={origin} /> : null}
    </Focused>
  );
}

interface DueProps extends SeatProps {
  readonly due: Due;
  readonly secret: string | null;
  readonly setSecret: (secret: string) => void;
}

function WhatIsDue({ due, ...props }: DueProps): JSX.Element {
  const { words } = props;
  switch (due.kind) {
    case 'step':
      return <StepDue {...props} step={due.step} />;
    case 'wait':
      return (
        <>
          <h1>{words.wait.title}</h1>
          <p>{due.step === 'trial' || due.step === 'share' ? words.wait.close : words.wait.how}</p>
          <Fingerprint {...props} />
          <Others {...props} step={due.step} />
        </>
      );
    case 'keep':
      return (
        <>
          <h1>{words.keepOn.title}</h1>
          <p>{words.keepOn.how}</p>
          <Fingerprint {...props} />
        </>
      );
    case 'opened':
      return <Result {...props} />;
  }
}

function StepDue({ step, secret, setSecret, ...props }: Omit<DueProps, 'due'> & { step: TrusteeStep }): JSX.Element {
  const { words, board, seat } = props;
  const isFirst = step === 'key' || step === 'certificate';
  if (secret === null && isFirst) return <MakeKey {...props} made={setSecret} />;
  if (secret === null) {
    const about = step === 'trial' ? words.trial : step === 'share' ? words.share : null;
    return (
      <>
        <h1>{about?.title ?? words.secret.title}</h1>
        <p>{about?.how ?? words.wait.how}</p>
        {about === null ? null : <h2>{words.secret.title}</h2>}
        <SecretIn
          {...props}
          place={{ election: board.status.election, seat }}
          take={(found) => {
            if (!isOwnSecret(board, seat, found)) return words.secret.notMine;
            setSecret(found);
            return null;
          }}
        />
      </>
    );
  }
  if (step === 'trial' || step === 'share') return <OpenWork key={step} {...props} secret={secret} what={step} />;
  return <StepWork key={step} {...props} {...{ step, secret }} />;
}
