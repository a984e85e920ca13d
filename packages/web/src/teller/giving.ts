import { useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import { useStanding } from '../form/standing.ts';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';

export interface Giving {
  readonly busy: boolean;
  readonly refused: Problem | null;
  /** It is kept on this phone, signed, and goes when the network is back. */
  readonly waits: boolean;
  /** `arrived` is called once the node has taken it, now or later. */
  give(command: string, input: Readonly<Record<string, unknown>>, arrived: () => void): Promise<void>;
}

/** One number on its way: by the queue, so that a count made without a network is neither lost nor given twice. */
export function useGiving(session: Session): Giving {
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  return {
    busy,
    refused: sent?.kind === 'refused' ? sent.problem : null,
    waits: sent?.kind === 'waiting',
    async give(command, input, arrived) {
      setBusy(true);
      const answer = await session.send(command, input);
      setBusy(false);
      setCame(answer);
      if (answer.kind === 'waiting') void answer.later.then(arrived);
      if (answer.kind === 'done') arrived();
    },
  };
}
