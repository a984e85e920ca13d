import './form.css';
import type { ComponentChildren, JSX } from 'preact';
import type { MarkName } from './marks.ts';
import { Mark } from './press.tsx';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Said beside the field, and to whoever hears the page. */
  readonly error?: string | null;
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly rows?: number;
  readonly max?: number;
  readonly auto?: string;
  readonly onChange: (value: string) => void;
}

const describedBy = ({ id, hint, error }: FieldProps): string | undefined => {
  const said = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error == null ? [] : [`${id}-error`])];
  return said.length === 0 ? undefined : said.join(' ');
};

function Around({
  field,
  children,
}: {
  readonly field: FieldProps;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { id, label, hint, error } = field;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      {error == null ? null : (
        <p id={`${id}-error`} class="refusal" role="alert">
          <Mark name="alert" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

export function TextField(props: TextProps): JSX.Element {
  const { id, value, rows, max, auto = 'off', onChange, error } = props;
  const common = {
    id,
    value,
    maxLength: max,
    autocomplete: auto,
    'aria-describedby': describedBy(props),
    'aria-invalid': error != null,
  };
  return (
    <Around field={props}>
      {rows === undefined ? (
        <input type="text" {...common} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <textarea rows={rows} {...common} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
    </Around>
  );
}

interface NumberProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const LARGEST = 10_000_000;

/** Digits alone, with the phone’s number pad; nothing typed is nothing said, which is not nought. */
export function NumberField(props: NumberProps): JSX.Element {
  const { id, value, onChange, error } = props;
  return (
    <Around field={props}>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        autocomplete="off"
        class="figure"
        value={value === null ? '' : String(value)}
        aria-describedby={describedBy(props)}
        aria-invalid={error != null}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 8);
          const typed = digits === '' ? null : Math.min(Number(digits), LARGEST);
          // What is not a digit disappears at once, also where the number stays the same.
          event.currentTarget.value = typed === null ? '' : String(typed);
          onChange(typed);
        }}
      />
    </Around>
  );
}

interface HourProps extends FieldProps {
  /** As `datetime-local` has it. */
  readonly value: string;
  readonly max?: string;
  readonly onChange: (value: string) => void;
}

export function HourField(props: HourProps): JSX.Element {
  const { id, value, max, onChange, error } = props;
  return (
    <Around field={props}>
      <input
        id={id}
        type="datetime-local"
        value={value}
        max={max}
        aria-describedby={describedBy(props)}
        aria-invalid={error != null}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Around>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T | null;
  readonly choices: readonly { readonly value: T; readonly words: string; readonly mark?: MarkName }[];
  readonly inRow?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them seen: a group of radio buttons as large as a thumb. */
export function ChoiceField<T extends string>({
  name,
  label,
  value,
  choices,
  inRow = false,
  onChange,
}: ChoiceProps<T>): JSX.Element {
  return (
    <fieldset class={inRow ? 'choice in-row' : 'choice'}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.mark === undefined ? null : <Mark name={choice.mark} />}
          <span>{choice.words}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly onChange: (value: string) => void;
}

export function SelectField(props: SelectProps): JSX.Element {
  const { id, value, choices, onChange, error } = props;
  return (
    <Around field={props}>
      <select
        id={id}
        value={value}
        aria-describedby={describedBy(props)}
        aria-invalid={error != null}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </Around>
  );
}
