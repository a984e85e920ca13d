import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LiveBlock, LiveVote } from '../live-answer.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import { WaitsNote } from './door-count.tsx';
import { countName, mayEnter, roundDue, standingOf } from './due.ts';
import { useGiving } from './giving.ts';
import { useKept } from './kept.ts';
import { Keypad } from './keypad.tsx';
import { StandingNote } from './standing-note.tsx';
import type { CountProps } from './teller-props.ts';

const sides = ['people', 'yes', 'no', 'abstain'] as const;
type Hands = Readonly<Record<(typeof sides)[number], number>>;
const none: Omit<Hands, 'people'> = { yes: 0, no: 0, abstain: 0 };

const untouched = (block: string): LiveBlock => ({ block, round: 1, entered: 0, agree: null, recount: false });

/**
 * The hands of one block: how many people are in it, which this phone remembers for the sitting, then one side after the other,
 * and all of it once more before it is given. Nobody counted the people: 0, and nothing is said of them.
 */
export function HandsCount(props: CountProps & { readonly vote: LiveVote; readonly block: string }): JSX.Element {
  const { shell, session, sitting, formats, words, vote, block, given, gave, leave } = props;
  const count = vote.blocks.find((one) => one.block === block) ?? untouched(block);
  const name = countName({ of: 'block', vote: vote.vote, block });
  const mine = given[name] ?? 0;
  const round = roundDue(count);
  const [people, keepPeople] = useKept(shell, session, `${sitting}/people/${block}`, 0);
  const [counted, setHands] = useState(none);
  const [at, setStep] = useState<number | null>(null);
  const hands = { ...counted, people: people ?? 0 };
  const step = at ?? (hands.people > 0 ? 1 : 0);
  const giving = useGiving(session);
  const open = people !== undefined && !giving.waits && mayEnter(standingOf(count, mine), mine);
  const give = async (): Promise<void> => {
    const seen = hands.people > 0 ? hands : counted;
    await giving.give('CountBlock', { vote: vote.vote, block, round, ...seen }, () => gave(name, round));
  };
  const side = sides[step];
  const most = vote.channels?.hands;
  return (
    <>
      <h1>{words.count.block(block)}</h1>
      {open && round > 1 ? <p class="soft">{words.round(formats.number(round))}</p> : null}
      {giving.waits ? null : <StandingNote count={count} mine={mine} words={words} />}
      {!open ? null : side === undefined ? (
        <Own {...props} hands={hands} busy={giving.busy} give={() => void give()} redo={() => setStep(0)} />
      ) : (
        <>
          <h2 class="ask">{words.ask[side]}</h2>
          <Keypad
            key={side}
            label={words.ask[side]}
            value={hands[side]}
            onChange={(value) => {
              setStep(step);
              if (side === 'people') keepPeople(() => value);
              else setHands({ ...counted, [side]: value });
            }}
            formats={formats}
            words={words}
          />
          <Action icon="check" tone="indigo" onClick={() => setStep(step + 1)}>
            {words.next}
          </Action>
          {side === 'people' ? <p class="soft">{words.peopleHow}</p> : null}
        </>
      )}
      {open && most !== undefined ? <p class="soft">{words.most(formats.number(most))}</p> : null}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
      <button type="button" class="plain" onClick={leave}>
        {words.back}
      </button>
    </>
  );
}

interface OwnProps extends CountProps {
  readonly hands: Hands;
  readonly busy: boolean;
  readonly give: () => void;
  readonly redo: () => void;
}

function Own({ hands, busy, give, redo, formats, words }: OwnProps): JSX.Element {
  const { people, yes, no, abstain } = hands;
  const tooMany = people > 0 && yes + no + abstain > people;
  return (
    <>
      <h2 class="ask">{words.own}</h2>
      <dl class="own">
        {sides.slice(people > 0 ? 0 : 1).map((side) => (
          <div key={side} class={side}>
            <dt>{words.hands[side]}</dt>
            <dd>{formats.number(hands[side])}</dd>
          </div>
        ))}
      </dl>
      {tooMany ? (
        <p class="sum ochre" role="alert">
          {words.tooMany}
        </p>
      ) : null}
      <Action icon="hand" tone="green" busy={busy || tooMany} onClick={give}>
        {words.giveAll}
      </Action>
      <Action icon="back" tone="quiet" onClick={redo}>
        {words.erase}
      </Action>
    </>
  );
}

/** A block that nobody has named yet: names that were used in this sitting are offered, so that two tellers name it alike. */
export function NewBlock({ live, words, open }: CountProps & { readonly open: (block: string) => void }): JSX.Element {
  const [name, setName] = useState('');
  const known = (live.vote?.blockNames ?? []).filter((one) => live.vote?.blocks.every(({ block }) => block !== one));
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.trim() !== '') open(name.trim());
  };
  return (
    <>
      <h1>{words.count.newBlock}</h1>
      {known.map((one) => (
        <Action key={one} icon="people" tone="quiet" onClick={() => open(one)}>
          {one}
        </Action>
      ))}
      <form onSubmit={submit}>
        <label for="block">{words.blockName}</label>
        <input id="block" maxLength={40} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        <p class="soft">{words.blockExample}</p>
        <Action icon="hand" tone="indigo" submit>
          {words.blockGo}
        </Action>
      </form>
    </>
  );
}
