import type { FormField } from '@cabildo/core';
import type { ComponentChildren, JSX } from 'preact';
import { SelectField, TextField } from '../../form/fields.tsx';
import { Small } from '../../form/press.tsx';
import { emptyOf, type Values, withMember } from './values.ts';
import type { StatuteWords } from './words-es.ts';

export type Wrong = ReadonlyMap<string, string>;

interface OneProps {
  readonly field: FormField;
  /** As the node names a place: `/rules/0/rule/num`. */
  readonly at: string;
  /** Undefined where what may be left out is left out. */
  readonly value: unknown;
  /** What is wrong, by its place. */
  readonly wrong: Wrong;
  readonly words: StatuteWords;
  /** What is read of an item of the article’s own list. */
  readonly reading?: readonly string[];
  readonly onChange: (value: unknown) => void;
}

const idOf = (at: string): string => `f${at.replaceAll('/', '-')}`;

/** Any field of the statute’s schema, as its kind has it. */
export function OneField(props: OneProps): JSX.Element {
  const { field, at, value, wrong, words, onChange } = props;
  const { as, label, note, optional } = field;
  const common = {
    id: idOf(at),
    label,
    ...(note === undefined ? {} : { hint: note }),
    error: wrong.get(at) ?? null,
  };
  switch (as) {
    case 'number':
      return <WholeNumber {...props} {...common} />;
    case 'tick':
      return <Tick id={common.id} label={label} value={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <SelectField
          {...common}
          value={String(value ?? '')}
          choices={[
            ...(optional ? [{ value: '', words: words.leftOut }] : []),
            ...(field.choices ?? []).map((one) => ({ value: one.value, words: one.label })),
          ]}
          onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
        />
      );
    case 'list':
      return <ListField {...props} />;
    case 'group':
      return <GroupField {...props} />;
    default:
      return <TextField {...common} value={String(value ?? '')} max={field.most ?? 200} onChange={onChange} />;
  }
}

/** Also below nought: an offset from UTC is. */
function WholeNumber({
  field,
  id,
  label,
  hint,
  error,
  value,
  onChange,
}: OneProps & { readonly id: string; readonly label: string; readonly hint?: string; readonly error: string | null }) {
  const said = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === null ? [] : [`${id}-error`])].join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        class="figure"
        step={1}
        min={field.least}
        max={field.most}
        value={typeof value === 'number' ? String(value) : ''}
        aria-invalid={error !== null}
        aria-describedby={said === '' ? undefined : said}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.value;
          onChange(typed === '' ? (field.optional ? undefined : null) : Number(typed));
        }}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      {error === null ? null : (
        <p id={`${id}-error`} class="wrong">
          {error}
        </p>
      )}
    </div>
  );
}

export const Tick = ({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): JSX.Element => (
  <label class="tick" for={id}>
    <input id={id} type="checkbox" checked={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{label}</span>
  </label>
);

function GroupField(props: OneProps): JSX.Element {
  const { field, at, value, wrong, onChange, words } = props;
  const { label, note, optional, fields = [] } = field;
  const isFraction = fields.some(({ name }) => name === 'num');
  return (
    <fieldset class={isFraction ? 'group fraction' : 'group'}>
      <legend class={label === '' || optional ? 'unseen' : ''}>{label}</legend>
      {optional ? (
        <Tick
          id={`${idOf(at)}-with`}
          label={words.with(label)}
          value={value !== undefined}
          onChange={(wanted) => onChange(wanted ? emptyOf({ ...field, optional: false }) : undefined)}
        />
      ) : null}
      {note === undefined ? null : <p class="soft">{note}</p>}
      {wrong.has(at) ? <p class="wrong">{wrong.get(at)}</p> : null}
      {value === undefined ? null : <Members {...props} values={value as Values} />}
    </fieldset>
  );
}

function Members({ field, at, values, wrong, words, onChange }: OneProps & { readonly values: Values }): JSX.Element {
  return (
    <>
      {(field.fields ?? []).map((one) => (
        <OneField
          key={one.name}
          field={one}
          at={`${at}/${one.name}`}
          value={values[one.name]}
          wrong={wrong}
          words={words}
          onChange={(changed) => onChange(withMember(values, one.name, changed))}
        />
      ))}
    </>
  );
}

function ListField(props: OneProps): JSX.Element {
  const { field, at, value, wrong, onChange, words } = props;
  const { label, note, optional, item } = field;
  const all = value as readonly unknown[] | undefined;
  return (
    <fieldset class="group">
      <legend class={label === '' || optional ? 'unseen' : ''}>{label}</legend>
      {optional ? (
        <Tick
          id={`${idOf(at)}-with`}
          label={words.with(label)}
          value={all !== undefined}
          onChange={(wanted) => onChange(wanted ? [] : undefined)}
        />
      ) : null}
      {note === undefined ? null : <p class="soft">{note}</p>}
      {wrong.has(at) ? <p class="wrong">{wrong.get(at)}</p> : null}
      {all === undefined || item === undefined ? null : item.as === 'choice' ? (
        <Ticks {...props} item={item} all={all} />
      ) : (
        <Items {...props} item={item} all={all} />
      )}
    </fieldset>
  );
}

type ListProps = OneProps & { readonly item: FormField; readonly all: readonly unknown[] };

/** Several of a few: in the order in which they are chosen, because some lists are in order. */
function Ticks({ at, item, all, onChange }: ListProps): JSX.Element {
  return (
    <div class="ticks">
      {(item.choices ?? []).map(({ value, label }) => (
        <Tick
          key={value}
          id={`${idOf(at)}-${value}`}
          label={label}
          value={all.includes(value)}
          onChange={(wanted) => onChange(wanted ? [...all, value] : all.filter((one) => one !== value))}
        />
      ))}
    </div>
  );
}

function Items({ field, at, item, all, wrong, words, reading, onChange }: ListProps): JSX.Element {
  const most = field.most ?? 1;
  return (
    <>
      {all.map((one, place) => (
        // Places are what items of a statute have for a name.
        <div key={place} class="item">
          {reading?.[place] === undefined ? null : <p class="reading">{reading[place]}</p>}
          <OneField
            field={{ ...item, label: item.label === '' ? words.item(place + 1) : item.label }}
            at={`${at}/${place}`}
            value={one}
            wrong={wrong}
            words={words}
            onChange={(changed) => onChange(all.map((other, i) => (i === place ? changed : other)))}
          />
          <Small mark="trash" onPress={() => onChange(all.filter((_, i) => i !== place))}>
            {words.remove(place + 1)}
          </Small>
        </div>
      ))}
      {all.length >= most ? null : (
        <Small mark="plus" onPress={() => onChange([...all, emptyOf(item)])}>
          {words.add}
        </Small>
      )}
    </>
  );
}
