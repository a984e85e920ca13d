import type { ComponentChildren, JSX } from 'preact';

// The fields of the desk's forms: each with its label above it, as wide as its column, at least 52 px high.

export const Field = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is put into it
  <label class="field">
    <span>{label}</span>
    {children}
  </label>
);

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly lines?: number;
  readonly optional?: boolean;
  readonly onChange: (value: string) => void;
}

export const TextField = ({ label, value, most, lines = 1, optional = false, onChange }: TextProps): JSX.Element => (
  <Field label={label}>
    {lines > 1 ? (
      <textarea
        rows={lines}
        maxLength={most}
        required={!optional}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    ) : (
      <input
        type="text"
        autoComplete="off"
        maxLength={most}
        required={!optional}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
);

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly onChange: (value: number) => void;
}

export const NumberField = ({ label, value, least = 0, onChange }: NumberProps): JSX.Element => (
  <Field label={label}>
    <input
      type="number"
      inputMode="numeric"
      min={least}
      required
      value={value}
      onInput={({ currentTarget }) => onChange(Math.max(least, Math.trunc(Number(currentTarget.value))))}
    />
  </Field>
);

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly among: readonly (readonly [value: string, said: string])[];
  readonly onChange: (value: string) => void;
}

export const ChoiceField = ({ label, value, among, onChange }: ChoiceProps): JSX.Element => (
  <Field label={label}>
    <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {among.map(([one, said]) => (
        <option key={one} value={one}>
          {said}
        </option>
      ))}
    </select>
  </Field>
);

interface TickProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export const TickField = ({ label, value, onChange }: TickProps): JSX.Element => (
  <label class="tick-field">
    <input type="checkbox" checked={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{label}</span>
  </label>
);

interface TimeProps {
  readonly label: string;
  /** UTC, to the second. */
  readonly value: string;
  readonly offsetMinutes: number;
  readonly onChange: (value: string) => void;
}

/** Hours are those of the place, whatever this device's clock is set to. */
export const TimeField = ({ label, value, offsetMinutes, onChange }: TimeProps): JSX.Element => (
  <Field label={label}>
    <input
      type="datetime-local"
      required
      value={localOf(value, offsetMinutes)}
      onInput={({ currentTarget }) => {
        if (currentTarget.value !== '') onChange(utcOf(currentTarget.value, offsetMinutes));
      }}
    />
  </Field>
);

const localOf = (time: string, offsetMinutes: number): string =>
  new Date(Date.parse(time) + offsetMinutes * 60_000).toISOString().slice(0, 16);

const utcOf = (local: string, offsetMinutes: number): string =>
  `${new Date(Date.parse(`${local.slice(0, 16)}:00Z`) - offsetMinutes * 60_000).toISOString().slice(0, 19)}Z`;
