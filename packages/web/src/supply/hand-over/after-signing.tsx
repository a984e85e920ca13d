import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Press } from '../../form/press.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { textOf } from './agreed.ts';
import { Lines, possible } from './lines.tsx';
import { calledIn, type PartProps } from './parts.ts';
import { ShowText } from './show.tsx';
import type { Draft } from './types.ts';

interface AfterProps extends PartProps {
  readonly draft: Draft;
  readonly readAnswer: () => void;
  readonly back: () => void;
}

/** What this phone has signed, for the other one to read; and what to do where there is no other one. */
export function AfterSigning(props: AfterProps): JSX.Element {
  const { draft, state, words, formats, readAnswer, back } = props;
  const { agreed, giver, receiver, side } = draft;
  const called = calledIn(state.book?.registers);
  const both = giver !== null && receiver !== null;
  return (
    <>
      <h1>{words.showTitle}</h1>
      <p>{words.ofTo(called.place(agreed.from), called.place(agreed.to))}</p>
      {both ? (
        <>
          <p role="status">
            <Badge tone="green" icon="check">
              {words.bothSigned}
            </Badge>
          </p>
          <p>{words.bothHow}</p>
        </>
      ) : null}
      <ShowText key={receiver?.signature ?? giver?.signature} draft={draft} words={words} formats={formats} />
      {both ? null : (
        <Action icon="camera" tone="indigo" onClick={readAnswer}>
          {words.readAnswer}
        </Action>
      )}
      {both || side === 'receiver' || agreed.what === 'correction' ? null : <Alone {...props} />}
      <Action icon={both ? 'check' : 'back'} tone={both ? 'indigo' : 'quiet'} onClick={back}>
        {both ? words.finished : formats.words.back}
      </Action>
    </>
  );
}

/** One phone for two people: the receiver says what came, the giver signs it, and it stays provisional. */
function Alone(props: AfterProps): JSX.Element {
  const { phone, draft, words, back } = props;
  const [lines, setLines] = useState(draft.agreed.lines);
  const send = async (): Promise<void> => {
    const agreed = { ...draft.agreed, lines };
    const giver = await phone.sign(agreed.from, textOf(draft.book, agreed));
    if (giver === null) return;
    if (await phone.sendAlone({ ...draft, agreed, giver })) back();
  };
  return (
    <details>
      <summary>{words.alone}</summary>
      <p>{words.aloneHow}</p>
      <Lines {...props} lines={lines} changed={setLines} />
      <Press mark="pen" off={!possible(lines)} onPress={() => void send()}>
        {words.sendAlone}
      </Press>
    </details>
  );
}
