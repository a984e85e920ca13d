import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Press } from '../../form/press.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { draftOf, type Holds, signatureHolds, textOf } from './agreed.ts';
import type { Packet } from './frames.ts';
import { myPlaces } from './give.tsx';
import { Lines, possible } from './lines.tsx';
import { calledIn, type PartProps } from './parts.ts';
import type { Draft, KnownBook } from './types.ts';

interface AnswerProps extends PartProps {
  readonly book: KnownBook;
  readonly packet: Packet;
  readonly signed: (draft: Draft) => void;
  readonly back: () => void;
}

const looks = {
  holds: { tone: 'green', icon: 'check' },
  unknown: { tone: 'ochre', icon: 'clock' },
  no: { tone: 'red', icon: 'alert' },
  none: { tone: 'ochre', icon: 'clock' },
} as const;

/** The receiver's phone: what came, what is missing, what is damaged; then it signs, and shows that to the giver's. */
export function Answer(props: AnswerProps): JSX.Element {
  const { phone, book, packet, signed, back, state, words, formats } = props;
  const { agreed, giver } = packet;
  const { registers } = book;
  const [lines, setLines] = useState(agreed.lines);
  const called = calledIn(registers);
  const stands: Holds | 'none' =
    giver === null ? 'none' : signatureHolds(registers, agreed.from, giver, textOf(packet.book, agreed));
  const mine = myPlaces(state, book).some(({ place }) => place === agreed.to);
  const sign = async (): Promise<void> => {
    const said = { ...agreed, lines };
    const text = textOf(packet.book, said);
    const receiver = await phone.sign(agreed.to, text);
    if (receiver === null) return;
    const kept = text === textOf(packet.book, agreed) ? giver : null;
    const draft = draftOf({ body: phone.body, book: packet.book }, 'receiver', said, { giver: kept, receiver });
    if (await phone.keep(draft)) signed(draft);
  };
  return (
    <>
      <h1>{agreed.what === 'correction' ? words.correctTitle : words.answerTitle}</h1>
      <p>{words.ofTo(called.place(agreed.from), called.place(agreed.to))}</p>
      <p>
        <Badge {...looks[stands]}>{words.signature[stands]}</Badge>
      </p>
      <Lines {...props} lines={lines} givenToo={agreed.what === 'correction'} changed={setLines} />
      {mine ? null : <p class="card ochre">{words.notMine(called.place(agreed.to))}</p>}
      <Press mark="pen" tone="indigo" off={!mine || stands === 'no' || !possible(lines)} onPress={() => void sign()}>
        {words.signAnswer}
      </Press>
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}
