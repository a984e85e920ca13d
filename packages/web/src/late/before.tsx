import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import { Mark, Press } from '../form/press.tsx';
import { useStanding } from '../form/standing.ts';
import { toSecond } from '../meeting/hours.ts';
import type { Formats } from '../shell/formats.ts';
import { Alert } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import { inputOf, type LateDraft } from './late-draft.ts';
import type { Irregularity, Matter, Terms } from './terms-es.ts';
import type { LateWords } from './words-es.ts';

interface Judged {
  readonly matter: Matter;
  readonly title: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly acclaimed?: {
    readonly method: 'acclamation' | 'consensus';
    readonly asked: number;
    readonly objections: number;
  };
  readonly outcome: keyof Terms['outcome'];
  readonly irregularities: readonly Irregularity[];
  readonly effect: keyof Terms['effect'];
}

interface LateAct {
  readonly quorum: { readonly needed: number; readonly present: number; readonly met: boolean };
  readonly decisions: readonly Judged[];
  readonly review: readonly number[];
}

interface BeforeProps {
  readonly draft: LateDraft;
  readonly session: Session;
  readonly words: LateWords;
  readonly formats: Formats;
  onBack(): void;
  onEntered(act: number): void;
  /** It is in the queue: typed once more it would be entered twice. */
  onWaiting(): void;
}

type Look =
  | { readonly kind: 'looking' | 'unreachable' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'would'; readonly act: LateAct };

/** What the book would say, by the rules themselves and before anything is written. */
export function Before({ draft, session, words, formats, onBack, onEntered, onWaiting }: BeforeProps): JSX.Element {
  const [look, setLook] = useState<Look>({ kind: 'looking' });
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const waits = useStanding(session, came)?.kind === 'waiting';
  const [input] = useState(() => inputOf(draft, toSecond(Date.now())));
  useEffect(() => {
    if (input !== null) void tried(session, input).then(setLook);
  }, [session, input]);
  const enter = async (): Promise<void> => {
    if (input === null) return;
    setBusy(true);
    const sent = await session.send('EnterLateSitting', input);
    setBusy(false);
    setCame(sent);
    if (sent.kind === 'waiting') onWaiting();
    const taken = sent.kind === 'waiting' ? await sent.later : sent;
    if (taken.kind === 'done') onEntered(taken.done.acts.find(({ act }) => act === 'SittingEnteredLate')?.index ?? 0);
    else if (taken.kind === 'refused') setLook({ kind: 'refused', problem: taken.problem });
  };
  return (
    <section class="late">
      <h1>{words.before.title}</h1>
      {look.kind === 'looking' ? <p class="soft">{words.looking}</p> : null}
      {look.kind === 'unreachable' ? <p class="card ochre">{words.unreachable}</p> : null}
      {waits ? (
        <p class="card ochre" role="status">
          {words.waiting}
        </p>
      ) : null}
      {look.kind === 'refused' ? <Alert>{formats.said(look.problem.sentences)}</Alert> : null}
      {look.kind === 'would' && !waits ? (
        <>
          <WouldSay act={look.act} words={words} formats={formats} />
          <p class="soft">{words.before.forever}</p>
          <Press mark="book" tone="indigo" off={busy} onPress={() => void enter()}>
            {words.before.enter}
          </Press>
        </>
      ) : null}
      {waits ? null : (
        <Press mark="pen" onPress={onBack}>
          {words.before.correct}
        </Press>
      )}
    </section>
  );
}

async function tried(session: Session, input: Readonly<Record<string, unknown>>): Promise<Look> {
  const reply = await session.ask<{ acts: readonly { data: LateAct }[] }>('/trials/EnterLateSitting', { body: input });
  if (reply.kind === 'unreachable') return { kind: 'unreachable' };
  if (reply.kind === 'problem') return { kind: 'refused', problem: reply.problem };
  const [first] = reply.value.acts;
  return first === undefined ? { kind: 'unreachable' } : { kind: 'would', act: first.data };
}

const toneOf = { 'in-force': 'green', suspended: 'ochre', none: 'red' } as const;
const markOf = { 'in-force': 'check', suspended: 'clock', none: 'cross' } as const;

function WouldSay({
  act,
  words,
  formats,
}: { readonly act: LateAct } & Pick<BeforeProps, 'words' | 'formats'>): JSX.Element {
  const { quorum, decisions, review } = act;
  const { number } = formats;
  return (
    <>
      <p>
        {words.before.quorum(number(quorum.present), number(quorum.needed))}{' '}
        <span class={`badge ${quorum.met ? 'green' : 'red'}`}>
          <Mark name={quorum.met ? 'check' : 'cross'} />
          {quorum.met ? words.before.met : words.before.notMet}
        </span>
      </p>
      {decisions.length === 0 ? <p class="card">{words.before.none}</p> : null}
      {decisions.map((decision, i) => (
        <article class="card" key={`${i} ${decision.title}`}>
          <h2>{decision.title}</h2>
          <p class="soft">
            {words.terms.matter[decision.matter]} ·{' '}
            {decision.acclaimed === undefined
              ? words.before.tally(number(decision.yes), number(decision.no), number(decision.abstain))
              : words.before.acclaimed(
                  words.ways[decision.acclaimed.method],
                  number(decision.acclaimed.asked),
                  number(decision.acclaimed.objections),
                )}{' '}
            · {words.terms.outcome[decision.outcome]}
          </p>
          <p>
            <span class={`badge ${toneOf[decision.effect]}`}>
              <Mark name={markOf[decision.effect]} />
              {words.terms.effect[decision.effect]}
            </span>
          </p>
          {decision.irregularities.length === 0 ? null : (
            <ul class="irregular">
              {decision.irregularities.map((name) => (
                <li key={name}>
                  <Mark name="alert" />
                  <span>{words.terms.irregularity[name]}</span>
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
      {review.length === 0 ? null : <p class="card ochre">{words.before.review(number(review.length))}</p>}
    </>
  );
}
