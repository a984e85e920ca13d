import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Press } from '../../form/press.tsx';
import { Action } from '../../shell/parts.tsx';
import { draftOf, textOf } from './agreed.ts';
import { Lines, possible } from './lines.tsx';
import { calledIn, type PartProps } from './parts.ts';
import type { Draft, KnownBook, Standing } from './types.ts';

interface CorrectProps extends PartProps {
  readonly book: KnownBook;
  readonly standing: Standing;
  /** From which it goes on. */
  readonly lines: Standing['lines'];
  readonly signed: (draft: Draft) => void;
  readonly back: () => void;
}

/** Other amounts for a hand-over that stands: the giver proposes, both sign, and what was there before stays to be read. */
export function Correct(props: CorrectProps): JSX.Element {
  const { phone, book, standing, signed, back, words, formats } = props;
  const [lines, setLines] = useState(props.lines);
  const called = calledIn(book.registers);
  const sign = async (): Promise<void> => {
    const { id, handOver, from, to, corrections } = standing;
    const agreed = { what: 'correction', id, handOver, number: corrections.length + 1, from, to, lines } as const;
    const { origin } = book.registers;
    const giver = await phone.sign(from, textOf(origin, agreed));
    if (giver === null) return;
    const draft = draftOf({ body: phone.body, book: origin }, 'giver', agreed, { giver });
    if (await phone.keep(draft)) signed(draft);
  };
  return (
    <>
      <h1>{words.correctTitle}</h1>
      <p>{words.ofTo(called.place(standing.from), called.place(standing.to))}</p>
      <Lines {...props} lines={lines} givenToo changed={setLines} />
      <Press mark="pen" tone="indigo" off={!possible(lines)} onPress={() => void sign()}>
        {words.sign}
      </Press>
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}
