import { useEffect, useState } from 'preact/hooks';
import { answered } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';
import { type BodyAnswer, type Delegations, delegationsIn } from './delegations.ts';

/** Asked once for each vote: seats that are accredited later wait for the next one. */
export function useDelegations(session: Session, sitting: number, vote: number): Delegations | null {
  const [found, setFound] = useState<Delegations | null>(null);
  useEffect(() => {
    let gone = false;
    void answered(
      () => session.ask<BodyAnswer>(''),
      () => gone,
    ).then((reply) => {
      if (!gone && reply.kind === 'ok') setFound(delegationsIn(reply.value, sitting));
    });
    return () => {
      gone = true;
    };
  }, [session, sitting, vote]);
  return found;
}
