import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Press } from '../../form/press.tsx';
import { PhotographLater } from '../../scan/photograph.tsx';
import { Scan } from '../../scan/scan.tsx';
import { Action } from '../../shell/parts.tsx';
import { codeIn } from './card-code.ts';
import { settled, withServing } from './here.ts';
import type { OneProps } from './parts.ts';
import { type Answer, useServing } from './serving.ts';

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
      {busy ? null : <Unfinished {...props} />}
      <Doubles {...props} />
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

/** What was in the middle when the page was closed: whoever stands there is told whether the book has it. */
function Unfinished({ queue, here, change, words, formats }: OneProps): JSX.Element {
  const begun = here.served.filter(({ open }) => open?.given === false);
  return (
    <>
      {begun.map((one) => {
        const number = formats.number(one.card);
        const isThere = queue.marks.some(({ servings }) => servings.includes(one.serving));
        return (
          <div key={one.serving} class="card ochre" data-begun={isThere ? 'there' : 'not'}>
            <p role="status">{isThere ? words.begun.there(number) : words.begun.not(number)}</p>
            {isThere ? (
              <Press mark="check" onPress={() => void change((now) => withServing(now, one.serving, settled(one)))}>
                {words.begun.seen}
              </Press>
            ) : null}
          </div>
        );
      })}
    </>
  );
}

/** What other phones have brought meanwhile of cards that this one has served too. */
function Doubles({ queue, here, words, formats }: OneProps): JSX.Element | null {
  const twice = new Set(queue.marks.filter(({ portions }) => portions > 1).map(({ mark }) => mark));
  const cards = here.served.filter(({ mark }) => twice.has(mark)).map(({ card }) => card);
  return cards.length === 0 ? null : (
    <p class="card ochre" role="status" data-doubles>
      {words.doubles([...new Set(cards)].map((card) => formats.number(card)).join(', '))}
    </p>
  );
}
