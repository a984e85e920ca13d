import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Qr } from '../qr/qr.tsx';
import { Action, Alert } from '../shell/parts.tsx';
import type { Session } from '../shell/session.ts';
import type { TellerProps } from './teller-props.ts';

export interface DoorAnswer {
  readonly code: string;
  readonly until: string;
  readonly checkIn: 'hall' | 'anywhere';
  /** Address on this node, its secret in the fragment. */
  readonly qr: string;
  readonly slips: {
    readonly mark: string;
    readonly out: number;
    readonly issued: number;
    readonly voided: readonly number[];
    readonly left: number | null;
  } | null;
}

const TICK_MS = 1_000;
const AGAIN_MS = 4_000;

/** Asked anew whenever the code changes, by the node's clock and not by this phone's, which may be wrong. */
export function useDoor(session: Session, sitting: number, offset: number): DoorAnswer | null | 'denied' {
  const [door, setDoor] = useState<DoorAnswer | null | 'denied'>(null);
  useEffect(() => {
    let timer = 0;
    let gone = false;
    const ask = async (): Promise<void> => {
      const reply = await session.ask<DoorAnswer>(`/sittings/${sitting}/door`);
      if (gone) return;
      if (reply.kind === 'ok') setDoor(reply.value);
      else if (reply.kind === 'problem') setDoor('denied');
      const left = reply.kind === 'ok' ? Date.parse(reply.value.until) - (Date.now() + offset) : AGAIN_MS;
      timer = setTimeout(() => void ask(), Math.min(61_000, Math.max(TICK_MS, left + 100)));
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [session, sitting, offset]);
  return door;
}

/** Held up to whoever comes in, or left on a stand at the door. */
export function DoorCode({
  session,
  sitting,
  live,
  formats,
  words,
  leave,
}: TellerProps & { readonly leave: () => void }): JSX.Element {
  const [offset] = useState(() => Date.parse(live.now) - Date.now());
  const door = useDoor(session, sitting, offset);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const title = <h1>{words.door.code}</h1>;
  if (door === 'denied' || door === null)
    return (
      <>
        {title}
        <p role="status">{door === null ? formats.words.loading : words.door.denied}</p>
      </>
    );
  const left = Math.round((Date.parse(door.until) - now - offset) / 1000);
  return (
    <div class="door-code">
      {title}
      {left < -1 ? (
        <Alert icon="offline">{words.door.old}</Alert>
      ) : (
        <>
          <Qr text={location.origin + door.qr} label={`${words.door.code}: ${door.code}`} />
          <p class="code">
            <span>{door.code.slice(0, 4)}</span> <span>{door.code.slice(4)}</span>
          </p>
          <p class="soft">{words.door.changes(formats.number(Math.max(0, left)))}</p>
        </>
      )}
      <p>{door.checkIn === 'anywhere' ? words.door.anywhere : words.door.codeHow}</p>
      <Action icon="back" tone="quiet" onClick={leave}>
        {words.door.close}
      </Action>
    </div>
  );
}
