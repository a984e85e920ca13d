import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStanding } from '../form/standing.ts';
import { useWords } from '../form/words-later.ts';
import type { Live } from '../live-answer.ts';
import type { LiveFloor, LiveTurn } from '../live-floor.ts';
import type { Formats } from '../shell/formats.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import { Time } from './ask-floor.tsx';
import { clockOf, useNodeTime } from './clock.ts';
import { deskFloorWords } from './desk-words.ts';
import type { DeskFloorWords } from './desk-words-es.ts';
import { plainWish, WishFields, wishInput } from './wish.tsx';
import './floor.css';
import './speakers-card.css';

interface SpeakersCardProps {
  readonly live: Live;
  readonly session: Session;
  readonly formats: Formats;
  /** At the desk the next lawful step is the one main button. */
  readonly beside?: boolean;
}

/** At the presidium's desk: who speaks, with the clock, who comes next by the statute's order, and the button for it. */
export function SpeakersCard({ live, session, formats, beside }: SpeakersCardProps): JSX.Element | null {
  const words = useWords(deskFloorWords, formats);
  const [came, setSent] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const [busy, setBusy] = useState(false);
  const { floor } = live;
  if (floor === null || words === null) return null;
  const send = async (command: string, input: object): Promise<boolean> => {
    setBusy(true);
    const answer = await session.send(command, { sitting: live.sitting, ...input });
    setSent(answer);
    setBusy(false);
    return answer.kind === 'done';
  };
  const tone = beside === true ? ('quiet' as const) : ('indigo' as const);
  const props = { live, floor, formats, words, busy, send, tone };
  return (
    <section class="card floor speakers" aria-labelledby="speakers-title">
      <Now {...props} />
      <List {...props} />
      {sent?.kind === 'refused' ? <Refusal said={sent.problem.sentences} formats={formats} /> : null}
      {sent?.kind === 'waiting' ? <Refusal said={null} formats={formats} /> : null}
      <Add key={floor.item} {...props} />
    </section>
  );
}

interface PartProps {
  readonly live: Live;
  readonly floor: LiveFloor;
  readonly formats: Formats;
  readonly words: DeskFloorWords;
  readonly busy: boolean;
  readonly tone: 'indigo' | 'quiet';
  readonly send: (command: string, input: object) => Promise<boolean>;
}

function nameOf({ number, from, label, name, slip }: LiveTurn, words: DeskFloorWords, formats: Formats): string {
  const who = label ?? name ?? (slip === null ? '' : words.slip(formats.number(slip)));
  return [words.number(formats.number(number)), who, from ?? ''].filter((part) => part !== '').join(' · ');
}

/** What is not an ordinary speech is said. */
const kindOf = ({ kind }: LiveTurn, words: DeskFloorWords): string => (kind === 'speech' ? '' : words.kinds[kind]);

/** A point of order interrupts; everybody else waits until the turn has ended. */
function Now(props: PartProps): JSX.Element {
  const { live, floor, formats, words, busy, send, tone } = props;
  const now = useNodeTime(live);
  const { speaking } = floor;
  const [next] = floor.next;
  const mayGive = next !== undefined && (speaking === null || next.kind === 'order') && next.left !== 0;
  return (
    <>
      <header>
        <h2 id="speakers-title">{words.title}</h2>
        {speaking === null ? null : <Time turn={speaking} now={now} words={words} formats={formats} />}
      </header>
      {speaking === null ? (
        <p class="soft">{words.nobody}</p>
      ) : (
        <>
          <p class="who">
            <strong>{nameOf(speaking, words, formats)}</strong> <span class="soft">{kindOf(speaking, words)}</span>
          </p>
          <Gauge turn={speaking} now={now} />
          {floor.interrupted > 0 ? <p class="soft">{words.interrupted}</p> : null}
        </>
      )}
      {mayGive ? (
        <Action icon="speech" tone={tone} busy={busy} onClick={() => void send('GiveFloor', { number: next.number })}>
          {words.give(nameOf(next, words, formats))}
        </Action>
      ) : null}
      {speaking === null ? null : (
        <Action
          icon="check"
          tone="quiet"
          busy={busy}
          onClick={() => void send('EndSpeech', { number: speaking.number })}
        >
          {words.end}
        </Action>
      )}
    </>
  );
}

/** How much of the time is gone; the clock beside it says the same. */
function Gauge({ turn, now }: { readonly turn: LiveTurn; readonly now: number }): JSX.Element | null {
  if (turn.allowed === null || turn.allowed === 0) return null;
  const { spoken } = clockOf(turn, now);
  const share = Math.min(1000, (1000 * spoken) / turn.allowed);
  return (
    <svg class="meter" aria-hidden="true" viewBox="0 0 1000 12" preserveAspectRatio="none">
      <rect class="ground" width="1000" height="12" />
      <rect class={spoken > turn.allowed ? 'no' : 'here'} width={share} height="12" />
    </svg>
  );
}

function List({ live, floor, formats, words, busy, send }: PartProps): JSX.Element {
  const { number, clock, plural } = formats;
  const motion = floor.motion === null ? {} : { motion: floor.motion };
  const heard = plural(floor.heard, { one: words.speeches.one, other: words.speeches.other(number(floor.heard)) });
  return (
    <>
      {floor.waiting === 0 ? <p class="soft">{words.empty}</p> : null}
      <ol>
        {floor.next.map((turn) => (
          <li key={turn.number}>
            <span>{nameOf(turn, words, formats)}</span>
            <span class="soft">
              {kindOf(turn, words)}
              {turn.left === null ? '' : turn.left === 0 ? words.groupOver : words.groupLeft(clock(turn.left))}
            </span>
          </li>
        ))}
      </ol>
      {floor.heard === 0 ? null : <p class="soft">{heard}</p>}
      {floor.waiting === 0 && floor.speaking === null && live.vote === null && floor.heard > 0 ? (
        <Action icon="book" tone="quiet" busy={busy} onClick={() => void send('CloseDebate', motion)}>
          {words.close}
        </Action>
      ) : null}
    </>
  );
}

/** Hands go up where phones are few: whoever runs the list writes down how to call somebody up. */
function Add({ floor, words, busy, send }: PartProps): JSX.Element {
  const [label, setLabel] = useState('');
  const [wish, setWish] = useState(plainWish);
  const add = async (): Promise<void> => {
    if (await send('AskForFloor', { ...wishInput(wish, floor.motion), label })) setLabel('');
  };
  return (
    <details>
      <summary>{words.add}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && label.trim() !== '') void add();
        }}
      >
        <label>
          {words.label}
          <input
            type="text"
            required
            maxLength={60}
            autoComplete="off"
            placeholder={words.example}
            value={label}
            onInput={({ currentTarget }) => setLabel(currentTarget.value)}
          />
        </label>
        <WishFields rules={floor.rules} wish={wish} words={words} about={words.kind} onChange={setWish} />
        <Action icon="pen" tone="quiet" submit busy={busy}>
          {words.addGo}
        </Action>
      </form>
    </details>
  );
}
