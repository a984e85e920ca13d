import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, TextField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { ChooseBody } from './proof.tsx';
import type { StepProps } from './step-props.ts';

/** To whom this body answers, and who answers to it: the request stands in one book, the admission in the other. */
export function Joining(props: StepProps): JSX.Element | null {
  const { words, body, roles, neighbours, formats } = props;
  if (body.state.body === null) return null;
  const titleOf = (origin: string): string => neighbours.find((one) => one.origin === origin)?.title ?? origin;
  const asked = Object.keys(body.state.requests);
  const below = Object.entries(body.state.affiliates);
  const isAssembly = body.state.body.kind === 'delegate';
  return (
    <section class="card" aria-labelledby="joining">
      <h2 id="joining">{words.joining.title}</h2>
      <p>{words.joining.how}</p>
      <ul class="made">
        {asked.map((origin) => (
          <li key={origin}>
            <Badge tone="indigo" icon="book">
              {words.joining.asked(titleOf(origin))}
            </Badge>
          </li>
        ))}
      </ul>
      {isAssembly ? (
        <>
          <h3>{words.joining.below}</h3>
          <ul class="made">
            {below.map(([origin, { title, entitlement }]) => (
              <li key={origin}>
                <Badge tone="green" icon="check">
                  {words.joining.member(title, formats.number(entitlement))}
                </Badge>
              </li>
            ))}
          </ul>
          {roles.includes('convener') ? <Admit {...props} /> : <p class="soft">{words.joining.byMotion}</p>}
        </>
      ) : null}
    </section>
  );
}

/** While a federation is being founded its convener admits; the rules look for the sealed request in the other's book. */
function Admit({ words, body, session, formats, neighbours, changed }: StepProps): JSX.Element {
  const [below, setBelow] = useState('');
  const [seats, setSeats] = useState<number | null>(1);
  const [group, setGroup] = useState('');
  const { busy, trouble, send } = useSending(session);
  const one = neighbours.find(({ origin }) => origin === below);
  const admit = async (): Promise<void> => {
    if (one === undefined || seats === null) return;
    const named = group.trim() === '' ? {} : { class: group.trim() };
    const input = { below, key: one.key, title: one.title, entitlement: seats, ...named };
    if (await send('AdmitAffiliate', input)) {
      setBelow('');
      changed();
    }
  };
  return (
    <>
      <ChooseBody
        id="below"
        label={words.joining.who}
        none={words.proof.choose}
        among={neighbours.filter(({ origin }) => body.state.affiliates[origin] === undefined)}
        value={below}
        onChange={setBelow}
      />
      <NumberField id="seats" label={words.joining.seats} value={seats} onChange={setSeats} />
      <TextField
        id="group"
        label={words.joining.group}
        hint={words.joining.groupHow}
        max={40}
        value={group}
        onChange={setGroup}
      />
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      <Action
        icon="check"
        tone="indigo"
        busy={busy || one === undefined || seats === null}
        onClick={() => void admit()}
      >
        {words.joining.admit}
      </Action>
    </>
  );
}
