import { ask, bodyPath } from '../../shell/asking.ts';
import type { Session } from '../../shell/session.ts';
import type { Storage } from '../../shell/storage.ts';
import { type DeskBody, type DeskKit, type Held, seatKey } from './desk-answer.ts';

export interface KeptKit {
  readonly kit: DeskKit;
  /** When it was fetched, by this machine's clock. */
  readonly at: number;
}

type Place = Pick<DeskBody, 'origin'> & { readonly below: string; readonly seat: number };

/** So many at a time: a node in a hall answers others too. */
const AT_ONCE = 4;

const pathOf = (sitting: number): string => `/accreditation/${sitting}`;

/** As it was fetched last on this machine. */
export async function keptKit(storage: Storage, session: Session, sitting: number): Promise<KeptKit | null> {
  if (session.person === null) return null;
  const known = await storage.get('known', [session.person.id, pathOf(sitting)]).catch(() => undefined);
  return known === undefined ? null : { kit: known.value as DeskKit, at: known.at };
}

export async function keepKit(
  storage: Storage,
  session: Session,
  sitting: number,
  { kit, at }: KeptKit,
): Promise<void> {
  if (session.person === null) return;
  const known = { person: session.person.id, path: pathOf(sitting), value: kit, at };
  await storage.put('known', known).catch(() => undefined);
}

/** How the seats of this assembly stand; null without a network. */
export async function fetchBody(session: Session): Promise<DeskBody | null> {
  const reply = await session.ask<DeskBody>('');
  if (reply.kind !== 'ok') return null;
  const { origin, key, state } = reply.value;
  return { origin, key, state: { affiliates: state.affiliates, seats: state.seats } };
}

/** Every seat that the bodies below may fill here. */
export const seatsOf = ({ origin, state }: DeskBody): readonly Place[] =>
  Object.entries(state.affiliates)
    .filter(([, { entitlement }]) => entitlement > 0)
    .flatMap(([below, { entitlement }]) =>
      Array.from({ length: entitlement }, (_, place) => ({ origin, below, seat: place + 1 })),
    );

/** All that is needed to check every one of them without a network; null if it broke off. */
export async function fetchKit(session: Session, told: (done: number, of: number) => void): Promise<KeptKit | null> {
  const body = await fetchBody(session);
  if (body === null) return null;
  const seats = seatsOf(body);
  const held: Record<string, Held> = {};
  const left = [...seats];
  let broken = false;
  const work = async (): Promise<void> => {
    for (let place = left.shift(); place !== undefined && !broken; place = left.shift()) {
      const found = await heldOf(place);
      if (found === null) broken = true;
      else held[seatKey(place.below, place.seat)] = found;
      told(Object.keys(held).length, seats.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return broken ? null : { kit: { body, held }, at: Date.now() };
}

async function heldOf({ origin, below, seat }: Place): Promise<Held | null> {
  const reply = await ask<unknown>(`${bodyPath(below)}/credentials/${encodeURIComponent(origin)}/${seat}`);
  if (reply.kind === 'unreachable') return null;
  if (reply.kind === 'ok') return { credential: reply.value, refused: null };
  const { code, detail } = reply.problem as typeof reply.problem & { readonly detail?: { readonly reason?: string } };
  return {
    credential: null,
    refused: code === 'no-credential' ? (detail?.reason ?? 'does-not-verify') : 'book-not-held',
  };
}
