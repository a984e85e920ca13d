import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Badge } from '../../shell/parts.tsx';
import { BodyField, type OneBody } from '../choosing/body-field.tsx';
import { Some } from '../choosing/paged.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { Named } from './body-answer.ts';
import { NamedLine } from './named-line.tsx';
import type { StepProps } from './step-props.ts';

/** The founding minutes are signed, neighbours have witnessed them: then the founding is proven. And this body witnesses others. */
export function Proof(props: StepProps): JSX.Element | null {
  const { words, body, roles } = props;
  const inOffice = roles.includes('presidium') || roles.includes('secretary');
  if (body.standing === null) return null;
  return (
    <section class="card" aria-labelledby="proof">
      <h2 id="proof">{words.proof.title}</h2>
      {body.standing.stage === 'proven' ? <p>{words.proof.done}</p> : <Unproven {...props} inOffice={inOffice} />}
      {inOffice ? <Witness {...props} /> : null}
    </section>
  );
}

/** Each step done or due, with what to do about the next one; of neighbours those that their own books name. */
function Unproven(props: StepProps & { readonly inOffice: boolean }): JSX.Element {
  const { words, body, formats, inOffice, session } = props;
  const { minutes, started, witnessedBy } = body;
  const needed = body.neighbours ?? 0;
  const signed = witnessedBy.filter(({ sealed }) => sealed).length;
  const steps = [
    { step: 'elected', done: started },
    { step: 'approved', done: minutes !== null },
    { step: 'signed', done: minutes?.sealed === true },
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
        <li>
          <Badge tone={signed >= needed ? 'green' : 'ochre'} icon={signed >= needed ? 'check' : 'clock'}>
            {words.proof.witnesses(formats.number(signed), formats.number(needed))}
          </Badge>
        </li>
      </ul>
      {witnessedBy.length === 0 ? <p>{words.proof.neighbours(formats.number(needed))}</p> : null}
      <ul class="named">
        <Some
          all={witnessedBy}
          formats={formats}
          row={(one: Named) => (
            <NamedLine key={one.origin} named={one} formats={formats}>
              {one.sealed ? null : <span class="soft">{words.proof.unsigned}</span>}
            </NamedLine>
          )}
        />
      </ul>
      {minutes !== null && !minutes.sealed && inOffice ? (
        <p>
          <a class="plain" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
            {words.proof.signMinutes}
          </a>
        </p>
      ) : null}
      {minutes?.sealed === true && inOffice ? <Prove {...props} minutes={minutes.act} needed={needed} /> : null}
    </>
  );
}

/** The rules look each of them up in its book once more; a refusal says how many they found. */
const MOST_WITNESSES = 8;

function Prove(props: StepProps & { readonly minutes: number; readonly needed: number }): JSX.Element {
  const { words, session, formats, body, changed, minutes, needed } = props;
  const { busy, trouble, send } = useSending(session, changed);
  const witnesses = body.witnessedBy.filter(({ sealed }) => sealed).slice(0, MOST_WITNESSES);
  const prove = async (): Promise<void> => {
    await send('ProveFounding', { minutes, witnesses: witnesses.map(({ origin }) => origin) });
  };
  return (
    <>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
      {witnesses.length < needed ? <p class="soft">{words.proof.tooFew(formats.number(needed))}</p> : null}
      <Action icon="shield" tone="indigo" busy={busy || witnesses.length < needed} onClick={() => void prove()}>
        {words.proof.prove}
      </Action>
    </>
  );
}

function Witness({ words, body, session, formats, changed }: StepProps): JSX.Element {
  const [neighbour, setNeighbour] = useState<OneBody | null>(null);
  const { busy, trouble, send } = useSending(session, changed);
  const isDone = body.witnessed.some(({ origin }) => origin === neighbour?.origin);
  const witness = async (): Promise<void> => {
    if (neighbour !== null && (await send('WitnessFounding', { neighbour: neighbour.origin }))) {
      setNeighbour(null);
    }
  };
  return (
    <>
      <h3>{words.proof.others}</h3>
      <p class="soft">{words.proof.othersHow}</p>
      <ul class="named">
        <Some
          all={body.witnessed}
          formats={formats}
          row={(one: Named) => (
            <NamedLine key={one.origin} named={one} formats={formats}>
              <Badge tone={one.sealed ? 'green' : 'ochre'} icon={one.sealed ? 'check' : 'pen'}>
                {one.sealed ? words.proof.given : words.proof.toSign}
              </Badge>
            </NamedLine>
          )}
        />
      </ul>
      <BodyField
        id="neighbour"
        label={words.proof.neighbour}
        chosen={neighbour}
        without={body.origin}
        onChange={setNeighbour}
        formats={formats}
      />
      {isDone ? <p class="soft">{words.proof.already}</p> : null}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
      <Action icon="pen" tone="quiet" busy={busy || neighbour === null || isDone} onClick={() => void witness()}>
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
