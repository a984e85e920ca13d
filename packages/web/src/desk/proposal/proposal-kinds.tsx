import type { ProposalForm } from '@cabildo/core';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action, Refusal } from '../../shell/parts.tsx';
import { ChoiceField } from '../fields.tsx';
import type { DeskProps } from '../props.ts';
import { FormFields } from './form-field.tsx';
import { useForms, useKnown } from './known.ts';
import { areWhole, emptyFields, inputsOf, type MapFile, type Values } from './values.ts';

/** What a motion does if it carries, as far as it has been said. */
export interface Drafted {
  readonly proposal: Values;
  readonly whole: boolean;
  /** Of a territory: the file that goes with the motion. */
  readonly map?: string;
}

export interface KindsOfProposalProps extends Omit<DeskProps, 'known'> {
  readonly matter: string;
  readonly onChange: (drafted: Drafted) => void;
}

/** Every kind of proposal that can be put under that matter, each with its fields: drawn from what the node says of them. */
export function ProposalKinds(props: KindsOfProposalProps): JSX.Element {
  const { matter, session, formats, words } = props;
  const [forms, again] = useForms(session, formats.tag);
  if (forms === 'loading')
    return (
      <p class="soft" role="status">
        {formats.words.loading}
      </p>
    );
  if (forms === 'unreachable')
    return (
      <>
        <p class="soft">{words.fields.textAlone}</p>
        <Refusal said={null} formats={formats} />
        <Action icon="offline" tone="quiet" onClick={again}>
          {formats.words.again}
        </Action>
      </>
    );
  const fitting = forms.filter(({ matters }) => matters.some((one) => one === matter));
  const first = usual(fitting, matter);
  return first === undefined ? (
    <p class="soft">{words.fields.textAlone}</p>
  ) : (
    <Kinds {...props} forms={fitting} first={first} />
  );
}

/** What a hall most often does under that matter. */
function usual(forms: readonly ProposalForm[], matter: string): ProposalForm | undefined {
  const wanted =
    matter === 'election' ? 'hold-election' : matter === 'accounts' || matter === 'ordinary' ? 'resolution' : null;
  const own = forms.find(({ kind, matters }) =>
    wanted === null ? kind !== 'resolution' && matters[0] === matter : kind === wanted,
  );
  return own ?? forms[0];
}

interface KindsProps extends KindsOfProposalProps {
  readonly forms: readonly ProposalForm[];
  readonly first: ProposalForm;
}

function Kinds({ forms, first, onChange, ...props }: KindsProps): JSX.Element {
  const { live, session, words } = props;
  const choices = useKnown(session);
  const [form, setForm] = useState(first);
  const [values, setValues] = useState<Values>(() => emptyFields(first.fields, live.now));
  useEffect(() => {
    const whole = areWhole(form.fields, values);
    const map = values.geojson as MapFile | null | undefined;
    const proposal = { kind: form.kind, ...(whole ? inputsOf(form.fields, values) : {}) };
    onChange({ proposal, whole, ...(map == null ? {} : { map: map.text }) });
  }, [form, values]);
  const choose = (kind: string): void => {
    const chosen = forms.find((one) => one.kind === kind) ?? first;
    setForm(chosen);
    setValues(emptyFields(chosen.fields, live.now));
  };
  return (
    <>
      {forms.length < 2 ? null : (
        <ChoiceField
          label={words.fields.does}
          value={form.kind}
          among={forms.map(({ kind, label }) => [kind, label])}
          onChange={choose}
        />
      )}
      <FormFields
        key={form.kind}
        {...props}
        choices={choices}
        fields={form.fields}
        values={values}
        onChange={setValues}
      />
    </>
  );
}
