import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import { TextField } from '../form/fields.tsx';
import { useWords } from '../form/words-later.ts';
import { Qr } from '../hall-screen/qr.tsx';
import { pathOf } from '../shell/address.ts';
import type { BodyAreaProps } from '../shell/area.ts';
import type { Formats } from '../shell/formats.ts';
import { Action, Badge, Refusal } from '../shell/parts.tsx';
import { Household, type OnRoll } from './household.tsx';
import { type RollWords, rollWords } from './words.ts';

interface Card {
  readonly code: string;
  readonly words: { readonly es: string; readonly en: string };
}

interface Enrolled {
  readonly name: string;
  readonly card: Card | null;
}

/** Somebody is enrolled, and given the card with which they sign in: for whoever keeps the roll. */
export function Roll(props: BodyAreaProps): JSX.Element {
  const { session, formats } = props;
  const words = useWords(rollWords, formats.language);
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

type Trouble = Problem | 'waits' | null;

function Enrol({ onDone, ...props }: RollProps & { readonly onDone: (enrolled: Enrolled) => void }): JSX.Element {
  const { session, formats, words } = props;
  const [name, setName] = useState('');
  const [household, setHousehold] = useState<OnRoll | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const said = name.trim();
  const enrol = async (): Promise<void> => {
    setBusy(true);
    const input = { name: said, ...(household === null ? {} : { household: household.member }) };
    const sent = await session.send('EnrolMember', input);
    setBusy(false);
    if (sent.kind !== 'done') return setTrouble(sent.kind === 'refused' ? sent.problem : 'waits');
    const made = await session.send('IssueCard', { member: sent.done.answer.member });
    onDone({ name: said, card: made.kind === 'done' ? (made.done.answer.card as Card) : null });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '' && !busy) void enrol();
      }}
    >
      <h1>{words.title}</h1>
      <TextField id="name" label={words.name} hint={words.how} max={120} value={name} onChange={setName} />
      <Household {...props} chosen={household} choose={setHousehold} />
      <TroubleNote trouble={trouble} formats={formats} words={words} />
      <Action icon="people" tone="indigo" submit busy={busy || said === ''}>
        {words.enrol}
      </Action>
    </form>
  );
}

function TroubleNote({
  trouble,
  formats,
  words,
}: {
  readonly trouble: Trouble;
  readonly formats: Formats;
  readonly words: RollWords;
}): JSX.Element | null {
  if (trouble === null) return null;
  return trouble === 'waits' ? (
    <p role="status">{words.waits}</p>
  ) : (
    <Refusal said={trouble.sentences} formats={formats} />
  );
}

/** The card is shown once: whoever loses it is given another one, and this one is void. */
function Given({
  name,
  card,
  session,
  formats,
  words,
  leave,
}: RollProps & Enrolled & { readonly leave: () => void }): JSX.Element {
  const fragment = new URLSearchParams({ body: session.body, card: card?.code ?? '' });
  return (
    <>
      <h1>{name}</h1>
      <p role="status">
        <Badge tone="green" icon="check">
          {words.enrolled(name)}
        </Badge>
      </p>
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
