import { useEffect, useState } from 'preact/hooks';
import { answered } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';
import type { DeskProps } from './props.ts';

/** A seat of a body below, by the name under which a form chooses it. */
export interface KnownSeat {
  readonly key: string;
  readonly below: string;
  readonly seat: number;
  readonly said: string;
  /** The sitting in which somebody sits there; null for nobody. */
  readonly sitting: number | null;
}

interface Seats {
  readonly state: {
    readonly seats: Readonly<Record<string, { readonly vacant?: boolean; readonly sitting: number }>>;
    readonly affiliates: Readonly<Record<string, { readonly title: string; readonly entitlement: number }>>;
  };
}

/** Every seat that a body below has here; asked again when the book has grown. Null while it is asked for. */
export function useSeats(session: Session, { fields }: DeskProps['words'], size: number): readonly KnownSeat[] | null {
  const [known, setKnown] = useState<readonly KnownSeat[] | null>(null);
  useEffect(() => {
    let stale = false;
    void answered(
      () => session.ask<Seats>(''),
      () => stale,
    ).then((reply) => {
      if (stale || reply.kind !== 'ok') return;
      const { seats, affiliates } = reply.value.state;
      setKnown(
        Object.entries(affiliates).flatMap(([below, { title, entitlement }]) =>
          Array.from({ length: entitlement }, (_, place) => {
            const seat = place + 1;
            const key = `${below}#${seat}`;
            const held = seats[key];
            const sitting = held === undefined || held.vacant === true ? null : held.sitting;
            return { key, below, seat, said: `${title} · ${fields.seat} ${seat}`, sitting };
          }),
        ),
      );
    });
    return () => {
      stale = true;
    };
  }, [session, fields, size]);
  return known;
}
