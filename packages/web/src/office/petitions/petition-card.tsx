import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { Confirm } from '../../form/press.tsx';
import { ask, bodyPath, randomText } from '../../shell/asking.ts';
import { Action, Badge, Meter, Refusal } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { ConveneRecall } from './convene-recall.tsx';
import { PaperCount } from './paper-count.tsx';
import { type OnePetition, whomOf } from './petition-props.ts';

/** One petition: how far it is, the line that it must reach, and what whoever looks at it can do now. */
export function PetitionCard(props: OnePetition): JSX.Element {
  const { petition, formats, words } = props;
  const { phones, paper, needed, of, gathering, reached, until, mine } = petition;
  const { number } = formats;
  const label = words.signatures(number(phones + paper), number(needed), number(of));
  return (
    <section class={`card petition ${gathering ? 'indigo' : ''}`} data-petition={petition.petition}>
      <h2>{whomOf(petition, words, formats)}</h2>
      <Meter
        parts={[{ value: phones + paper, tone: 'yes' }]}
        total={Math.max(of, needed, phones + paper)}
        tick={needed}
        label={label}
      />
      <p class="signatures" role="status">
        <strong>{label}</strong>
      </p>
      <p class="soft">{words.parts(number(phones), number(paper))}</p>
      {gathering ? (
        <p class="soft">{words.until(formats.time(until))}</p>
      ) : reached === null ? (
        <Badge tone="rest" icon="clock">
          {words.over}
        </Badge>
      ) : (
        <Reached {...props} reached={reached} />
      )}
      {gathering && mine !== null ? <Sign {...props} signed={mine.signed} /> : null}
      {gathering && mine?.counts != null ? <PaperCount {...props} counts={mine.counts} /> : null}
    </section>
  );
}

function Sign({
  petition: { petition },
  signed,
  session,
  formats,
  words,
  changed,
}: OnePetition & { readonly signed: boolean }): JSX.Element {
  const { busy, trouble, send } = useSending(session, changed);
  if (signed)
    return (
      <Badge tone="green" icon="check">
        {words.signed}
      </Badge>
    );
  const sign = async (): Promise<void> => {
    if (!busy) await send('SignPetition', { petition });
  };
  return (
    <>
      <Confirm
        mark="pen"
        label={words.sign}
        ask={words.signAsk}
        yes={words.signYes}
        no={words.no}
        tone="indigo"
        main
        onYes={() => void sign()}
      />
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}

/** There are enough: what follows of it, from the convocation to the seat above. */
function Reached(props: OnePetition & { readonly reached: number }): JSX.Element {
  const { petition, reached, session, formats, words } = props;
  const { due, sitting, recalled } = petition;
  const book = `/b/${encodeURIComponent(session.body)}`;
  return (
    <>
      <p>
        <Badge tone="green" icon="check">
          {words.reached}
        </Badge>{' '}
        <a href={`${book}/acts/${reached}`}>{words.act(formats.number(reached))}</a>
      </p>
      {due === null ? <p class="soft">{words.onRecord}</p> : null}
      {due !== null && sitting === null ? (
        <>
          <p>{words.due(formats.time(due))}</p>
          <ConveneRecall {...props} />
        </>
      ) : null}
      {sitting === null ? null : (
        <a class="action quiet" href={`${book}/sittings/${sitting}`}>
          <span>{words.sitting}</span>
        </a>
      )}
      {recalled === null ? null : <Recalled {...props} recalled={recalled} />}
    </>
  );
}

/** Anybody may show it above, with this body's book as proof: nobody has to belong there. */
function Recalled({
  petition,
  recalled,
  session,
  formats,
  words,
}: OnePetition & { readonly recalled: number }): JSX.Element {
  const [outcome, setOutcome] = useState<'none' | 'done' | { readonly refused: Sentences | null }>('none');
  const [busy, setBusy] = useState(false);
  const { above, title, seat } = petition;
  const show = async (): Promise<void> => {
    if (above === undefined || session.person?.origin == null) return;
    setBusy(true);
    const input = { below: session.person.origin, seat };
    const reply = await ask(`${bodyPath(above)}/commands/PresentRecall`, { body: input, key: randomText(16) });
    setBusy(false);
    setOutcome(reply.kind === 'ok' ? 'done' : { refused: reply.kind === 'problem' ? reply.problem.sentences : null });
  };
  return (
    <>
      <p>
        <Badge tone="red" icon="cross">
          {words.recalled}
        </Badge>{' '}
        <a href={`/b/${encodeURIComponent(session.body)}/acts/${recalled}`}>{words.act(formats.number(recalled))}</a>
      </p>
      {outcome === 'done' ? (
        <p role="status">{words.present.done}</p>
      ) : (
        <>
          <p class="soft">{words.present.how(title ?? above ?? '')}</p>
          <Action icon="next" tone="indigo" busy={busy} onClick={() => void show()}>
            {words.present.send}
          </Action>
          {outcome === 'none' ? null : <Refusal said={outcome.refused} formats={formats} />}
        </>
      )}
    </>
  );
}
