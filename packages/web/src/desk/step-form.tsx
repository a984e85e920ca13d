import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from '../shell/parts.tsx';
import { ChoiceField, NumberField, TextField, TickField, TimeField } from './fields.tsx';
import { iconOf, labelOf } from './labels.ts';
import { LISTS, ListsField, listsOf, withLists } from './lists-field.tsx';
import { OrderField } from './order-field.tsx';
import { PartsField } from './parts-field.tsx';
import { PeopleField } from './people-field.tsx';
import type { StepFormProps } from './props.ts';
import { SeatForm } from './seat-form.tsx';
import { TablingForm } from './tabling-form.tsx';

/** Asks for what a step is missing, and nothing else. */
export function StepForm(props: StepFormProps): JSX.Element {
  const { command, missing } = props.step;
  if (command === 'TableMotion') return <TablingForm {...props} />;
  return missing.includes('seat') ? <SeatForm {...props} /> : <MissingForm {...props} />;
}

type Values = Readonly<Record<string, unknown>>;

function MissingForm(props: StepFormProps): JSX.Element {
  const { step, words, formats, busy, onSend, onCancel } = props;
  const [values, setValues] = useState<Values>(() => beginning(props));
  const complete = step.missing.every((name) => isGiven(values[name]));
  return (
    <form
      class="missing"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !busy) onSend(withLists({ ...step.input, ...withoutEmpty(values) }));
      }}
    >
      {step.missing.map((name) => (
        <MissingField
          key={name}
          {...props}
          name={name}
          value={values[name]}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <Action icon={iconOf(step)} tone="indigo" submit busy={busy || !complete}>
        {labelOf(step, words, formats)}
      </Action>
      <button type="button" class="plain" onClick={onCancel}>
        {words.fields.cancel}
      </button>
    </form>
  );
}

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !(name === 'text' && value === '')));

const isGiven = (value: unknown): boolean =>
  value !== undefined && (!Array.isArray(value) || (value.length > 0 && value.every((one) => one !== '')));

/** In a quarter of an hour, to the minute: what most recesses are. */
const soon = (now: string, minutes: number): string =>
  `${new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, 16)}:00Z`;

function beginning({ step, live }: StepFormProps): Values {
  const defaults: Values = {
    until: soon(live.now, 15),
    at: soon(live.now, 60),
    atLeast: live.roll + 1,
    atMost: live.roll + 1,
    hands: { yes: 0, no: 0, abstain: 0 },
    asked: 0,
    objections: 0,
    countAsked: false,
    asksForCount: false,
    order: live.agenda.map(({ item }) => item),
    irregularities: [],
    act: live.last?.act ?? live.motions.at(-1)?.motion ?? live.sitting,
    tellers: ['', ''],
    [LISTS]: listsOf(step),
    list: '',
    text: '',
    reason: '',
  };
  return Object.fromEntries(step.missing.map((name) => [name, defaults[name]]));
}

interface FieldProps extends StepFormProps {
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const lines: Readonly<Record<string, readonly [most: number, lines: number]>> = {
  reason: [400, 2],
  what: [400, 2],
  method: [400, 2],
  source: [200, 2],
  seed: [400, 2],
  text: [1_000, 4],
  list: [60, 1],
};

function MissingField(props: FieldProps): JSX.Element | null {
  const { name, value, onChange, words, live, step } = props;
  const { fields } = words;
  const said = (fields as unknown as Readonly<Record<string, string>>)[name] ?? name;
  const [most, tall] = lines[name] ?? [0, 0];
  if (most > 0) {
    const long = step.command === 'ApproveMinutes' ? ([20_000, 12] as const) : ([most, tall] as const);
    const optional = step.command === 'RecordObjection';
    return (
      <TextField
        label={said}
        most={long[0]}
        lines={long[1]}
        optional={optional}
        value={String(value ?? '')}
        onChange={onChange}
      />
    );
  }
  switch (name) {
    case 'until':
    case 'at':
      return <TimeField label={said} value={String(value)} offsetMinutes={live.offsetMinutes} onChange={onChange} />;
    case 'atLeast':
    case 'atMost':
    case 'objections':
      return <NumberField label={said} value={Number(value)} onChange={onChange} />;
    case 'asked':
      return <Asked label={said} value={Number(value)} onChange={onChange} />;
    case 'countAsked':
    case 'asksForCount':
      return <TickField label={said} value={value === true} onChange={onChange} />;
    case 'hands':
      return <Hands {...props} />;
    case 'ruling':
      return (
        <ChoiceField
          label={fields.ruling}
          value={value === false ? 'deny' : 'grant'}
          among={[
            ['grant', fields.grant],
            ['deny', fields.deny],
          ]}
          onChange={(one) => onChange(one === 'grant')}
        />
      );
    case 'act':
      return <Act {...props} />;
    case 'order':
      return <OrderField {...props} order={value as readonly number[]} />;
    case 'parts':
      return <PartsField {...props} />;
    case 'tellers':
      return <PeopleField {...props} chosen={value as readonly string[]} />;
    case LISTS:
      return <ListsField {...props} lists={value as readonly string[]} />;
    case 'irregularities':
      return <Irregularities {...props} />;
    default:
      return null;
  }
}

/** Three times, as every hall knows it. */
function Asked({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): JSX.Element {
  return (
    <fieldset class="asked">
      <legend>{label}</legend>
      {[1, 2, 3].map((time) => (
        <TickField
          key={time}
          label={String(time)}
          value={value >= time}
          onChange={(ticked) => onChange(ticked ? time : time - 1)}
        />
      ))}
    </fieldset>
  );
}

function Hands({ value, onChange, words }: FieldProps): JSX.Element {
  const hands = value as { readonly yes: number; readonly no: number; readonly abstain: number };
  return (
    <fieldset class="hands">
      <legend>{words.fields.hands}</legend>
      {(['yes', 'no', 'abstain'] as const).map((side) => (
        <NumberField
          key={side}
          label={words.fields[side]}
          value={hands[side]}
          onChange={(count) => onChange({ ...hands, [side]: count })}
        />
      ))}
    </fieldset>
  );
}

/** The acts of this sitting that people object to: results, motions, the opening. */
function Act({ value, onChange, live, words, formats }: FieldProps): JSX.Element {
  const { last, motions } = live;
  const results = last === null ? [] : [[String(last.act), `${words.result.title}: ${last.title}`] as const];
  const tabled = motions.map(({ motion, title }) => [String(motion), title] as const);
  const sitting = [
    String(live.sitting),
    `${words.kinds[live.kind] ?? live.kind} · ${formats.day(live.startsAt)}`,
  ] as const;
  return (
    <ChoiceField
      label={words.fields.act}
      value={String(value)}
      among={[...results, ...tabled.toReversed(), sitting]}
      onChange={(act) => onChange(Number(act))}
    />
  );
}

function Irregularities({ value, onChange, words }: FieldProps): JSX.Element {
  const named = value as readonly string[];
  return (
    <fieldset>
      <legend>{words.steps.RecordIrregularity}</legend>
      {Object.entries(words.fields.irregularities).map(([one, said]) => (
        <TickField
          key={one}
          label={said}
          value={named.includes(one)}
          onChange={(ticked) => onChange(ticked ? [...named, one] : named.filter((other) => other !== one))}
        />
      ))}
    </fieldset>
  );
}
