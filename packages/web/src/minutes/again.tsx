import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ActAnswer, Sentences } from '../answers.ts';
import { Mark, Press } from '../form/press.tsx';
import { useStanding } from '../form/standing.ts';
import type { Formats } from '../shell/formats.ts';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import type { MinutesAnswer } from './minutes-answer.ts';
import { nextDay } from './next-day.ts';
import type { MinutesWords } from './words-es.ts';

interface AgainProps {
  readonly session: Session;
  readonly answer: MinutesAnswer;
  readonly words: MinutesWords;
  readonly formats: Formats;
}

type Standing =
  | { readonly kind: 'looking' | 'unreachable' | 'lawful' }
  | { readonly kind: 'refused'; readonly why: Sentences }
  | { readonly kind: 'done'; readonly act: number };

/** The words that went out with the notice go out again: they stand under the same items. */
async function announcedWith(session: Session, sitting: number): Promise<readonly unknown[]> {
  const reply = await session.ask<ActAnswer>(`/acts/${sitting}`);
  const texts = reply.kind === 'ok' ? reply.value.disclosures.texts : undefined;
  return Array.isArray(texts) ? texts : [];
}

/** Assemblies that sit every evening: one touch convenes the next one, or the rule that stands against it is said beside the button. */
export function Again({ session, answer, words: all, formats }: AgainProps): JSX.Element {
  const { again: words, approve } = all;
  const [input] = useState(() => nextDay(answer, Date.now()));
  const [standing, setStanding] = useState<Standing>({ kind: 'looking' });
  const [came, setCame] = useState<Sent | null>(null);
  const waits = useStanding(session, came)?.kind === 'waiting';
  useEffect(() => {
    void session.ask('/trials/ConveneSitting', { body: input }).then((reply) => {
      if (reply.kind === 'ok') setStanding({ kind: 'lawful' });
      else if (reply.kind === 'unreachable') setStanding({ kind: 'unreachable' });
      else setStanding({ kind: 'refused', why: reply.problem.sentences });
    });
  }, [session, input]);
  const convene = async (): Promise<void> => {
    setStanding({ kind: 'looking' });
    const texts = await announcedWith(session, answer.sitting);
    const sent = await session.send('ConveneSitting', texts.length === 0 ? input : { ...input, texts });
    setCame(sent);
    // Whoever stands here when it is refused late may try once more.
    if (sent.kind === 'waiting') setStanding({ kind: 'lawful' });
    const taken = sent.kind === 'waiting' ? await sent.later : sent;
    if (taken.kind === 'done') setStanding({ kind: 'done', act: taken.done.acts[0]?.index ?? 0 });
    else if (taken.kind === 'refused') setStanding({ kind: 'refused', why: taken.problem.sentences });
  };
  const label = words.go(formats.time(input.startsAt));
  return (
    <section class="card again">
      <h2>{words.title}</h2>
      <p class="soft">{words.how}</p>
      {standing.kind === 'lawful' && !waits ? (
        <Press mark="next" onPress={() => void convene()}>
          {label}
        </Press>
      ) : null}
      {standing.kind === 'refused' ? (
        <>
          <Press mark="next" off describedBy="again-why" onPress={() => undefined}>
            {label}
          </Press>
          <p id="again-why" class="refusal">
            <Mark name="alert" />
            <span>
              {words.not} {formats.said(standing.why)}
            </span>
          </p>
        </>
      ) : null}
      <p role="status">
        {standing.kind === 'looking' ? words.looking : null}
        {standing.kind === 'unreachable' ? words.unreachable : null}
        {waits ? approve.waiting : null}
        {standing.kind === 'done' ? words.done : null}
      </p>
      {standing.kind === 'done' ? <ConvenedPapers body={session.body} act={standing.act} words={words} /> : null}
    </section>
  );
}

function ConvenedPapers({
  body,
  act,
  words,
}: {
  readonly body: string;
  readonly act: number;
  readonly words: MinutesWords['again'];
}): JSX.Element {
  const path = encodeURIComponent(body);
  return (
    <p class="small-row">
      <a class="small" href={`/b/${path}/sittings/${act}/poster`}>
        <Mark name="print" />
        <span>{words.poster}</span>
      </a>
      <a class="small" href={`/api/bodies/${path}/sittings/${act}/calendar.ics`}>
        <Mark name="clock" />
        <span>{words.calendar}</span>
      </a>
    </p>
  );
}
