import { useState } from 'preact/hooks';
import type { Done, Problem } from '../answers.ts';
import { randomText } from '../shell/asking.ts';
import { useKept } from './kept.ts';
import type { Slip } from './slip.ts';
import type { TellerProps } from './teller-props.ts';

export type Channel = 'phone' | 'card' | 'paper';

/** As they were asked for, under the key that brings the same ones again. */
interface Asked {
  readonly count: number;
  readonly channel: Channel;
  readonly key: string;
}

interface Issuing {
  /** What was asked for before is read: until then nothing can be asked. */
  readonly read: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** On this screen, to be handed over. */
  readonly given: readonly Slip[];
  /** Asked for, and no answer has come: the node may have made them. */
  readonly lost: boolean;
  issue(count: number, channel: Channel): Promise<void>;
  again(): Promise<void>;
  /** They are in somebody's hand, or on paper. */
  handedOver(): void;
}

/**
 * Not by the queue, which tells nobody the codes once the page is closed. The key stays on this phone until the slips were
 * handed over: asked again under it, the node answers with the same ones, so that none is made that nobody holds.
 */
export function useIssuing({ shell, session, sitting }: TellerProps): Issuing {
  const [asked, keep] = useKept<Asked | null>(shell, session, `slips/${session.body}/${sitting}`, null);
  const [given, setGiven] = useState<readonly Slip[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const put = async ({ count, channel, key }: Asked): Promise<void> => {
    setBusy(true);
    const reply = await session.ask<Done>('/commands/IssueSlips', { body: { sitting, count, channel }, key });
    setBusy(false);
    setProblem(reply.kind === 'problem' ? reply.problem : null);
    if (reply.kind === 'problem') keep(() => null);
    if (reply.kind !== 'ok') return;
    setGiven(slipsIn(reply.value));
    void session.refresh();
  };
  return {
    read: asked !== undefined,
    busy,
    problem,
    given,
    lost: asked != null && given.length === 0 && !busy,
    async issue(count, channel) {
      const wanted = { count, channel, key: randomText(16) };
      keep(() => wanted);
      await put(wanted);
    },
    again: async () => (asked == null ? undefined : put(asked)),
    handedOver() {
      keep(() => null);
      setGiven([]);
    },
  };
}

function slipsIn({ answer }: Done): readonly Slip[] {
  const { numbers, slips = [] } = answer as { readonly numbers: readonly number[]; readonly slips?: readonly Slip[] };
  return numbers.map((number) => ({ number, code: slips.find((one) => one.number === number)?.code ?? null }));
}
