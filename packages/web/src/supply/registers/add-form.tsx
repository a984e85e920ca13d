import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import type { Supply } from '../known/supply-answer.ts';
import { SiteMap } from '../map/site-map.tsx';
import { AssemblyField } from './assembly-field.tsx';
import { isDepot, type RowFlaw, readRow, type Written } from './read-row.ts';
import { type Field, type Register, registers } from './register-kinds.ts';
import type { RegisterProps } from './register-props.ts';

/** One more in a register, by hand: the same fields, and the same rules, as a row of a file. */
export function AddForm({
  name,
  supply,
  session,
  formats,
  words,
  begun,
  of,
}: RegisterProps & {
  /** What the map, or the register, has filled in: then it is open, and shows no map of its own. */
  readonly begun?: Written;
  /** The site of which this is said anew; what kind it is stays. */
  readonly of?: number;
}): JSX.Element {
  const register: Register = of === undefined ? registers[name] : changedSite;
  const [written, setWritten] = useState<Written>(begun ?? {});
  const [flaws, setFlaws] = useState<readonly RowFlaw[]>([]);
  const [done, setDone] = useState(false);
  const { busy, trouble, send } = useSending(session);
  const change = (field: string, value: string): void => {
    setWritten((before) => ({ ...before, [field]: value }));
    setFlaws((before) => before.filter((flaw) => flaw.field !== field));
    setDone(false);
  };
  const add = async (): Promise<void> => {
    const reading = { supply, choiceWords: {}, decimalComma: formats.language === 'es' };
    const filled = Object.fromEntries(register.fields.map((field) => [field.name, filledIn(field, written, supply)]));
    const read = readRow(register, filled, reading);
    setFlaws(read.ok ? [] : read.flaws);
    if (read.ok && (await send(register.command, of === undefined ? read.input : { site: of, ...read.input }))) {
      if (of === undefined) setWritten({});
      setDone(true);
    }
  };
  const hasPosition = register.beside !== undefined && begun === undefined;
  return (
    <details class="card" open={begun !== undefined}>
      <summary>{of === undefined ? words.add : words.change}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void add();
        }}
      >
        {register.fields.map((field) => (
          <AnyField
            key={field.name}
            field={field}
            value={filledIn(field, written, supply)}
            error={errorOf(field, flaws, words)}
            {...{ supply, words, formats, change }}
            id={`${name}${of ?? ''}-${field.name}`}
          />
        ))}
        {hasPosition ? (
          <SiteMap
            supply={supply}
            formats={formats}
            onPoint={([lon, lat]) => {
              change('lon', String(lon));
              change('lat', String(lat));
            }}
          />
        ) : null}
        <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
        <Action icon="pen" tone="indigo" submit busy={busy}>
          {words.enter}
        </Action>
        {done ? (
          <p role="status">
            <Badge tone="green" icon="check">
              {words.entered}
            </Badge>
          </p>
        ) : null}
      </form>
    </details>
  );
}

/** Said anew of a site; what is left out is said no more. */
const changedSite: Register = {
  ...registers.sites,
  command: 'ChangeSite',
  fields: registers.sites.fields.filter(({ name }) => name !== 'kind'),
};

const errorOf = ({ name }: Field, flaws: readonly RowFlaw[], words: RegisterProps['words']): string | null => {
  const found = flaws.find(({ field }) => field === name);
  return found === undefined ? null : words.flaws[found.what];
};

/** What is chosen from a list has its first entry before anybody touches it. */
const filledIn = (field: Field, written: Written, supply: Supply): string =>
  written[field.name] ?? choicesOf(field, supply)?.[0]?.value ?? '';

function choicesOf({ kind, choices, name }: Field, supply: Supply): readonly { value: string; words: string }[] | null {
  const named = (all: readonly string[]) => all.map((value) => ({ value, words: value }));
  switch (kind) {
    case 'choice':
      return named(choices ?? []);
    case 'flag':
      return named(name === 'confirmed' || name === 'publish' ? ['no', 'si'] : ['si', 'no']);
    case 'item':
      return named(supply.items.map(({ title }) => title));
    case 'site':
    case 'depot':
      return named(
        supply.sites
          .filter((site) => site.closed === null && (kind === 'site' || isDepot(site.kind)))
          .map(({ title }) => title),
      );
    default:
      return null;
  }
}

interface AnyFieldProps extends Pick<RegisterProps, 'supply' | 'words' | 'formats'> {
  readonly field: Field;
  readonly id: string;
  readonly value: string;
  readonly error: string | null;
  readonly change: (field: string, value: string) => void;
}

function AnyField({ field, id, value, error, supply, words, formats, change }: AnyFieldProps): JSX.Element {
  const { name, kind, most, optional } = field;
  const label = optional === true ? words.maybe(words.fields[name] ?? name) : (words.fields[name] ?? name);
  const hints: Readonly<Record<string, string>> = words.hints;
  const hint = hints[name] ?? hints[kind];
  const said = { id, label, value, error, ...(hint === undefined ? {} : { hint }) };
  const onChange = (typed: string): void => change(name, typed);
  const choices = choicesOf(field, supply);
  if (choices !== null) {
    const all = choices.map((one) => ({ ...one, words: words.choices[one.value] ?? one.words }));
    return <SelectField {...said} choices={all} onChange={onChange} />;
  }
  if (kind === 'book') return <AssemblyField {...{ id, label, value, supply, formats, onChange }} hint={hint ?? ''} />;
  if (kind === 'from' || kind === 'until')
    return (
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="date"
          value={value}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {error === null ? null : (
          <p id={`${id}-error`} class="refusal" role="alert">
            <span>{error}</span>
          </p>
        )}
      </div>
    );
  return <TextField {...said} {...(most === undefined ? {} : { max: most })} onChange={onChange} />;
}
