import {
  type Actor,
  attendanceOver,
  type BodyState,
  later,
  parseSlipName,
  type Role,
  rolesFor,
  slipsOut,
  type Time,
  tableGet,
  takesWalkIns,
} from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { holderOfCard, namesOf } from '../store/vault/people.ts';
import type { Attendance } from './attendance-cache.ts';
import type { BookCache } from './book-cache.ts';
import type { BookNames } from './book-names.ts';
import type { CardMaker } from './cards.ts';
import type { Doors } from './doors.ts';
import type { HallsAttended } from './halls-attended.ts';
import { HEARD_MS, type Heard } from './heard.ts';
import type { LoadedBook } from './loaded-book.ts';
import { namesLike } from './names-like.ts';
import type { AtDoor, DoorView, Node } from './node.ts';

interface DoorTools {
  readonly store: Store;
  readonly books: BookCache;
  readonly cards: CardMaker;
  readonly doors: Doors;
  readonly attended: HallsAttended;
  readonly heard: Heard;
  now(): Time;
  /** The number of phones that are heard may have changed. */
  touched(origin: string): void;
}

type Door = Pick<Node, 'door' | 'rollAtDoor' | 'cardAtDoor' | 'listening'>;

const atTheDoor: readonly Role[] = ['convener', 'presidium', 'secretary', 'teller', 'former-officer'];

/** What those who stand at the door of a hall see: its code, and who it is that comes in. */
export function doorPart(names: BookNames, tools: DoorTools): Door {
  const { store, books, cards, doors, heard, now, touched } = tools;
  /** The book and its sitting, if this person runs it or stands at its door, and it is not over. */
  async function open(actor: Actor, body: string, sitting: number): Promise<LoadedBook | null> {
    const book = await books.get(names.read(body));
    if (book === null || book.remote) return null;
    const { state } = book.folded;
    const at = later(now(), state.at);
    if (!state.activeSittings.includes(sitting) || attendanceOver(state, sitting, at)) return null;
    const roles = rolesFor({ state, actor, at }, { sitting });
    return atTheDoor.some((role) => roles.has(role)) ? book : null;
  }

  const inside = ({ origin }: LoadedBook, sitting: number): Promise<Attendance> => tools.attended.of(origin, sitting);

  return {
    async door(actor, body, sitting) {
      const book = await open(actor, body, sitting);
      if (book === null) return null;
      const { state } = book.folded;
      const there = (await inside(book, sitting)).now();
      const checkIn = state.statute?.rules.checkIn ?? 'hall';
      const at = later(now(), state.at);
      return { ...doors.codeAt(book.origin, sitting, at), checkIn, slips: slipsAt(state, sitting, there) };
    },
    async rollAtDoor(actor, body, sitting, name) {
      const book = await open(actor, body, sitting);
      if (book === null) return null;
      const there = await inside(book, sitting);
      const people = await namesLike(store, book.origin, name);
      return people.map(
        (one): AtDoor => ({ member: one.member, name: one.name, channel: there.here(one.member)?.channel ?? null }),
      );
    },
    async cardAtDoor(actor, body, sitting, card) {
      const book = await open(actor, body, sitting);
      if (book === null) return null;
      const hmac = cards.hmacOf(book.origin, card);
      const member = hmac === null ? undefined : await holderOfCard(store, book.origin, hmac);
      const name = member === undefined ? undefined : (await namesOf(store, book.origin, [member])).get(member);
      if (member === undefined || name === undefined) return 'unknown';
      return { member, name, channel: (await inside(book, sitting)).here(member)?.channel ?? null };
    },
    listening(actor, body) {
      const origin = names.write(body);
      const ended = heard.streaming(origin, actor);
      touched(origin);
      return () => {
        ended();
        // Until then it may come back as if nothing had been.
        setTimeout(() => touched(origin), HEARD_MS + 100).unref();
      };
    },
  };
}

function slipsAt(state: BodyState, index: number, there: readonly string[]): DoorView['slips'] {
  const sitting = tableGet(state.sittings, index);
  const mark = state.statute?.rules.walkIns?.mark;
  if (sitting === undefined || mark === undefined || !takesWalkIns(state, sitting)) return null;
  const { slips, present } = sitting;
  const out = slipsOut(sitting);
  const checkedIn = there.filter((holder) => parseSlipName(holder) === null).length;
  const left = present === null ? null : Math.max(0, present - checkedIn - out);
  return { mark, out, issued: slips?.issued ?? 0, voided: slips?.voided ?? [], left };
}
