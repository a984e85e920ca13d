import type { FormField } from '@cabildo/core';
import { Fragment, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { bodyPath } from '../../shell/asking.ts';
import { ChoiceField, Field, NumberField, TextField, TickField, TimeField } from '../fields.tsx';
import { Folded } from '../folded.tsx';
import { PersonField } from '../people-field.tsx';
import type { DeskProps } from '../props.ts';
import { BodyChosen, ChosenField } from './chosen-field.tsx';
import { DataField, HashOfFile, MapField } from './file-fields.tsx';
import { HashField, type There } from './hash-field.tsx';
import { type Known, useAnswer } from './known.ts';
import { type Entry, emptyFields, emptyOf, type Values, variantOf } from './values.ts';

interface FieldsProps extends Omit<DeskProps, 'known'> {
  readonly choices: Known;
}

interface OneProps extends FieldsProps {
  readonly field: FormField;
  readonly value: unknown;
  /** What stands beside it in the same group. */
  readonly beside: Values;
  readonly onChange: (value: unknown) => void;
}

interface GroupProps extends FieldsProps {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

/** What must be said first; what may be said beside it only where somebody wants to. */
export function FormFields({ fields, ...props }: GroupProps): JSX.Element {
  const more = fields.filter(({ optional }) => optional);
  return (
    <>
      <Several {...props} fields={fields.filter(({ optional }) => !optional)} />
      {more.length === 0 ? null : (
        <Folded title={props.words.fields.optional(more.map(({ label }) => label.toLowerCase()).join(', '))}>
          <Several {...props} fields={more} />
        </Folded>
      )}
    </>
  );
}

const Several = ({ fields, values, onChange, ...props }: GroupProps): JSX.Element => (
  <>
    {fields.map((field) => (
      <Fragment key={field.name}>
        <OneField
          {...props}
          field={field}
          value={values[field.name]}
          beside={values}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
        {field.note && <p class="soft">{field.note}</p>}
      </Fragment>
    ))}
  </>
);

function OneField(props: OneProps): JSX.Element {
  const { field, value, onChange, live, session, words } = props;
  const { as, label, optional, most = 200, least = 0 } = field;
  switch (as) {
    case 'text':
    case 'key':
      return (
        <TextField
          label={label}
          most={as === 'key' ? 44 : most}
          lines={most > 160 && as === 'text' ? 2 : 1}
          {...{ optional, value: String(value), onChange }}
        />
      );
    case 'number':
      return optional ? (
        <OptionalNumber {...props} label={label} />
      ) : (
        <NumberField label={label} least={least} value={Number(value)} onChange={onChange} />
      );
    case 'tick':
      return <TickField label={label} value={value === true} onChange={onChange} />;
    case 'choice':
      return <Choice {...props} label={label} />;
    case 'time':
      return optional && value === '' ? (
        <TickField
          label={label}
          value={false}
          onChange={() => onChange(emptyOf({ ...field, optional: false }, live.now))}
        />
      ) : (
        <TimeField label={label} value={String(value)} offsetMinutes={live.offsetMinutes} onChange={onChange} />
      );
    case 'person':
      return <PersonField {...props} label={label} holder={String(value)} />;
    case 'office':
      return <ChoiceField {...{ label, onChange }} value={String(value)} among={[['', ''], ...officesIn(props)]} />;
    case 'body':
      return <BodyChosen {...props} label={label} value={String(value)} />;
    case 'book-key':
      return <BookKey {...props} />;
    case 'act':
      return <Act {...props} label={label} book={session.body} />;
    case 'part':
      return <Part {...props} />;
    case 'elsewhere':
      return <Elsewhere {...props} />;
    case 'hash':
      return <Hash {...props} />;
    case 'group':
      return <Group {...props} label={label} />;
    case 'one-of':
      return <OneOf {...props} />;
    case 'list':
      return <List {...props} label={label} />;
    case 'file':
      return <HashOfFile label={label} words={words} onChange={onChange} />;
    case 'data':
      return <DataField label={label} words={words} onChange={onChange} />;
    case 'map':
      return <MapField label={label} words={words} onChange={onChange} />;
  }
}

const officesIn = ({ choices, formats }: OneProps): (readonly [string, string])[] =>
  Object.entries(choices.offices).map(([name, called]) => [name, formats.said(called)]);

type Labelled = OneProps & { readonly label: string };

function OptionalNumber({ field, label, value, onChange }: Labelled): JSX.Element {
  return (
    <Field label={label}>
      <input
        type="number"
        inputMode="numeric"
        min={field.least}
        value={value === null ? '' : String(value)}
        onInput={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : Math.trunc(Number(currentTarget.value)))
        }
      />
    </Field>
  );
}

function Choice({ field, label, value, onChange, choices }: Labelled): JSX.Element {
  const own = (field.choices ?? []).map((one) => [one.value, one.label] as const);
  // What a statute adds to the closed list is its own words.
  const added = field.name === 'service' ? choices.services.map((one) => [one, one] as const) : [];
  const among = [...(field.optional ? [['', ''] as const] : []), ...own, ...added];
  return <ChoiceField label={label} value={String(value)} among={among} onChange={onChange} />;
}

/** One of the acts of those types in a book. */
function Act({ field, label, book, value, onChange, formats }: Labelled & { readonly book: string }): JSX.Element {
  return (
    <ChosenField<ActsInWords>
      path={`${bodyPath(book)}/acts-of/${field.act}?`}
      foundIn={({ acts, all }) => ({
        rows: acts.map(({ index, at, sentences }) => [
          String(index),
          `${formats.day(at)} · ${sentences === null ? index : formats.said(sentences)}`,
        ]),
        all,
      })}
      value={value === null ? '' : String(value)}
      onChange={(one) => onChange(one === '' ? null : Number(one))}
      {...{ label, formats }}
    />
  );
}

interface ActsInWords {
  readonly acts: readonly { readonly index: number; readonly at: string; readonly sentences: Sentences | null }[];
  readonly all: number;
}

function Elsewhere(props: OneProps): JSX.Element {
  const { field, words, formats, onChange } = props;
  const { book, index } = props.value as There;
  return (
    <fieldset>
      <legend>{field.label}</legend>
      <BodyChosen
        {...{ formats }}
        label={words.fields.book}
        value={book}
        onChange={(other) => onChange({ book: other, index: null })}
      />
      {book === '' ? null : (
        <Act
          key={book}
          {...props}
          book={book}
          label={words.fields.actThere}
          value={index}
          onChange={(one) => onChange({ book, index: one })}
        />
      )}
    </fieldset>
  );
}

/** The key of the book of the body that was chosen beside it: nobody types one. */
function BookKey({ field, beside, onChange }: OneProps): null {
  const body = String(beside[field.of ?? '']);
  useAnswer<KeysFound>(body === '' ? null : `/api/bodies-found?q=${encodeURIComponent(body)}`, (answer) =>
    onChange(answer?.bodies.find(({ origin }) => origin === body)?.key ?? ''),
  );
  return null;
}

interface KeysFound {
  readonly bodies: readonly { readonly origin: string; readonly key: string | null }[];
}

/** One of several in the act that was chosen beside it, by its number; of an act that has none, nothing is asked. */
function Part({ field, value, beside, session, onChange, formats }: OneProps): JSX.Element | null {
  const [parts, setParts] = useState<PartsOfAct['parts']>([]);
  const of = beside[field.of ?? ''] as There | number | null;
  const { book, index } = typeof of === 'object' && of !== null ? of : { book: session.body, index: of };
  useAnswer<PartsOfAct>(index === null ? null : `${bodyPath(book)}/acts/${index}/parts`, (answer) => {
    setParts(answer?.parts ?? []);
    onChange(null);
  });
  if (parts.length === 0) return null;
  return (
    <ChoiceField
      label={field.label}
      value={String(value ?? '')}
      among={[['', ''], ...parts.map(({ number, sentences }) => [String(number), formats.said(sentences)] as const)]}
      onChange={(one) => onChange(one === '' ? null : Number(one))}
    />
  );
}

interface PartsOfAct {
  readonly parts: readonly { readonly number: number; readonly sentences: Sentences }[];
}

/** Of the text of the act elsewhere that stands beside it, if one does. */
function Hash({ field, value, beside, words, onChange }: OneProps): JSX.Element {
  const of = Object.values(beside).find(isThere);
  return <HashField label={field.label} value={String(value)} of={of} words={words} onChange={onChange} />;
}

const isThere = (value: unknown): value is There =>
  typeof value === 'object' && value !== null && 'book' in value && 'index' in value;

function Group(props: Labelled): JSX.Element {
  const { field, label, value, onChange, live } = props;
  const { fields = [], optional } = field;
  return (
    <fieldset>
      <legend class={optional ? 'unseen' : ''}>{label}</legend>
      {optional ? (
        <TickField
          label={label}
          value={value !== null}
          onChange={(wanted) => onChange(wanted ? emptyFields(fields, live.now) : null)}
        />
      ) : null}
      {value === null ? null : <FormFields {...props} fields={fields} values={value as Values} />}
    </fieldset>
  );
}

function OneOf(props: OneProps): JSX.Element {
  const { field, value, onChange, live } = props;
  const { variants = [] } = field;
  const values = value as Values;
  return (
    <>
      <ChoiceField
        label={field.label}
        value={String(values.kind)}
        among={variants.map(({ kind, label }) => [kind, label])}
        onChange={(kind) => onChange({ kind, ...emptyFields(variantOf(field, { kind }), live.now) })}
      />
      <FormFields {...props} fields={variantOf(field, value)} values={values} />
    </>
  );
}

function List(props: Labelled): JSX.Element {
  const { field, label, value, onChange, live, words, formats } = props;
  const { item, most = 1 } = field;
  const all = value as readonly Entry[];
  return (
    <fieldset class="notice">
      <legend>{label}</legend>
      {item === undefined
        ? null
        : all.map((one, place) => (
            <div key={one.id} class="notice-line">
              <OneField
                {...props}
                field={{ ...item, label: `${item.label} ${formats.number(place + 1)}` }}
                value={one.value}
                beside={{}}
                onChange={(changed) =>
                  onChange(all.map((other) => (other === one ? { ...one, value: changed } : other)))
                }
              />
              <button type="button" class="plain" onClick={() => onChange(all.filter((other) => other !== one))}>
                {words.convene.remove(`${item.label} ${formats.number(place + 1)}`)}
              </button>
            </div>
          ))}
      {item === undefined || all.length >= most ? null : (
        <button
          type="button"
          class="plain"
          onClick={() => onChange([...all, { id: (all.at(-1)?.id ?? 0) + 1, value: emptyOf(item, live.now) }])}
        >
          {words.fields.add(item.label.toLowerCase())}
        </button>
      )}
    </fieldset>
  );
}
