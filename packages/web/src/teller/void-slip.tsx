import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Refusal } from '../shell/parts.tsx';
import { WaitsNote } from './door-count.tsx';
import { useGiving } from './giving.ts';
import { Keypad } from './keypad.tsx';
import type { TellerProps } from './teller-props.ts';

const reasons = ['lost', 'taken-twice', 'given-back'] as const;

/** As many as the command takes at once. */
const MOST = 60;
const nothing = { number: 0, to: 0 };

/** A slip is taken out of the count, or a sheet of them from its first number to its last; then why. */
export function VoidSlip({
  session,
  sitting,
  formats,
  words,
  leave,
}: TellerProps & { readonly leave: () => void }): JSX.Element {
  const [asked, setAsked] = useState(nothing);
  const [at, setAt] = useState<keyof typeof nothing>('number');
  const [gone, setGone] = useState('');
  const giving = useGiving(session);
  const { number } = asked;
  const others = Array.from({ length: Math.min(MOST, Math.max(0, asked.to - number)) }, (_, i) => number + i + 1);
  const wrong = number < 1 || others.length === MOST || (asked.to > 0 && asked.to < number);
  const go = async (why: (typeof reasons)[number]): Promise<void> => {
    if (wrong) return;
    await giving.give('VoidSlip', { sitting, number, others, why }, () => {
      setGone([number, ...others.slice(-1)].map(formats.number).join('–'));
      setAsked(nothing);
      setAt('number');
    });
  };
  return (
    <>
      <h1>{words.slips.voidTitle}</h1>
      {gone === '' ? null : <p role="status">{words.slips.voided(gone)}</p>}
      <div class="piles">
        {(['number', 'to'] as const).map((field) => (
          <button key={field} type="button" aria-pressed={field === at} onClick={() => setAt(field)}>
            <span>{words.slips.voids[field]}</span>
            <strong>{asked[field] === 0 ? '–' : formats.number(asked[field])}</strong>
          </button>
        ))}
      </div>
      <Keypad
        key={at}
        label={words.slips.voids[at]}
        value={asked[at]}
        onChange={(value) => setAsked({ ...asked, [at]: value })}
        formats={formats}
        words={words}
      />
      {reasons.map((why) => (
        <Action key={why} icon="cross" tone="quiet" busy={giving.busy || wrong} onClick={() => void go(why)}>
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
