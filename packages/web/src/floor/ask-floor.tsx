import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStanding } from '../form/standing.ts';
import { laidOver } from '../form/words-later.ts';
import type { Live } from '../live-answer.ts';
import type { LiveFloor, LiveTurn } from '../live-floor.ts';
import type { Formats } from '../shell/formats.ts';
import { Action, Badge, Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import { useLive } from '../shell/watching.ts';
import { clockOf, useNodeTime } from './clock.ts';
import { plainWish, WishFields, wishInput } from './wish.tsx';
import { en } from './words-en.ts';
import { es, type FloorWords } from './words-es.ts';
import './floor.css';

interface AskFloorProps {
  readonly session: Session;
  readonly sitting: number;
  readonly formats: Formats;
}

/** On the member's phone, between votes. Nothing of the list is asked for before somebody opens it. */
export function AskFloor(props: AskFloorProps): JSX.Element {
  const words = laidOver(props.formats.language === 'es' ? es : en, 'phone.ask-floor', props.formats);
  const [open, setOpen] = useState(() => wasOpen(props));
  const show = (wanted: boolean): void => {
    remember(props, wanted);
    setOpen(wanted);
  };
  return open ? (
    <Panel {...props} words={words} close={() => show(false)} />
  ) : (
    <Action icon="speech" tone="quiet" onClick={() => show(true)}>
      {words.ask}
    </Action>
  );
}

const keyOf = ({ session, sitting }: AskFloorProps): string => `cabildo/floor/${session.body}/${sitting}`;

/** Whoever is on the list sees it again after the page was loaded anew. */
function wasOpen(props: AskFloorProps): boolean {
  try {
    return sessionStorage.getItem(keyOf(props)) !== null;
  } catch {
    return false;
  }
}

function remember(props: AskFloorProps, open: boolean): void {
  try {
    if (open) sessionStorage.setItem(keyOf(props), '1');
    else sessionStorage.removeItem(keyOf(props));
  } catch {
    // A private window: the panel starts closed.
  }
}

interface PanelProps extends AskFloorProps {
  readonly words: FloorWords;
  readonly close: () => void;
}

function Panel(props: PanelProps): JSX.Element | null {
  const { session, sitting, words, formats, close } = props;
  const { live } = useLive(session, sitting);
  if (live === null) return <p role="status">{formats.words.loading}</p>;
  const floor = live.phase === 'open' ? live.floor : null;
  return (
    <section class="card floor" aria-label={words.ask}>
      {floor === null ? null : <Shown {...props} live={live} floor={floor} />}
      <button type="button" class="plain" onClick={close}>
        {words.close}
      </button>
    </section>
  );
}

type ShownProps = PanelProps & { readonly live: Live; readonly floor: LiveFloor };

function Shown(props: ShownProps): JSX.Element {
  const { live, floor, words, formats, session } = props;
  const [came, setSent] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const [busy, setBusy] = useState(false);
  const send = (command: string, input: object): void => {
    setBusy(true);
    void session.send(command, { sitting: live.sitting, ...input }).then((answer) => {
      setSent(answer);
      setBusy(false);
    });
  };
  return (
    <>
      {floor.title === null ? null : <p class="soft">{words.about(floor.title)}</p>}
      <Speaking {...props} />
      {floor.mine.length === 0 ? (
        <Form key={floor.item} {...props} busy={busy} send={send} />
      ) : (
        floor.mine.map(({ number }) => <Mine key={number} {...props} number={number} busy={busy} send={send} />)
      )}
      {sent?.kind === 'refused' ? <Refusal said={sent.problem.sentences} formats={formats} /> : null}
      {sent?.kind === 'waiting' ? (
        <p class="refusal" role="alert">
          {words.unsent}
        </p>
      ) : null}
    </>
  );
}

interface Sending {
  readonly busy: boolean;
  readonly send: (command: string, input: object) => void;
}

const nameOf = (turn: LiveTurn, words: FloorWords, { number }: Formats): string =>
  turn.from ?? turn.label ?? words.number(number(turn.number));

function Speaking({ live, floor, words, formats }: ShownProps): JSX.Element {
  const now = useNodeTime(live);
  const { waiting, mine } = floor;
  // Whoever has the floor is told so below.
  const speaking = mine.some(({ number }) => number === floor.speaking?.number) ? null : floor.speaking;
  return (
    <p aria-live="polite">
      {speaking === null ? null : (
        <>
          {words.speaking(nameOf(speaking, words, formats))} <Time turn={speaking} now={now} {...{ words, formats }} />
          {' · '}
        </>
      )}
      <span class="soft">{words.waiting(formats.number(waiting))}</span>
    </p>
  );
}

interface TimeProps {
  readonly turn: LiveTurn;
  readonly now: number;
  readonly words: Pick<FloorWords, 'left' | 'over'>;
  readonly formats: Formats;
}

/** What is left of a turn, or how long it has lasted where no time is set. A screen reader is not told every second. */
export function Time({ turn, now, words, formats: { clock } }: TimeProps): JSX.Element {
  const { spoken, left } = clockOf(turn, now);
  if (left === null) return <strong aria-live="off">{clock(spoken)}</strong>;
  return (
    <strong class={left < 0 ? 'over' : ''} aria-live="off">
      {clock(Math.abs(left))} {left < 0 ? words.over : words.left}
    </strong>
  );
}

function Mine(props: ShownProps & Sending & { readonly number: number }): JSX.Element {
  const { live, floor, words, formats, number, busy, send } = props;
  const now = useNodeTime(live);
  if (floor.speaking?.number === number)
    return (
      <div role="status">
        <Badge tone="green" icon="speech">
          {words.now}
        </Badge>
        <p>
          <Time turn={floor.speaking} now={now} words={words} formats={formats} />
        </p>
        <Action icon="check" tone="indigo" busy={busy} onClick={() => send('EndSpeech', { number })}>
          {words.finish}
        </Action>
      </div>
    );
  const place = floor.order.indexOf(number) + 1;
  return (
    <div role="status">
      <Badge tone="ochre" icon="clock">
        {words.yours(formats.number(number))}
      </Badge>
      {place === 0 ? null : <p>{place === 1 ? words.next : words.place(formats.number(place))}</p>}
      <Action icon="cross" tone="quiet" busy={busy} onClick={() => send('WithdrawFromFloor', { number })}>
        {words.withdraw}
      </Action>
      <p class="soft">{words.secret}</p>
    </div>
  );
}

function Form({ floor, words, busy, send }: ShownProps & Sending): JSX.Element {
  const [wish, setWish] = useState(plainWish);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send('AskForFloor', wishInput(wish, floor.motion));
      }}
    >
      <WishFields rules={floor.rules} wish={wish} words={words} about={words.ask} onChange={setWish} />
      <Action icon="speech" tone="indigo" submit busy={busy}>
        {words.ask}
      </Action>
    </form>
  );
}
