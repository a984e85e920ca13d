import type { JSX } from 'preact';
import { clockOf } from '../floor/clock.ts';
import type { LiveTurn } from '../live-floor.ts';
import { Icon, Meter } from '../shell/parts.tsx';
import type { HallProps } from './hall-props.ts';
import type { Stage } from './stage.ts';

/** So many names fit under everything else. */
const shown = 3;

/** Who speaks, with the time that is left, and who comes next: bodies, sectors, numbers on the list; no person's name. */
export function FloorLine(props: HallProps & { readonly stage: Stage }): JSX.Element | null {
  const { live, words, formats } = props;
  const { floor } = live;
  if (floor === null || (floor.speaking === null && floor.waiting === 0)) return null;
  const next = floor.next.slice(0, shown);
  const more = floor.waiting - next.length;
  return (
    <section class="wall-floor" aria-label={words.floor}>
      {floor.speaking === null ? null : <Speaker {...props} turn={floor.speaking} />}
      {next.length === 0 ? null : (
        <p>
          <span class="wall-soft">{words.next}: </span>
          {next.map((turn) => (
            <span key={turn.number} class="wall-next">
              <strong>{calledUp(turn, props)}</strong>
              {turn.allowed === null ? null : <span class="wall-soft"> {formats.clock(turn.allowed)}</span>}
            </span>
          ))}
          {more <= 0 ? null : <span class="wall-soft">{words.more(formats.number(more))}</span>}
        </p>
      )}
    </section>
  );
}

/** A delegate is called up by the body that sends; in a hall of neighbours it takes the number on the list too. */
function calledUp(turn: LiveTurn, { live, words, formats: { number } }: Omit<HallProps, 'now'>): string {
  const who = turn.label ?? turn.from;
  const place = words.number(number(turn.number));
  const called = who === null ? place : live.delegates ? who : `${who} · ${place}`;
  return [called, turn.kind === 'speech' ? '' : words.kinds[turn.kind]].filter((part) => part !== '').join(' · ');
}

function Speaker({ turn, now, live, words, formats }: HallProps & { readonly turn: LiveTurn }): JSX.Element {
  const { spoken, left } = clockOf(turn, now);
  const over = left !== null && left < 0;
  return (
    <div class={over ? 'wall-speaker over' : 'wall-speaker'}>
      <p>
        <Icon name="speech" />
        <strong>{calledUp(turn, { live, words, formats })}</strong>
        <span class="wall-clock" aria-live="off">
          {over ? <Icon name="alert" /> : null}
          {formats.clock(Math.abs(left ?? spoken))}
          {left === null ? null : <small> {over ? words.over : words.left}</small>}
        </span>
      </p>
      {turn.left === null ? null : (
        <p class="wall-soft">
          {words.groupLeft[live.floor?.rules.group?.of ?? 'body'](formats.clock(Math.max(0, turn.left - spoken)))}
        </p>
      )}
      {turn.allowed === null ? null : (
        <Meter
          parts={[{ value: Math.min(spoken, turn.allowed), tone: over ? 'no' : 'here' }]}
          total={turn.allowed}
          tick={null}
          label={words.floor}
        />
      )}
    </div>
  );
}
