import { useState } from 'preact/hooks';
import { useStanding } from '../form/standing.ts';
import type { Step } from '../live-answer.ts';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';

export interface Sending {
  readonly busy: boolean;
  /** What came of it; null before anything was sent. */
  readonly sent: Sent | null;
  send(command: string, input: Readonly<Record<string, unknown>>): Promise<Sent>;
  /** What the node makes for a step first; its answer fills what the step is missing. */
  prepare(step: Step, path: string): Promise<void>;
}

/** One button's command at a time. */
export function useSending(session: Session): Sending {
  const [busy, setBusy] = useState(false);
  const [came, setSent] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const send: Sending['send'] = async (command, input) => {
    setBusy(true);
    const answer = await session.send(command, input);
    setSent(answer);
    setBusy(false);
    return answer;
  };
  return {
    busy,
    sent,
    send,
    async prepare({ command, input, missing }, path) {
      setBusy(true);
      const reply = await session.ask<Readonly<Record<string, unknown>>>(path, { body: {} });
      setBusy(false);
      if (reply.kind === 'problem') setSent({ kind: 'refused', problem: reply.problem });
      else if (reply.kind === 'ok' && missing.length > 0)
        await send(command, { ...input, ...Object.fromEntries(missing.map((name) => [name, reply.value[name]])) });
    },
  };
}
