import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { NumberField } from '../../form/fields.tsx';
import { Confirm, Press } from '../../form/press.tsx';
import { TroubleNote } from '../../office/sending.tsx';
import { Qr } from '../../qr/qr.tsx';
import { Refusal } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import { cardText, commitmentOf, freshCode, grouped } from './card-code.ts';
import type { PartProps } from './parts.ts';

/** Cards that are made and not printed yet: on this phone alone. */
interface Made {
  /** What the book calls it; null while this phone has not heard. */
  readonly number: number | null;
  readonly code: string;
  /** How many there were said to be. */
  readonly households: number;
}

/** As many commitments as go into one act. */
const IN_AN_ACT = 128;
const PATH = 'here:household-cards';

/** Codes are kept before anything is sent: a card that is in the book and whose code nobody has can never be printed. */
function useMade({ shell, session, queues }: PartProps) {
  const [made, setMade] = useState<readonly Made[]>([]);
  const person = session.person?.id ?? '';
  useEffect(() => {
    void shell.storage
      .get('known', [person, PATH])
      .catch(() => undefined)
      .then((kept) => setMade((kept?.value as readonly Made[] | undefined) ?? []));
  }, [shell, person]);
  const keep = async (next: readonly Made[]): Promise<void> => {
    await shell.storage.put('known', { person, path: PATH, value: next, at: Date.now() }).catch(() => undefined);
    setMade(next);
  };
  const numbered = useMemo(() => {
    const numbers = new Map(queues.cards.map(({ commitment, number }) => [commitment, number]));
    return made.map((one) => ({ ...one, number: numbers.get(commitmentOf(queues.origin, one.code)) ?? one.number }));
  }, [made, queues]);
  return { made: numbered, keep };
}

/** One card a household: issued, printed on sheets, made void when lost. */
export function Cards(props: PartProps): JSX.Element {
  const { queues, words, formats, sending } = props;
  const { made, keep } = useMade(props);
  const [lost, setLost] = useState<number | null>(null);
  const [refused, setRefused] = useState<Sentences | null>(null);
  const { number } = formats;
  const voidIt = async (): Promise<void> => {
    if (await sending.send('VoidHouseholdCard', { card: lost })) setLost(null);
  };
  const issue = async (all: readonly Made[]): Promise<void> => {
    await keep(all);
    const { taken, why } = await issued(props, all);
    setRefused(why);
    if (why !== null) await keep(taken);
  };
  const again = async (): Promise<void> =>
    setRefused(
      (
        await issued(
          props,
          made.filter((one) => one.number === null),
        )
      ).why,
    );
  return (
    <section>
      <h2>{words.cards}</h2>
      <p>{words.cardsOut(number(queues.out), number(queues.households))}</p>
      {made.length > 0 ? (
        <Sheet {...props} made={made} forget={() => void keep([])} again={() => void again()} />
      ) : (
        <Issue {...props} issue={issue} />
      )}
      {refused === null ? null : <Refusal said={refused} formats={formats} />}
      <details class="on-screen">
        <summary>{words.voidTitle}</summary>
        <NumberField id="lost-card" label={words.voidNumber} value={lost} onChange={setLost} />
        <Press mark="trash" off={lost === null || sending.busy} onPress={() => void voidIt()}>
          {words.voidIt}
        </Press>
        <TroubleNote trouble={sending.trouble} waits={words.waits} formats={formats} />
      </details>
    </section>
  );
}

/** A card's number is the book's to say: without a network it waits in the phone's queue, and its paper with it. */
async function issued({ session, queues }: PartProps, made: readonly Made[]) {
  for (let at = 0; at < made.length; at += IN_AN_ACT) {
    const part = made.slice(at, at + IN_AN_ACT);
    const commitments = part.map(({ code }) => commitmentOf(queues.origin, code));
    const sent = await session.send('IssueHouseholdCards', { households: part[0]?.households, commitments });
    if (sent.kind === 'refused') return { taken: made.slice(0, at), why: sent.problem.sentences ?? null };
  }
  return { taken: made, why: null };
}

function Issue({
  queues,
  words,
  formats,
  issue,
}: PartProps & { readonly issue: (made: readonly Made[]) => Promise<void> }): JSX.Element {
  const [households, setHouseholds] = useState<number | null>(queues.households || null);
  const [count, setCount] = useState<number | null>(null);
  const room = Math.max(0, (households ?? 0) - queues.out);
  const make = (): void => {
    const one = { number: null, households: households ?? 0 };
    void issue(Array.from({ length: count ?? 0 }, () => ({ ...one, code: freshCode() })));
  };
  return (
    <>
      <NumberField id="households" label={words.households} value={households} onChange={setHouseholds} />
      <NumberField
        id="how-many"
        label={words.howMany}
        hint={words.tooMany(formats.number(room))}
        value={count}
        onChange={setCount}
      />
      <Press mark="print" off={count === null || count < 1 || count > room} onPress={make}>
        {words.issue}
      </Press>
    </>
  );
}

interface SheetProps extends PartProps {
  readonly made: readonly Made[];
  readonly forget: () => void;
  readonly again: () => void;
}

function Sheet({ made, forget, again, words, formats, session }: SheetProps): JSX.Element {
  const { title, entries } = useSession(session);
  const cards = made.flatMap(({ number, code }) => (number === null ? [] : [{ number, code }]));
  const isOut = entries.some(({ command, refused }) => command === 'IssueHouseholdCards' && refused === null);
  return (
    <>
      <div class="on-screen">
        <p class="card ochre">{words.once}</p>
        {cards.length === made.length ? null : (
          <>
            <p role="status">{words.waitNumbers(formats.number(made.length - cards.length))}</p>
            {isOut ? null : (
              <Press mark="clock" onPress={again}>
                {words.askAgain}
              </Press>
            )}
          </>
        )}
        <Press mark="print" tone="indigo" onPress={() => print()}>
          {words.print}
        </Press>
        <Confirm
          mark="check"
          label={words.printed}
          ask={words.printedSure}
          yes={words.yes}
          no={words.no}
          onYes={forget}
        />
      </div>
      <h3>{words.sheet(formats.number(cards.length))}</h3>
      <ul class="household-cards">
        {cards.map(({ number, code }) => (
          <li key={code}>
            <strong>{words.cardNo(formats.number(number))}</strong>
            <span>{title}</span>
            <Qr text={cardText(code)} label={words.cardNo(formats.number(number))} />
            <code>{grouped(code)}</code>
            <small>{words.cardHow}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
