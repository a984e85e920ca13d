import type { VerifiedCredential } from '@cabildo/book';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStanding } from '../../form/standing.ts';
import { Action, Badge, Refusal } from '../../shell/parts.tsx';
import type { Sent } from '../../shell/sent.ts';
import { seatKey } from './desk-answer.ts';
import type { DeskProps } from './desk-props.ts';
import type { Judgement } from './judge.ts';
import { looks } from './seats.tsx';
import type { Stands } from './stands.ts';

type Props = DeskProps & {
  readonly judged: Judgement;
  readonly accredited: () => void;
  readonly letIn: (key: string, holder: string) => Promise<void>;
  readonly stands: (seat: NonNullable<Judgement['seat']>) => Stands;
  readonly next: () => void;
};

/** What the desk says, large; why, and what would be needed; and the way to whoever comes next. */
export function Verdict(props: Props): JSX.Element {
  const { judged, words, formats, next } = props;
  const { seat } = judged;
  return (
    <section class={`card ${judged.good ? '' : 'red'}`} data-verdict={judged.good ? 'good' : judged.reason}>
      {seat === undefined ? null : <h2>{words.seat(seat.title, formats.number(seat.seat))}</h2>}
      {judged.good ? (
        <Accredit {...props} seat={judged.seat} label={words.accredit}>
          <Badge tone="green" icon="check">
            {words.good}
          </Badge>
          <Proof verified={judged.verified} formats={formats} words={words} />
        </Accredit>
      ) : (
        <Refused {...props} judged={judged} />
      )}
      <Action icon="camera" tone="quiet" onClick={next}>
        {words.next}
      </Action>
    </section>
  );
}

/** Whoever was recalled is not let in; the alternate may be there, and is let in by the same act. */
function Refused({ judged, ...props }: Props & { readonly judged: Extract<Judgement, { good: false }> }): JSX.Element {
  const { words } = props;
  const { reason, seat } = judged;
  const said = (
    <div role="alert">
      <Badge tone="red" icon="cross">
        {words.bad}
      </Badge>
      <p>
        <strong>{words.reasons[reason][0]}</strong>
      </p>
      <p>{words.reasons[reason][1]}</p>
    </div>
  );
  if (reason !== 'recalled' || seat === undefined) return said;
  return (
    <Accredit {...props} judged={judged} seat={seat} label={words.accreditAlternate}>
      {said}
    </Accredit>
  );
}

function Accredit({
  seat: place,
  judged,
  letIn,
  stands,
  label,
  session,
  formats,
  words,
  sitting,
  accredited,
  children,
}: Props & {
  readonly seat: NonNullable<Judgement['seat']>;
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const { below, seat } = place;
  const accredit = async (): Promise<void> => {
    setBusy(true);
    if (judged.good && judged.verified.holder !== undefined) await letIn(seatKey(below, seat), judged.verified.holder);
    const outcome = await session.send('AccreditSeat', { sitting, below, seat });
    setBusy(false);
    setCame(outcome);
    if (outcome.kind === 'done') accredited();
  };
  if (came !== null && came.kind !== 'refused') {
    // What the node made of it may differ from what this desk could know.
    const now = stands(place);
    if (now === 'replaced' || now === 'emptied' || now === 'refused')
      return (
        <div role="alert">
          <Badge {...looks[now]}>{words.all[now]}</Badge>
          <p>{words.meanwhile[now]}</p>
        </div>
      );
    const waits = sent?.kind !== 'done' && now !== 'there';
    return (
      <p role="status">
        <Badge tone={waits ? 'ochre' : 'green'} icon={waits ? 'clock' : 'check'}>
          {waits ? words.waits : words.accredited}
        </Badge>
      </p>
    );
  }
  return (
    <>
      {children}
      <Action icon="check" tone="green" busy={busy} onClick={() => void accredit()}>
        {label}
      </Action>
      {sent?.kind === 'refused' ? <Refusal said={sent.problem.sentences} formats={formats} /> : null}
    </>
  );
}

/** How old what it was held against is, and who has seen it: a verified book says no more than that (DESIGN section 8). */
function Proof({
  verified: { term, alternate, heads },
  formats: { locale, ago },
  words,
}: Pick<DeskProps, 'formats' | 'words'> & { readonly verified: VerifiedCredential }): JSX.Element {
  // With its year, which no other day of a sitting needs.
  const { format } = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const day = (time: string): string => format(new Date(time));
  return (
    <>
      {term === undefined ? null : <p>{words.term(day(term.from), day(term.until))}</p>}
      {alternate === undefined ? null : <p>{words.alternate}</p>}
      <ul class="soft">
        {heads.map(({ book, age, ageBy, witnesses }) => (
          <li key={book}>
            {ageBy === 'witnessed'
              ? words.witnessed(book, ago(age * 1_000), witnesses.map(({ name }) => name).join(', '))
              : words.selfDeclared(book, ago(age * 1_000))}
          </li>
        ))}
      </ul>
      <p class="soft">{words.later}</p>
    </>
  );
}
