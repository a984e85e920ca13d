import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Sentences } from '../answers.ts';
import type { Live } from '../live-answer.ts';
import { answered } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';
import { NumberField, TickField } from './fields.tsx';
import { PersonField } from './people-field.tsx';
import type { DeskProps } from './props.ts';

/** What a step itself says that a motion does, while it is being written. */
export interface ProposalDraft {
  readonly kind: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export function beginProposal(kind: string, live: Live, given: object | undefined): ProposalDraft {
  const amendments = live.motions.filter(
    ({ amends }) => amends !== null && amends.motion === (given as { motion?: number } | undefined)?.motion,
  );
  const order = Math.max(0, ...amendments.map(({ amends }) => amends?.order ?? 0)) + 1;
  const beginnings: Readonly<Record<string, ProposalDraft['values']>> = {
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
  const { fields } = props.words;
  const { values } = draft;
  const set = (name: string) => (value: unknown) => onChange({ ...draft, values: { ...values, [name]: value } });
  switch (draft.kind) {
    case 'amend-motion':
      return (
        <>
          <NumberField label={fields.order} least={1} value={Number(values.order)} onChange={set('order')} />
          <TickField label={fields.substantive} value={values.substantive === true} onChange={set('substantive')} />
        </>
      );
    case 'elect-presidium':
      return <Presidium {...props} holders={values.holders as readonly Seat[]} onChange={set('holders')} />;
    default:
      return null;
  }
}

interface BodyAnswer {
  readonly offices: Readonly<Record<string, Sentences>>;
  readonly state: {
    readonly statute: { readonly rules: { readonly presidium?: { readonly offices: readonly string[] } } } | null;
  };
}

/** What the body's book says of itself, for the few forms that choose out of it. */
function useBody(session: Session): BodyAnswer | null {
  const [body, setBody] = useState<BodyAnswer | null>(null);
  useEffect(() => {
    let stale = false;
    void answered(
      () => session.ask<BodyAnswer>(''),
      () => stale,
    ).then((reply) => {
      if (!stale && reply.kind === 'ok') setBody(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [session]);
  return body;
}

interface PresidiumProps extends Omit<Props, 'draft' | 'onChange'> {
  readonly holders: readonly Seat[];
  readonly onChange: (holders: readonly Seat[]) => void;
}

/** Every office that the statute has a sitting elect, with the person proposed for it. */
function Presidium({ holders, onChange, ...props }: PresidiumProps): JSX.Element {
  const body = useBody(props.session);
  const offices = body?.state.statute?.rules.presidium?.offices;
  useEffect(() => {
    if (offices !== undefined && holders.length === 0) onChange(offices.map((office) => ({ office, holder: '' })));
  }, [offices, holders.length]);
  return (
    <>
      {holders.map(({ office, holder }) => (
        <PersonField
          key={office}
          {...props}
          label={props.formats.said(body?.offices[office] ?? { es: office, en: office })}
          holder={holder}
          onChange={(person) =>
            onChange(holders.map((one) => (one.office === office ? { office, holder: person } : one)))
          }
        />
      ))}
    </>
  );
}
