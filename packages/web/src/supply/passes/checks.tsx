import type { JSX } from 'preact';

interface ChecksProps {
  readonly legend: string;
  readonly all: readonly { readonly value: string; readonly words: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of a short list. */
export const Checks = ({ legend, all, chosen, onChange }: ChecksProps): JSX.Element => (
  <fieldset class="checks">
    <legend>{legend}</legend>
    {all.map(({ value, words }) => (
      <label key={value} class="line">
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />
        <span>{words}</span>
      </label>
    ))}
  </fieldset>
);
