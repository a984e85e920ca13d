import type { JSX } from 'preact';
import { Later } from '../shell/later.tsx';
import type { ScreenProps } from './screen-props.ts';

const duties = () => import('./duties.tsx');
const loadDuties = () => duties().then((part) => part.Duties);
const loadRooms = () => duties().then((part) => part.Rooms);

/** What waits for an officer; loaded by those for whom something does. */
export function Duties(props: ScreenProps): JSX.Element | null {
  const { me } = props.mine;
  if (!me?.toSeal.some(({ signed }) => !signed) && !me?.minutesDue?.length) return null;
  return <Later load={loadDuties} props={props} formats={props.formats} />;
}

/** Those who vote, and do nothing else in a sitting. */
const voters = /anyone|member|delegate|slip/;

/** The way to a task in the sitting; loaded by those who may have one. */
export function Rooms(props: ScreenProps): JSX.Element | null {
  if (!props.live?.mine?.roles.some((role) => !voters.test(role))) return null;
  return <Later load={loadRooms} props={{ ...props, live: props.live }} formats={props.formats} />;
}
