import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import type { Session } from '../shell/session.ts';
import { useSession } from '../shell/watching.ts';

export interface Giving {
  readonly busy: boolean;
  readonly refused: Problem | null;
  /** It is kept on this phone, signed, and goes when the network is back. */
  readonly waits: boolean;
  /** `arrived` is called once the node has taken it, now or later. */
  give(command: string, input: Readonly<Record<string, unknown>>, arrived: () => void): Promise<void>;
}

interface Kept {
  readonly order: number;
  readonly arrived: () => void;
}

/** One number on its way: by the queue, so that a count made without a network is neither lost nor given twice. */
export function useGiving(session: Session): Giving {
  const { entries } = useSession(session);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const entry = kept === null ? undefined : entries.find(({ order }) => order === kept.order);
  useEffect(() => {
    if (kept === null || entry?.refused === null) return;
    setKept(null);
    // Refused after it had waited it is said above, by the frame; else the node has it now.
    if (entry === undefined) kept.arrived();
  }, [kept, entry]);
  return {
    busy,
    refused,
    waits: kept !== null && entry?.refused === null,
    async give(command, input, arrived) {
      setBusy(true);
      const sent = await session.send(command, input);
      setBusy(false);
      setRefused(sent.kind === 'refused' ? sent.problem : null);
      if (sent.kind === 'waiting') setKept({ order: sent.entry.order, arrived });
      if (sent.kind === 'done') arrived();
    },
  };
}
