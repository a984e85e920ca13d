import { useState } from 'preact/hooks';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';

export interface Sending {
  readonly busy: boolean;
  /** What came of it; null before anything was sent. */
  readonly sent: Sent | null;
  send(command: string, input: Readonly<Record<string, unknown>>): Promise<Sent>;
}

/** One button's command at a time. */
export function useSending(session: Session): Sending {
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  return {
    busy,
    sent,
    async send(command, input) {
      setBusy(true);
      const answer = await session.send(command, input);
      setSent(answer);
      setBusy(false);
      return answer;
    },
  };
}
