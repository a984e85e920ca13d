import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Done } from '../../answers.ts';
import { NumberField } from '../../form/fields.tsx';
import { Confirm, Press } from '../../form/press.tsx';
import { TroubleNote } from '../../office/sending.tsx';
import { Qr } from '../../qr/qr.tsx';
import { randomText } from '../../shell/asking.ts';
import { Refusal } from '../../shell/parts.tsx';
import { cardText, commitmentOf, freshCode, grouped } from './card-code.ts';
import type { PartProps } from './parts.ts';

/** Cards that are made and not printed yet: on this phone alone. */
interface Made {
  readonly number: number;
  readonly code: string;
}

/** As many commitments as go into one act. */
const IN_AN_ACT = 128;
const PATH = 'here:household-cards';

function useMade({ shell, session }: PartProps) {
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
  return { made, keep };
}

/** One card a household: issued, printed on sheets, made void when lost. */
export function Cards(props: PartProps): JSX.Element {
  const { queues, words, formats, sending } = props;
  const { made, keep } = useMade(props);
  const [lost, setLost] = useState<number | null>(null);
  const { number } = formats;
  const voidIt = async (): Promise<void> => {
    if (await sending.send('VoidHouseholdCard', { card: lost })) setLost(null);
  };
  return (
    <section>
      <h2>{words.cards}</h2>
      <p>{words.cardsOut(number(queues.out), number(queues.households))}</p>
      {made.length > 0 ? (
        <Sheet {...props} made={made} forget={() => void keep([])} />
      ) : (
        <Issue {...props} keep={keep} />
      )}
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

function Issue(props: PartProps & { readonly keep: (made: readonly Made[]) => Promise<void> }): JSX.Element {
  const { session, queues, words, formats, keep } = props;
  const [households, setHouseholds] = useState<number | null>(queues.households || null);
  const [count, setCount] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<JSX.Element | null>(null);
  const [busy, setBusy] = useState(false);
  const room = Math.max(0, (households ?? 0) - queues.out);
  const issue = async (): Promise<void> => {
    setBusy(true);
    const made: Made[] = [];
    for (let left = count ?? 0; left > 0; left -= IN_AN_ACT) {
      const codes = Array.from({ length: Math.min(left, IN_AN_ACT) }, freshCode);
      const commitments = codes.map((code) => commitmentOf(queues.origin, code));
      const body = { households, commitments };
      // With a network alone: a card's number is the node's to say.
      const reply = await session.ask<Done>('/commands/IssueHouseholdCards', { body, key: randomText(16) });
      if (reply.kind !== 'ok') {
        setTrouble(<Refusal said={reply.kind === 'problem' ? reply.problem.sentences : null} formats={formats} />);
        break;
      }
      const first = Number(reply.value.answer.first);
      made.push(...codes.map((code, place) => ({ number: first + place, code })));
      await keep(made);
    }
    setBusy(false);
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
      <Press mark="print" off={busy || count === null || count < 1 || count > room} onPress={() => void issue()}>
        {words.issue}
      </Press>
      {trouble}
    </>
  );
}

interface SheetProps extends PartProps {
  readonly made: readonly Made[];
  readonly forget: () => void;
}

function Sheet({ made, forget, words, formats, session }: SheetProps): JSX.Element {
  const { title } = session.state;
  return (
    <>
      <div class="on-screen">
        <p class="card ochre">{words.once}</p>
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
      <h3>{words.sheet(formats.number(made.length))}</h3>
      <ul class="household-cards">
        {made.map(({ number, code }) => (
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
