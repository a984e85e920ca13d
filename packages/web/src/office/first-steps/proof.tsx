import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { Neighbour } from './body-answer.ts';
import type { StepProps } from './step-props.ts';

/** The founding minutes are signed, neighbours have witnessed them: then the founding is proven. And this body witnesses others. */
export function Proof(props: StepProps): JSX.Element | null {
  const { words, body, roles } = props;
  const inOffice = roles.includes('presidium') || roles.includes('secretary');
  if (body.state.body === null) return null;
  return (
    <section class="card" aria-labelledby="proof">
      <h2 id="proof">{words.proof.title}</h2>
      {body.state.body.proven === null ? <Unproven {...props} inOffice={inOffice} /> : <p>{words.proof.done}</p>}
      {inOffice ? <Witness {...props} /> : null}
    </section>
  );
}

function Unproven(props: StepProps & { readonly inOffice: boolean }): JSX.Element {
  const { words, body, formats, inOffice } = props;
  const { state } = body;
  const founding = Object.entries(state.minutes).find(([, sitting]) => state.sittings[sitting]?.kind === 'founding');
  const minutes = founding === undefined ? null : Number(founding[0]);
  const sealed = minutes !== null && state.sealed[minutes] !== undefined;
  const needed = state.statute?.rules.founding?.neighbours ?? 2;
  const steps = [
    { step: 'elected', done: state.body?.startedAt !== undefined },
    { step: 'approved', done: minutes !== null },
    { step: 'signed', done: sealed },
  ] as const;
  return (
    <>
      <ul class="made">
        {steps.map(({ step, done }) => (
          <li key={step}>
            <Badge tone={done ? 'green' : 'ochre'} icon={done ? 'check' : 'clock'}>
              {(done ? words.proof.reached : words.proof.due)[step]}
            </Badge>
          </li>
        ))}
      </ul>
      <p>{words.proof.neighbours(formats.number(needed))}</p>
      {sealed && inOffice && minutes !== null ? <Prove {...props} minutes={minutes} /> : null}
    </>
  );
}

/** Which of the neighbours have witnessed, the node looks up in their books; a refusal says how many it found. */
function Prove({
  words,
  session,
  formats,
  neighbours,
  changed,
  minutes,
}: StepProps & { readonly minutes: number }): JSX.Element {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { busy, trouble, send } = useSending(session);
  const prove = async (): Promise<void> => {
    if (await send('ProveFounding', { minutes, witnesses: chosen })) changed();
  };
  const left = neighbours.filter(({ origin }) => !chosen.includes(origin));
  return (
    <>
      <ul>
        {chosen.map((origin) => (
          <li key={origin}>{neighbours.find((one) => one.origin === origin)?.title ?? origin}</li>
        ))}
      </ul>
      <ChooseBody
        id="witness-of-us"
        label={words.proof.witnessed}
        none={words.proof.choose}
        among={left}
        value=""
        onChange={(origin) => setChosen([...chosen, origin])}
      />
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      <Action icon="shield" tone="indigo" busy={busy || chosen.length === 0} onClick={() => void prove()}>
        {words.proof.prove}
      </Action>
    </>
  );
}

function Witness({ words, body, session, formats, neighbours, changed }: StepProps): JSX.Element {
  const [neighbour, setNeighbour] = useState('');
  const { busy, trouble, send } = useSending(session);
  const others = neighbours.filter(({ origin }) => body.state.foundingsWitnessed[origin] === undefined);
  const known = neighbours.filter(({ origin }) => body.state.foundingsWitnessed[origin] !== undefined);
  const witness = async (): Promise<void> => {
    if (await send('WitnessFounding', { neighbour })) {
      setNeighbour('');
      changed();
    }
  };
  return (
    <>
      <h3>{words.proof.others}</h3>
      <p class="soft">{words.proof.othersHow}</p>
      {known.map(({ origin, title }) => (
        <p key={origin}>
          <Badge tone="green" icon="check">
            {title}
          </Badge>
        </p>
      ))}
      <ChooseBody
        id="neighbour"
        label={words.proof.neighbour}
        none={words.proof.choose}
        among={others}
        value={neighbour}
        onChange={setNeighbour}
      />
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      <Action icon="pen" tone="quiet" busy={busy || neighbour === ''} onClick={() => void witness()}>
        {words.proof.witness}
      </Action>
      <p>
        <a class="plain" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
          {words.proof.sign}
        </a>
      </p>
    </>
  );
}

interface ChooseProps {
  readonly id: string;
  readonly label: string;
  readonly none: string;
  readonly among: readonly Neighbour[];
  readonly value: string;
  readonly onChange: (origin: string) => void;
}

export const ChooseBody = ({ id, label, none, among, value, onChange }: ChooseProps): JSX.Element => (
  <SelectField
    id={id}
    label={label}
    value={value}
    choices={[
      { value: '', words: none },
      ...among.map(({ origin, title }) => ({ value: origin, words: `${title} (${origin})` })),
    ]}
    onChange={onChange}
  />
);
