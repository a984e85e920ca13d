import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import { useStanding } from '../form/standing.ts';
import { useWords } from '../form/words-later.ts';
import { Qr } from '../qr/qr.tsx';
import { pathOf } from '../shell/address.ts';
import type { BodyAreaProps } from '../shell/area.ts';
import { Action, Badge, Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import { Household, type OnRoll } from './household.tsx';
import { type RollWords, rollWords } from './words.ts';

interface Card {
  readonly code: string;
  readonly words: { readonly es: string; readonly en: string };
}

interface Enrolled {
  readonly name: string;
  /** What came of asking for the card. */
  readonly asked: Sent;
}

/** Somebody is enrolled, and given the card with which they sign in: for whoever keeps the roll. */
export function Roll(props: BodyAreaProps): JSX.Element {
  const { session, formats } = props;
  const words = useWords(rollWords, formats);
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  if (words === null) return <p role="status">{formats.words.loading}</p>;
  const all = { session, formats, words };
  return (
    <div class="roll">
      {enrolled === null ? (
        <Enrol {...all} onDone={setEnrolled} />
      ) : (
        <Given {...all} {...enrolled} leave={() => setEnrolled(null)} />
      )}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </div>
  );
}

interface RollProps extends Pick<BodyAreaProps, 'session' | 'formats'> {
  readonly words: RollWords;
}

function Enrol({ onDone, ...props }: RollProps & { readonly onDone: (enrolled: Enrolled) => void }): JSX.Element {
  const { session, formats, words } = props;
  const [name, setName] = useState('');
  const [household, setHousehold] = useState<OnRoll | null>(null);
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const said = name.trim();
  // Pressed again while it waits, or while the card is asked for, the same person would be there twice.
  const off = busy || said === '' || (sent !== null && sent.kind !== 'refused');
  const enrol = async (): Promise<void> => {
    setBusy(true);
    const input = { name: said, ...(household === null ? {} : { household: household.member }) };
    const answer = await session.send('EnrolMember', input);
    setBusy(false);
    setCame(answer);
    const taken = answer.kind === 'waiting' ? await answer.later : answer;
    if (taken.kind !== 'done') return;
    onDone({ name: said, asked: await session.send('IssueCard', { member: taken.done.answer.member }) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!off) void enrol();
      }}
    >
      <h1>{words.title}</h1>
      <TextField id="name" label={words.name} hint={words.how} max={120} value={name} onChange={setName} />
      <Household {...props} chosen={household} choose={setHousehold} />
      <Note sent={sent} formats={formats} words={words} />
      <Action icon="people" tone="indigo" submit busy={off}>
        {words.enrol}
      </Action>
    </form>
  );
}

/** Beside the button: why not, or that it waits. */
const Note = ({
  sent,
  formats,
  words,
}: Omit<RollProps, 'session'> & { readonly sent: Sent | null }): JSX.Element | null =>
  sent?.kind === 'waiting' ? (
    <p role="status">{words.waits}</p>
  ) : sent?.kind === 'refused' ? (
    <Refusal said={sent.problem.sentences} formats={formats} />
  ) : null;

/** The card is shown once: whoever loses it is given another one, and this one is void. */
function Given({
  name,
  asked,
  session,
  formats,
  words,
  leave,
}: RollProps & Enrolled & { readonly leave: () => void }): JSX.Element {
  const sent = useStanding(session, asked);
  const card = sent?.kind === 'done' ? (sent.done.answer.card as Card) : null;
  const fragment = new URLSearchParams({ body: session.body, card: card?.code ?? '' });
  return (
    <>
      <h1>{name}</h1>
      <p role="status">
        <Badge tone="green" icon="check">
          {words.enrolled(name)}
        </Badge>
      </p>
      <Note sent={sent} formats={formats} words={words} />
      {card === null ? null : (
        <div class="card roll-card">
          <Qr text={`${location.origin}/phone#${fragment}`} label={name} />
          <p>{card.words[formats.language]}</p>
          <p class="soft">{words.cardHow}</p>
        </div>
      )}
      <Action icon="people" tone="indigo" onClick={leave}>
        {words.another}
      </Action>
    </>
  );
}
