import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Refusal } from '../shell/parts.tsx';
import { WaitsNote } from './door-count.tsx';
import { useGiving } from './giving.ts';
import { Keypad } from './keypad.tsx';
import type { TellerProps } from './teller-props.ts';

const reasons = ['lost', 'taken-twice', 'given-back'] as const;

/** A slip is taken out of the count: its number first, then why. */
export function VoidSlip({
  session,
  sitting,
  formats,
  words,
  leave,
}: TellerProps & { readonly leave: () => void }): JSX.Element {
  const [number, setNumber] = useState(0);
  const [gone, setGone] = useState<number | null>(null);
  const giving = useGiving(session);
  const go = async (why: (typeof reasons)[number]): Promise<void> => {
    if (number < 1) return;
    await giving.give('VoidSlip', { sitting, number, why }, () => {
      setGone(number);
      setNumber(0);
    });
  };
  return (
    <>
      <h1>{words.slips.voidTitle}</h1>
      {gone === null ? null : <p role="status">{words.slips.voided(formats.number(gone))}</p>}
      <p>{words.slips.voidNumber}</p>
      <Keypad label={words.slips.voidNumber} value={number} onChange={setNumber} formats={formats} words={words} />
      {reasons.map((why) => (
        <Action key={why} icon="cross" tone="red" busy={giving.busy || number < 1} onClick={() => void go(why)}>
          {words.slips[why]}
        </Action>
      ))}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
      <button type="button" class="plain" onClick={leave}>
        {words.back}
      </button>
    </>
  );
}
