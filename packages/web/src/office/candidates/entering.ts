import { useState } from 'preact/hooks';
import type { Actor, Problem } from '../../answers.ts';
import { useStanding } from '../../form/standing.ts';
import type { OnRoll } from '../../roll/household.tsx';
import { makeKey } from '../../seals/device-key.ts';
import { keyHolderOf } from '../../seals/key-store.ts';
import type { Sent } from '../../shell/sent.ts';
import { useSession } from '../../shell/watching.ts';
import type { ContestProps } from './contest-props.ts';

/** What somebody has typed and chosen so far. */
export interface Wanted {
  readonly name: string;
  readonly woman: 'yes' | 'no' | null;
  /** Of an office, where its key was made elsewhere. */
  readonly key: string;
  readonly person: OnRoll | null;
}

/** What has to be mended before anything is sent; each has its words. */
export type Missing = 'notKept' | 'parityMissing' | 'personMissing' | 'keyWrong';

interface How {
  readonly other: boolean;
  readonly isTyped: boolean;
  readonly leave: () => void;
}

/** 32 bytes in base64, as `cabildo key new` and the phone show them. */
export const publicKey = /^[A-Za-z0-9+/]{43}=$/;

/** As the book knows whoever stands. */
function holderOf(actor: Actor | undefined): string | null {
  if (actor?.kind === 'member') return actor.member;
  return actor?.kind === 'seat' ? `${actor.below}#${actor.seat}` : null;
}

export function useEntering(
  { session, election, contest }: ContestProps,
  wanted: Wanted,
  { other, isTyped, leave }: How,
) {
  const { me } = useSession(session);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const keyOf = async (): Promise<string | null | undefined> => {
    if (contest.offices.length === 0) return undefined;
    if (isTyped) return wanted.key.replaceAll(/\s/g, '');
    return (await makeKey(session.body, keyHolderOf(me?.actor)).catch(() => null))?.publicKey ?? null;
  };
  const entered = async (): Promise<Missing | Sent> => {
    const holder = other ? (wanted.person?.member ?? null) : holderOf(me?.actor);
    if (holder === null) return 'personMissing';
    if (election.parity && wanted.woman === null) return 'parityMissing';
    const key = await keyOf();
    if (key === null) return 'notKept';
    if (key !== undefined && !publicKey.test(key)) return 'keyWrong';
    const name = wanted.name.trim();
    return session.send('EnterCandidature', {
      motion: election.motion,
      contest: contest.contest,
      holder,
      ...(key === undefined ? {} : { key }),
      ...(election.parity ? { woman: wanted.woman === 'yes' } : {}),
      ...(name === '' ? {} : { name }),
    });
  };
  const enter = async (): Promise<void> => {
    setBusy(true);
    const answer = await entered();
    setBusy(false);
    const isMissing = typeof answer === 'string';
    setMissing(isMissing ? answer : null);
    setCame(isMissing ? null : answer);
    if (isMissing) return;
    if ((answer.kind === 'waiting' ? await answer.later : answer).kind === 'done') leave();
  };
  const waits = sent?.kind === 'waiting';
  const trouble: Problem | Missing | 'waits' | null =
    missing ?? (sent?.kind === 'refused' ? sent.problem : waits ? 'waits' : null);
  return { busy: busy || waits, trouble, enter };
}
