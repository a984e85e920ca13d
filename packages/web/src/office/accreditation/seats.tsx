import './accreditation.css';
import type { JSX } from 'preact';
import { Badge, Meter } from '../../shell/parts.tsx';
import { type DeskKit, seatKey } from './desk-answer.ts';
import type { DeskProps } from './desk-props.ts';
import { seatsOf } from './fetch-kit.ts';
import { useSeatSearch } from './seat-search.tsx';
import { standsAs, type Unsent } from './stands.ts';

export const looks = {
  there: { tone: 'green', icon: 'check' },
  waiting: { tone: 'ochre', icon: 'clock' },
  replaced: { tone: 'red', icon: 'alert' },
  emptied: { tone: 'red', icon: 'alert' },
  refused: { tone: 'red', icon: 'cross' },
  missing: { tone: 'rest', icon: 'minus' },
  none: { tone: 'red', icon: 'cross' },
} as const;

/** Every seat with where it stands: who is still to come, and who cannot. */
export function Seats({
  kit,
  unsent,
  sitting,
  formats,
  words,
}: DeskProps & { readonly kit: DeskKit; readonly unsent: Unsent }): JSX.Element {
  const { all } = words;
  const { number } = formats;
  const rows = seatsOf(kit.body).map(({ below, seat }) => {
    const key = seatKey(below, seat);
    const said = words.seat(kit.body.state.affiliates[below]?.title ?? below, number(seat));
    return { key, said, state: standsAs(key, kit, unsent, sitting) };
  });
  const search = useSeatSearch('all-seats', rows, { words, formats });
  const there = rows.filter(({ state }) => state === 'there' || state === 'replaced').length;
  const count = all.count(number(there), number(rows.length));
  return (
    <section>
      <h2>{all.title}</h2>
      {rows.length === 0 ? null : (
        <Meter parts={[{ value: there, tone: 'here' }]} total={rows.length} tick={null} label={count} />
      )}
      <p role="status">{rows.length === 0 ? all.nobody : count}</p>
      {search.field}
      <ul class="seats">
        {search.found.map(({ key, said, state }) => (
          <li key={key} data-seat={key} data-state={state}>
            {said} <Badge {...looks[state]}>{all[state]}</Badge>
            {state === 'replaced' || state === 'emptied' ? <p role="status">{words.meanwhile[state]}</p> : null}
          </li>
        ))}
      </ul>
      {search.more}
    </section>
  );
}
