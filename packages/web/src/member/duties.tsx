import type { JSX } from 'preact';
import type { IconName } from '../../look/icons.ts';
import type { Live } from '../live-answer.ts';
import { pathOf } from '../shell/address.ts';
import { Action, Icon } from '../shell/parts.tsx';
import type { ScreenProps } from './screen-props.ts';
import type { MemberWords } from './words-es.ts';

/** An officer is told first of all what cannot take effect without them. */
export function Duties({ shell, session, mine, formats: { number, time }, words }: ScreenProps): JSX.Element {
  const { body } = session;
  const waiting = mine.me?.toSeal.filter(({ signed }) => !signed).length ?? 0;
  return (
    <>
      {waiting === 0 ? null : (
        <div class="card ochre">
          <h2>{waiting === 1 ? words.seals.one : words.seals.several(number(waiting))}</h2>
          <Action icon="pen" tone="indigo" onClick={() => shell.go({ area: 'seals', body })}>
            {words.seals.go}
          </Action>
        </div>
      )}
      {mine.me?.minutesDue?.map(({ sitting, place, startsAt }) => (
        <p key={sitting}>
          <a class="plain" href={pathOf({ area: 'minutes', body, sitting })}>
            {words.minutesDue(place, time(startsAt))}
          </a>
        </p>
      ))}
    </>
  );
}

interface Room {
  readonly area: keyof MemberWords['rooms'] & string;
  readonly icon: IconName;
  readonly roles: readonly string[];
}

const running = ['convener', 'presidium', 'secretary', 'former-officer'];

/** Where somebody works in a sitting, by the roles that they have in it. */
const rooms: readonly Room[] = [
  { area: 'desk', icon: 'shield', roles: running },
  { area: 'teller', icon: 'people', roles: ['teller'] },
  { area: 'minutes', icon: 'pen', roles: running },
  { area: 'speakers', icon: 'speech', roles: running },
  { area: 'screen', icon: 'book', roles: running },
];

/** For whoever has a task in the sitting, the way to it. */
export function Rooms({ shell, session, live, words }: ScreenProps & { readonly live: Live }): JSX.Element | null {
  const roles = live.mine?.roles ?? [];
  const open = rooms.filter((room) => shell.has(room.area) && room.roles.some((role) => roles.includes(role)));
  if (open.length === 0) return null;
  return (
    <nav class="rooms" aria-label={words.rooms.title}>
      <h2>{words.rooms.title}</h2>
      <ul class="choose">
        {open.map(({ area, icon }) => (
          <li key={area}>
            <a class="action quiet" href={pathOf({ area, body: session.body, sitting: live.sitting })}>
              <Icon name={icon} />
              <span>{words.rooms[area]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
