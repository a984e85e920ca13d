import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Icon, Refusal } from '../shell/parts.tsx';
import { mayEnter, roundDue, standingOf } from './due.ts';
import { useGiving } from './giving.ts';
import { useKept } from './kept.ts';
import { Keypad } from './keypad.tsx';
import { StandingNote } from './standing-note.tsx';
import type { CountProps } from './teller-props.ts';

/** People in the hall, counted by thumb as they come in or as one walks along the rows. */
export function DoorCount(props: CountProps): JSX.Element {
  const { shell, session, sitting, live, formats, words, given, gave } = props;
  const { door } = live;
  const mine = given.door ?? 0;
  const round = roundDue(door);
  const again = door.entered === 2 && !door.recount;
  const standing = standingOf(door, mine);
  // Whoever counted an hour ago may recount; only those of the round that differed may not.
  const open = again || mayEnter(standing, mine < door.round ? 0 : mine);
  const next = again ? door.round + 1 : round;
  const [people, keep] = useKept(shell, session, `${sitting}/people-${next}`, 0);
  const [typing, setTyping] = useState(false);
  const [sure, setSure] = useState(false);
  const giving = useGiving(session);
  const give = async (): Promise<void> => {
    if (people === 0 && !sure) return setSure(true);
    setSure(false);
    await giving.give('CountPresence', { sitting, round: next, present: people }, () => gave('door', next));
  };
  const change = (next: (now: number) => number): void => {
    setSure(false);
    keep((now) => Math.max(0, next(now)));
  };
  return (
    <>
      <h1>{again ? words.count.doorAgain : words.count.door}</h1>
      {open && next > 1 ? <p class="soft">{words.round(formats.number(next))}</p> : null}
      {again || giving.waits ? null : <StandingNote count={door} mine={mine} words={words} />}
      {!open || giving.waits || people === undefined ? null : (
        <>
          {typing ? (
            <Keypad
              label={words.count.door}
              value={people}
              onChange={(value) => change(() => value)}
              formats={formats}
              words={words}
            />
          ) : (
            <Counter people={people} change={change} {...props} />
          )}
          <Action icon="hand" tone="green" busy={giving.busy} onClick={() => void give()}>
            {sure ? words.zeroSure : words.give}
          </Action>
          <button type="button" class="plain" onClick={() => setTyping(!typing)}>
            {typing ? words.counter : words.type}
          </button>
        </>
      )}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
    </>
  );
}

function Counter({
  people,
  change,
  formats,
  words,
}: CountProps & { readonly people: number; readonly change: (next: (now: number) => number) => void }): JSX.Element {
  return (
    <div class="counter">
      <output class="figure" aria-live="polite">
        {formats.number(people)} <small>{formats.plural(people, words.people)}</small>
      </output>
      <div class="thumbs">
        <button type="button" class="small" aria-label={words.minusOne} onClick={() => change((now) => now - 1)}>
          −1
        </button>
        <button type="button" class="small" aria-label={words.plusTen} onClick={() => change((now) => now + 10)}>
          +10
        </button>
        <button type="button" class="one" aria-label={words.plusOne} onClick={() => change((now) => now + 1)}>
          +1
        </button>
      </div>
    </div>
  );
}

export const WaitsNote = ({ words }: Pick<CountProps, 'words'>): JSX.Element => (
  <p class="refusal" role="status">
    <Icon name="offline" />
    <span>{words.waiting}</span>
  </p>
);
