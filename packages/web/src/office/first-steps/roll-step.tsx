import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Done, Problem } from '../../answers.ts';
import { randomText } from '../../shell/asking.ts';
import { Action, Badge, Refusal } from '../../shell/parts.tsx';
import type { PaperCard } from './card-sheet.tsx';
import { OnRollList } from './on-roll-list.tsx';
import { type Flaw, type Listed, MOST_BYTES, MOST_PEOPLE, type RollFile, readRoll } from './roll-file.ts';
import type { StepProps } from './step-props.ts';

interface Props extends StepProps {
  readonly add: (cards: readonly PaperCard[]) => void;
}

/** Who belongs to the assembly: a file, looked at before anything of it is taken. */
export function RollStep(props: Props): JSX.Element {
  const { session, words } = props;
  const [all, setAll] = useState<number | null>(null);
  const look = useCallback((): void => {
    void session.ask<{ readonly all: number }>('/roll?most=1').then((reply) => {
      if (reply.kind === 'ok') setAll(reply.value.all);
    });
  }, [session]);
  useEffect(look, [look]);
  return (
    <section class="card" aria-labelledby="roll">
      <h2 id="roll">{words.roll.title}</h2>
      <Import {...props} enrolled={look} />
      {all === null ? null : <OnRollList {...props} all={all} />}
      <p>
        <a class="plain" href={`/phone/roll/${encodeURIComponent(session.body)}`}>
          {words.roll.one}
        </a>
      </p>
    </section>
  );
}

interface Chosen {
  readonly name: string;
  readonly file: RollFile;
  /** Sent again, it is the same list: nobody is enrolled twice. */
  readonly key: string;
}

function Import(props: Props & { readonly enrolled: () => void }): JSX.Element {
  const { words, formats, enrolled } = props;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const leave = (): void => {
    setChosen(null);
    // The same file, mended, is chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const choose = async (file: File | undefined): Promise<void> => {
    setDone(null);
    if (file === undefined) return setChosen(null);
    const read = readRoll(new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()));
    setChosen({ name: file.name, file: read, key: randomText(12) });
  };
  return (
    <>
      <p>{words.roll.how(formats.number(MOST_PEOPLE))}</p>
      <div class="field">
        <label for="roll-file">{words.roll.file}</label>
        <input
          id="roll-file"
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </div>
      {chosen === null ? null : chosen.file.ok ? (
        <Preview
          key={chosen.key}
          {...props}
          chosen={chosen}
          people={chosen.file.people}
          twice={chosen.file.twice}
          leave={leave}
          taken={(count) => {
            leave();
            setDone(count);
            enrolled();
          }}
        />
      ) : (
        <Flaws {...props} name={chosen.name} flaws={chosen.file.flaws} />
      )}
      {done === null ? null : (
        <p role="status">
          <Badge tone="green" icon="check">
            {words.roll.done(formats.number(done))}
          </Badge>
        </p>
      )}
    </>
  );
}

function Flaws({
  words,
  formats,
  name,
  flaws,
}: StepProps & { readonly name: string; readonly flaws: readonly Flaw[] }): JSX.Element {
  const { number, said } = formats;
  return (
    <div class="refusal flaws" role="alert">
      <p>
        <strong>{words.roll.refused(name)}</strong>
      </p>
      <ul>
        {flaws.map(({ line, column, what }) => (
          <li key={`${line} ${column}`}>
            {words.roll.place(number(line), number(column))}:{' '}
            {typeof what === 'string' ? words.roll.flaws[what] : said(what)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PreviewProps extends Props {
  readonly chosen: Chosen;
  readonly people: readonly Listed[];
  readonly twice: readonly Listed[];
  readonly leave: () => void;
  readonly taken: (count: number) => void;
}

/** The first ones of a long list: enough to see whether letters and columns are right. */
const SHOWN = 12;

function Preview(props: PreviewProps): JSX.Element {
  const { session, words, formats, chosen, people, twice, leave, taken, add } = props;
  const { number } = formats;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Problem | 'unreachable' | null>(null);
  const enrol = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const list = people.map(({ name, household }) => (household === undefined ? { name } : { name, household }));
    const body = { people: list };
    const reply = await session.ask<Done>('/commands/EnrolMembers', { body, key: chosen.key });
    setBusy(false);
    if (reply.kind !== 'ok') return setTrouble(reply.kind === 'problem' ? reply.problem : 'unreachable');
    add(cardsIn(reply.value, people));
    taken(people.length);
  };
  return (
    <>
      <h3>{words.roll.preview(number(people.length))}</h3>
      <ol class="preview">
        {people.slice(0, SHOWN).map(({ name, household, line }) => (
          <li key={line}>
            {name}
            {household === undefined ? null : (
              <span class="soft"> · {words.roll.livesWith(people[household]?.name ?? '')}</span>
            )}
          </li>
        ))}
      </ol>
      {people.length > SHOWN ? <p class="soft">{words.roll.more(number(people.length - SHOWN))}</p> : null}
      {twice.length === 0 ? null : (
        <p class="card ochre">
          {words.roll.twice(
            twice
              .slice(0, SHOWN)
              .map(({ line }) => number(line))
              .join(', '),
          )}
        </p>
      )}
      {trouble === null ? null : trouble === 'unreachable' ? (
        <p class="refusal" role="alert">
          {words.roll.unreachable}
        </p>
      ) : (
        <Refusal said={trouble.sentences} formats={formats} />
      )}
      <Action icon="people" tone="indigo" busy={busy} onClick={() => void enrol()}>
        {words.roll.enrol(number(people.length))}
      </Action>
      <button type="button" class="plain" onClick={leave}>
        {words.roll.leave}
      </button>
    </>
  );
}

type Secret = Pick<PaperCard, 'code' | 'words'>;

/** Of one person the answer has one card, of a list as many in its order. */
function cardsIn({ answer }: Done, people: readonly Listed[]): readonly PaperCard[] {
  const made = (answer.cards ?? [answer.card]) as readonly Secret[];
  return people.flatMap(({ name }, i) => {
    const card = made[i];
    return card === undefined ? [] : [{ name, code: card.code, words: card.words }];
  });
}
