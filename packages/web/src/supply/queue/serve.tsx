import { hexEncode } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Done, Sentences } from '../../answers.ts';
import { TextField } from '../../form/fields.tsx';
import { Press } from '../../form/press.tsx';
import { PhotographLater } from '../../scan/photograph.tsx';
import { Scan } from '../../scan/scan.tsx';
import { randomText } from '../../shell/asking.ts';
import { Action } from '../../shell/parts.tsx';
import { codeIn, commitmentOf, markOf } from './card-code.ts';
import type { OneProps } from './parts.ts';

type Answer =
  | { readonly good: true; readonly says: string; readonly code: string; readonly serving: string }
  | { readonly good: false; readonly says: string; readonly code?: string; readonly serving?: string };

/** Hold a card against what is known here; then ask the node, or, where none answers, note what is handed out. */
function useServing({ session, queues, queue, here, change, words, formats }: OneProps) {
  const { origin } = queues;
  const { answers } = words;
  const says = (said: Sentences): string => formats.said(said);
  const servedAs = (mark: string): string | undefined =>
    here.served.find((one) => one.mark === mark)?.serving ??
    queue.marks.find((one) => one.mark === mark)?.servings.at(-1);
  const serve = async (code: string): Promise<Answer> => {
    const commitment = commitmentOf(origin, code);
    const card = queues.cards.find((one) => one.commitment === commitment);
    if (card === undefined) return { good: false, says: answers.unknown };
    if (card.void) return { good: false, says: answers.void };
    if (queue.order?.includes(card.number) !== true) return { good: false, says: answers.later };
    const mark = markOf(origin, queue.queue, code);
    const before = servedAs(mark);
    if (before !== undefined) return { good: false, says: answers.already, code, serving: before };
    const serving = hexEncode(crypto.getRandomValues(new Uint8Array(16)));
    const input = { queue: queue.queue, code, serving };
    const asked = await session.ask<Done>('/commands/ServePortion', {
      body: { ...input, given: false },
      key: randomText(16),
    });
    if (asked.kind === 'problem') return { good: false, says: says(asked.problem.sentences), code };
    await change({ ...here, served: [...here.served, { mark, card: card.number, serving }] });
    const number = formats.number(card.number);
    if (asked.kind === 'ok') return { good: true, says: answers.given(number), code, serving };
    // Nobody answers: it is handed out all the same, and told when somebody does. The same serving is one serving.
    void session.send('ServePortion', { ...input, given: true });
    return { good: true, says: answers.kept(number), code, serving };
  };
  const takeBack = async (code: string, serving: string): Promise<Answer> => {
    await change({ ...here, served: here.served.filter((one) => one.serving !== serving) });
    void session.send('WithdrawServing', { queue: queue.queue, code, serving, why: 'not-given' });
    return { good: false, says: words.tookBack };
  };
  return { serve, takeBack };
}

export function Serve(props: OneProps): JSX.Element {
  const { words, formats } = props;
  const { serve, takeBack } = useServing(props);
  const [looking, setLooking] = useState(false);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [wrong, setWrong] = useState(false);
  const shown = async (said: string): Promise<void> => {
    const code = codeIn(said);
    setWrong(code === null);
    if (code === null || busy) return;
    setBusy(true);
    setAnswer(null);
    setAnswer(await serve(code));
    setText('');
    setBusy(false);
  };
  const scanned = (said: string): boolean => {
    if (codeIn(said) === null) return false;
    setLooking(false);
    void shown(said);
    return true;
  };
  return (
    <section>
      <h2>{words.serve}</h2>
      {looking ? (
        <Scan
          formats={formats}
          scanned={scanned}
          close={() => setLooking(false)}
          otherwise={<PhotographLater formats={formats} scanned={scanned} />}
        />
      ) : (
        <Action icon="camera" tone="indigo" onClick={() => setLooking(true)}>
          {words.scan}
        </Action>
      )}
      <TextField
        id="card-code"
        label={words.code}
        value={text}
        error={wrong ? words.notCode : null}
        onChange={setText}
      />
      <Press mark="check" off={busy} onPress={() => void shown(text)}>
        {words.give}
      </Press>
      {answer === null ? null : (
        <div class="card" data-answer={answer.good ? 'good' : 'not'}>
          <p role="alert">
            <strong>{answer.says}</strong>
          </p>
          {answer.code === undefined || answer.serving === undefined ? null : (
            <>
              <Press
                mark="cross"
                onPress={() => void takeBack(answer.code ?? '', answer.serving ?? '').then(setAnswer)}
              >
                {words.takeBack}
              </Press>
              <p class="soft">{words.takeBackHow}</p>
            </>
          )}
        </div>
      )}
    </section>
  );
}
