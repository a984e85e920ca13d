import type { JSX } from 'preact';
import { Press } from '../../form/press.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { signatureHolds, textOf } from './agreed.ts';
import type { Packet } from './frames.ts';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import type { Draft, KnownBook } from './types.ts';

interface DiffersProps extends PartProps {
  readonly book: KnownBook;
  /** What this phone has signed as the giver, and what the receiver has signed. */
  readonly draft: Draft;
  readonly packet: Packet;
  readonly agreed: (draft: Draft) => void;
  readonly back: () => void;
}

/** The receiver says that something else came: the giver signs that too, or both versions go out and are seen. */
export function Differs(props: DiffersProps): JSX.Element {
  const { phone, book, draft, packet, words, formats, agreed: done, back } = props;
  const { agreed, receiver } = packet;
  const called = calledIn(book.registers);
  const text = textOf(packet.book, agreed);
  const holds = receiver === null ? 'no' : signatureHolds(book.registers, agreed.to, receiver, text);
  const agree = async (): Promise<void> => {
    const giver = await phone.sign(agreed.from, text);
    if (giver === null) return;
    const both = { ...draft, agreed, giver, receiver, changedAt: Date.now() };
    if (await phone.keep(both)) done(both);
  };
  const insist = async (): Promise<void> => {
    if (await phone.sendAlone(draft)) back();
  };
  return (
    <>
      <h1>{words.differTitle}</h1>
      <p>
        <Badge
          tone={holds === 'no' ? 'red' : holds === 'holds' ? 'green' : 'ochre'}
          icon={holds === 'no' ? 'alert' : 'check'}
        >
          {words.signature[holds]}
        </Badge>
      </p>
      <ul>
        {agreed.lines.map((line) => {
          const before = draft.agreed.lines.find(({ lot }) => lot === line.lot);
          const said = (one: typeof before) => (one === undefined ? '–' : amountsIn([one], props));
          return (
            <li key={line.lot}>
              {words.differ(called.item(line.lot), formats.number(line.lot), said(before), said(line))}
            </li>
          );
        })}
      </ul>
      <Press mark="pen" tone="indigo" off={holds === 'no'} onPress={() => void agree()}>
        {words.agree}
      </Press>
      {draft.agreed.what === 'correction' ? null : (
        <>
          <Press mark="alert" onPress={() => void insist()}>
            {words.disagree}
          </Press>
          <p class="soft">{words.disagreeHow}</p>
        </>
      )}
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}
