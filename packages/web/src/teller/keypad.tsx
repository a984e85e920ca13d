import type { JSX } from 'preact';
import type { TellerProps } from './teller-props.ts';

/** Nobody counts more people than that in one place. */
const MOST = 999_999;

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

interface KeypadProps extends Pick<TellerProps, 'formats' | 'words'> {
  /** What the number is of: said to a screen reader with it. */
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Keys that a thumb finds without looking; a keyboard types into it as well. */
export function Keypad({ label, value, onChange, formats, words }: KeypadProps): JSX.Element {
  const press = (digit: number): void => onChange(Math.min(MOST, value * 10 + digit));
  const typed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) press(Number(event.key));
    else if (event.key === 'Backspace') onChange(Math.floor(value / 10));
    else return;
    event.preventDefault();
  };
  return (
    <fieldset class="keypad" aria-label={label} onKeyDown={typed}>
      <output class="figure" aria-live="polite">
        {formats.number(value)}
      </output>
      <div class="keys">
        {digits.map((digit) => (
          <button key={digit} type="button" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <span />
        <button type="button" onClick={() => press(0)}>
          0
        </button>
        <button type="button" class="erase" onClick={() => onChange(Math.floor(value / 10))}>
          {words.erase}
        </button>
      </div>
    </fieldset>
  );
}
