import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, TextField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { BodyField, type OneBody } from '../choosing/body-field.tsx';
import { Paged, Some } from '../choosing/paged.tsx';
import { StandingMark, type StandingNow } from '../choosing/standing-mark.tsx';
import { askFor, type Find } from '../choosing/use-found.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import { admissionTexts, requestTexts } from './affiliation-text.ts';
import type { Named } from './body-answer.ts';
import { NamedLine } from './named-line.tsx';
import { PutToVote } from './put-to-vote.tsx';
import type { StepProps } from './step-props.ts';

/** To whom this body answers, and who answers to it: the request stands in one book, the admission in the other. */
export function Joining(props: StepProps): JSX.Element | null {
  const { words, body, roles, formats } = props;
  if (body.standing === null) return null;
  const inOffice = roles.includes('presidium') || roles.includes('secretary');
  return (
    <section class="card" aria-labelledby="joining">
      <h2 id="joining">{words.joining.title}</h2>
      <p>{words.joining.how}</p>
      <ul class="named">
        <Some
          all={body.asked}
          formats={formats}
          row={(one: Named & { readonly admitted: boolean }) => <Asked key={one.origin} {...props} one={one} />}
        />
      </ul>
      {inOffice ? <Ask {...props} /> : null}
      {body.kind === 'delegate' ? <Below {...props} inOffice={inOffice} /> : null}
    </section>
  );
}

function Asked({
  one,
  words: { joining },
  session,
  formats,
}: StepProps & { readonly one: Named & { readonly admitted: boolean } }): JSX.Element {
  const state = one.admitted ? 'admitted' : one.sealed ? 'waits' : 'unsigned';
  return (
    <NamedLine named={one} formats={formats}>
      <Badge tone={one.admitted ? 'green' : 'ochre'} icon={one.admitted ? 'check' : one.sealed ? 'clock' : 'pen'}>
        {joining.states[state]}
      </Badge>
      {state === 'unsigned' ? (
        <a class="plain" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
          {joining.sign}
        </a>
      ) : null}
    </NamedLine>
  );
}

/** The base asks, in a sitting of its own. */
function Ask(props: StepProps): JSX.Element {
  const { words, body, formats } = props;
  const [above, setAbove] = useState<OneBody | null>(null);
  return (
    <>
      <h3>{words.joining.ask}</h3>
      <BodyField
        id="above"
        label={words.joining.above}
        chosen={above}
        without={body.origin}
        kind="delegate"
        onChange={setAbove}
        formats={formats}
      />
      {above === null ? null : (
        <PutToVote
          key={above.origin}
          {...props}
          id="ask"
          texts={requestTexts(above)}
          proposal={{ kind: 'request-affiliation', to: above.origin, toKey: above.key }}
        />
      )}
    </>
  );
}

interface Affiliate {
  readonly origin: string;
  readonly title: string;
  readonly standing: StandingNow | null;
  readonly seats: number;
}

function Below(props: StepProps & { readonly inOffice: boolean }): JSX.Element {
  const { words, body, roles, formats, inOffice } = props;
  const { joining } = words;
  const find: Find<Affiliate> = async (q, from, signal) => {
    const query = new URLSearchParams({ q, from: String(from) });
    const path = `/api/bodies/${encodeURIComponent(body.body)}/affiliates?${query}`;
    const reply = await askFor<{ readonly affiliates: readonly Affiliate[]; readonly all: number }>(path, signal);
    return reply === null ? null : { rows: reply.affiliates, all: reply.all };
  };
  const may = roles.includes('convener') || inOffice;
  return (
    <>
      <h3>{joining.askedBy}</h3>
      {body.askedBy.length === 0 ? <p class="soft">{joining.nobodyAsked}</p> : null}
      <ul class="named">
        <Some
          all={body.askedBy}
          formats={formats}
          row={(one: Named) => (
            <NamedLine key={one.origin} named={one} formats={formats}>
              {one.sealed ? null : <span class="soft">{joining.theyMustSign}</span>}
              {one.sealed && may ? <Admit {...props} one={one} /> : null}
            </NamedLine>
          )}
        />
      </ul>
      <h3>{joining.below(formats.number(body.affiliates))}</h3>
      <Paged
        id="affiliates"
        find={find}
        formats={formats}
        again={body.affiliates}
        keyOf={({ origin }: Affiliate) => origin}
        row={({ origin, title, standing, seats }: Affiliate, said) => (
          <>
            <a class="plain" href={`/b/${encodeURIComponent(origin)}`}>
              {joining.member(title, formats.number(seats))}
            </a>
            <StandingMark standing={standing} words={said} formats={formats} links />
          </>
        )}
      />
    </>
  );
}

/** While a federation is being founded its convener admits; from its first officers on, a sitting of it does. */
function Admit(props: StepProps & { readonly one: Named }): JSX.Element {
  const { words, session, formats, one, roles, changed } = props;
  const { joining } = words;
  const [seats, setSeats] = useState<number | null>(1);
  const [group, setGroup] = useState('');
  const { busy, trouble, send } = useSending(session, changed);
  const id = one.origin.replaceAll(/[^\w-]/g, '-');
  const named = group.trim() === '' ? {} : { class: group.trim() };
  const admission = { below: one.origin, key: one.key, title: one.title, entitlement: seats, ...named };
  const admit = async (): Promise<void> => {
    await send('AdmitAffiliate', admission);
  };
  return (
    <div class="admit">
      <NumberField id={`seats-${id}`} label={joining.seats} value={seats} onChange={setSeats} />
      <details>
        <summary>{joining.group}</summary>
        <TextField
          id={`group-${id}`}
          label={joining.group}
          hint={joining.groupHow}
          max={40}
          value={group}
          onChange={setGroup}
        />
      </details>
      {roles.includes('convener') ? (
        <>
          <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
          <Action icon="check" tone="indigo" busy={busy || seats === null} onClick={() => void admit()}>
            {joining.admit}
          </Action>
        </>
      ) : seats === null ? null : (
        <PutToVote
          key={seats}
          {...props}
          id={`admit-${id}`}
          texts={admissionTexts(one, seats)}
          proposal={{ kind: 'admit', ...admission }}
        />
      )}
    </div>
  );
}
