import { hexEncode } from '@cabildo/book';
import { useEffect, useRef } from 'preact/hooks';
import type { Done } from '../../answers.ts';
import { randomText } from '../../shell/asking.ts';
import { commitmentOf, markOf } from './card-code.ts';
import { type ServedHere, settled, withServing } from './here.ts';
import type { OneProps } from './parts.ts';
import { tableOf } from './tables.tsx';

/** What is said of a card that was held up; with a code and a serving where that can be taken back. */
export interface Answer {
  readonly good: boolean;
  readonly says: string;
  readonly code?: string;
  readonly serving?: string;
}

const STILL_HERE_MS = 400;

/** Hold a card against what is known here; then ask the node, or, where none answers, note what is handed out. */
export function useServing(props: OneProps) {
  const { session, here, queue, change, words, formats } = props;
  useTold(props);
  const serve = async (code: string): Promise<Answer> => {
    const stopped = refusedHere(props, code);
    if ('says' in stopped) return stopped;
    const { mark, card } = stopped;
    const mine = here.served.find((one) => one.mark === mark);
    const number = formats.number(card);
    const begun = mine?.open?.given === false ? mine.serving : null;
    const serving = begun ?? hexEncode(crypto.getRandomValues(new Uint8Array(16)));
    const one: ServedHere = { mark, card, serving };
    await change((now) => withServing(now, serving, { ...one, open: { code, given: false } }));
    const input = { queue: queue.queue, code, serving };
    const asked = await session.ask<Done>('/commands/ServePortion', {
      body: { ...input, given: false },
      key: randomText(16),
    });
    if (asked.kind === 'problem') {
      await change((now) => withServing(now, serving, null));
      return { good: false, says: formats.said(asked.problem.sentences), code };
    }
    if (asked.kind === 'ok') {
      await change((now) => withServing(now, serving, one));
      const said = begun === null ? words.answers.given : words.answers.wentOn;
      return { good: true, says: said(number), code, serving };
    }
    // A page that is closed ends its questions as a lost network does, and is not there a moment later to say what to do.
    await new Promise((resolve) => setTimeout(resolve, STILL_HERE_MS));
    // Nobody answers: it is handed out all the same, and told when somebody does. The same serving is one serving.
    await change((now) => withServing(now, serving, { ...one, open: { code, given: true } }));
    return { good: true, says: words.answers.kept(number), code, serving };
  };
  const takeBack = async (code: string, serving: string): Promise<Answer> => {
    await change((now) => withServing(now, serving, null));
    void session.send('WithdrawServing', { queue: queue.queue, code, serving, why: 'not-given' });
    return { good: false, says: words.tookBack };
  };
  return { serve, takeBack };
}

/** What was handed out without a network goes into the phone's queue, also where the page was closed before it was there. */
function useTold({ session, queue: { queue }, here, change }: OneProps): void {
  const sent = useRef(new Set<string>());
  const untold = here.served.filter(({ serving, open }) => open?.given === true && !sent.current.has(serving));
  const which = untold.map(({ serving }) => serving).join(' ');
  useEffect(() => {
    for (const one of untold) {
      const { serving, open } = one;
      sent.current.add(serving);
      if (open !== undefined)
        void session
          .send('ServePortion', { queue, code: open.code, serving, given: true })
          .then(() =>
            change((now) =>
              now.served.some((other) => other.serving === serving) ? withServing(now, serving, settled(one)) : now,
            ),
          );
    }
  }, [session, queue, which]);
}

/** What this phone knows by itself: why a card is not served, or which it is and its mark in this queue. */
function refusedHere(
  { queues, queue, here, words, formats }: OneProps,
  code: string,
): Answer | { readonly mark: string; readonly card: number } {
  const { answers } = words;
  const commitment = commitmentOf(queues.origin, code);
  const card = queues.cards.find((one) => one.commitment === commitment);
  if (card === undefined) return { good: false, says: answers.unknown };
  if (card.void) return { good: false, says: answers.void };
  const order = queue.order ?? [];
  if (!order.includes(card.number)) return { good: false, says: answers.later };
  const mark = markOf(queues.origin, queue.queue, code);
  const mine = here.served.find((one) => one.mark === mark);
  const there = queue.marks.find((one) => one.mark === mark);
  if (mine !== undefined && mine.open?.given !== false) {
    const says = (there?.portions ?? 0) > 1 ? answers.double : answers.mine;
    return { good: false, says: says(formats.number(card.number)), code, serving: mine.serving };
  }
  const begun = mine !== undefined && there?.servings.includes(mine.serving);
  const before = begun === true ? undefined : there?.servings.at(-1);
  if (before !== undefined) return { good: false, says: answers.already, code, serving: before };
  const { tables } = here;
  const table = tables === undefined ? 0 : tableOf(order, card.number, tables);
  if (tables !== undefined && table !== tables.mine && mine === undefined)
    return { good: false, says: words.tables.another(words.tables.one(table)) };
  return { mark, card: card.number };
}
