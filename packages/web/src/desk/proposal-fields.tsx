import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Live } from '../live-answer.ts';
import type { Session } from '../shell/session.ts';
import { ChoiceField, NumberField, TextField, TickField, TimeField } from './fields.tsx';
import { PersonField } from './people-field.tsx';
import type { DeskProps } from './props.ts';

/** What a motion does if it carries, while it is being written. */
export interface ProposalDraft {
  readonly kind: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const byMatter: Readonly<Record<string, readonly string[]>> = {
  pact: ['pact', 'resolution'],
  measure: ['measure', 'resolution'],
  lifting: ['lift', 'resolution'],
  election: ['hold-election', 'resolution'],
};

/** The kinds that the desk has a form for; the others are tabled by the API, which has all of them. */
export const kindsFor = (matter: string, given: string | undefined): readonly string[] =>
  given === undefined || given === 'resolution' ? (byMatter[matter] ?? ['resolution']) : [given];

const YEAR_MS = 365 * 86_400_000;

export function beginProposal(kind: string, live: Live, given: object | undefined): ProposalDraft {
  const from = `${live.now.slice(0, 16)}:00Z`;
  const until = `${new Date(Date.parse(from) + 2 * YEAR_MS).toISOString().slice(0, 19)}Z`;
  const amendments = live.motions.filter(
    ({ amends }) => amends !== null && amends.motion === (given as { motion?: number } | undefined)?.motion,
  );
  const order = Math.max(0, ...amendments.map(({ amends }) => amends?.order ?? 0)) + 1;
  const beginnings: Readonly<Record<string, ProposalDraft['values']>> = {
    pact: { with: '' },
    measure: { what: '', place: '', from },
    lift: { measure: null, how: 'end' },
    'hold-election': { from, until },
    'elect-presidium': { holders: [] },
    'amend-motion': { order, substantive: true },
  };
  return { kind, values: beginnings[kind] ?? {} };
}

/** Nothing of it is left empty. */
export const isWhole = ({ values }: ProposalDraft): boolean =>
  Object.values(values).every(
    (value) =>
      value !== null &&
      value !== '' &&
      (!Array.isArray(value) ||
        (value.length > 0 && value.every(({ office, holder }: Seat) => office !== '' && holder !== ''))),
  );

interface Seat {
  readonly office: string;
  readonly holder: string;
}

export const proposalOf = ({ kind, values }: ProposalDraft): Readonly<Record<string, unknown>> => ({ kind, ...values });

interface Props extends Omit<DeskProps, 'known'> {
  readonly draft: ProposalDraft;
  readonly onChange: (draft: ProposalDraft) => void;
}

/** What that kind of motion says beside its text. */
export function ProposalFields({ draft, onChange, ...props }: Props): JSX.Element | null {
  const { words, live } = props;
  const { fields } = words;
  const { values } = draft;
  const set = (name: string) => (value: unknown) => onChange({ ...draft, values: { ...values, [name]: value } });
  const time = (name: 'from' | 'until', label: string): JSX.Element => (
    <TimeField label={label} value={String(values[name])} offsetMinutes={live.offsetMinutes} onChange={set(name)} />
  );
  switch (draft.kind) {
    case 'amend-motion':
      return (
        <>
          <NumberField label={fields.order} least={1} value={Number(values.order)} onChange={set('order')} />
          <TickField label={fields.substantive} value={values.substantive === true} onChange={set('substantive')} />
        </>
      );
    case 'pact':
      return <TextField label={fields.with} most={120} value={String(values.with)} onChange={set('with')} />;
    case 'measure':
      return (
        <>
          <TextField label={fields.what} most={120} value={String(values.what)} onChange={set('what')} />
          <TextField label={fields.place} most={160} value={String(values.place)} onChange={set('place')} />
          {time('from', fields.from)}
        </>
      );
    case 'lift':
      return <Lift {...props} values={values} set={set} />;
    case 'hold-election':
      return (
        <>
          {time('from', fields.from)}
          {time('until', fields.untilDay)}
        </>
      );
    case 'elect-presidium':
      return <Presidium {...props} holders={values.holders as readonly Seat[]} onChange={set('holders')} />;
    default:
      return null;
  }
}

interface BodyAnswer {
  readonly state: {
    readonly statute: { readonly rules: { readonly presidium?: { readonly offices: readonly string[] } } } | null;
    readonly measures: Readonly<Record<string, { readonly what?: string; readonly place?: string }>>;
  };
}

/** What the body's book says of itself, for the few forms that choose out of it. */
function useBody(session: Session): BodyAnswer['state'] | null {
  const [state, setState] = useState<BodyAnswer['state'] | null>(null);
  useEffect(() => {
    void session.ask<BodyAnswer>('').then((reply) => {
      if (reply.kind === 'ok') setState(reply.value.state);
    });
  }, [session]);
  return state;
}

interface LiftProps extends Omit<Props, 'draft' | 'onChange'> {
  readonly values: ProposalDraft['values'];
  readonly set: (name: string) => (value: unknown) => void;
}

function Lift({ session, words: { fields }, values, set }: LiftProps): JSX.Element {
  const measures = Object.entries(useBody(session)?.measures ?? {});
  return (
    <>
      <ChoiceField
        label={fields.measure}
        value={String(values.measure ?? '')}
        among={[
          ['', ''],
          ...measures.map(([index, { what = '', place = '' }]) => [index, `${what} · ${place}`] as const),
        ]}
        onChange={(measure) => set('measure')(measure === '' ? null : Number(measure))}
      />
      <ChoiceField
        label={fields.how}
        value={String(values.how)}
        among={Object.entries(fields.hows)}
        onChange={set('how')}
      />
    </>
  );
}

interface PresidiumProps extends Omit<Props, 'draft' | 'onChange'> {
  readonly holders: readonly Seat[];
  readonly onChange: (holders: readonly Seat[]) => void;
}

/** Every office that the statute has a sitting elect, with the person proposed for it. */
function Presidium({ holders, onChange, ...props }: PresidiumProps): JSX.Element {
  const offices = useBody(props.session)?.statute?.rules.presidium?.offices;
  useEffect(() => {
    if (offices !== undefined && holders.length === 0) onChange(offices.map((office) => ({ office, holder: '' })));
  }, [offices, holders.length]);
  return (
    <>
      {holders.map(({ office, holder }) => (
        <PersonField
          key={office}
          {...props}
          label={office}
          holder={holder}
          onChange={(person) =>
            onChange(holders.map((one) => (one.office === office ? { office, holder: person } : one)))
          }
        />
      ))}
    </>
  );
}
