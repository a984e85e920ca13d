import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IconName } from '../../look/icons.ts';
import type { LiveCards, LiveCount, LiveVote } from '../live-answer.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import { WaitsNote } from './door-count.tsx';
import { countName, mayEnter, roundDue, standingOf } from './due.ts';
import { useGiving } from './giving.ts';
import { StandingBadge, StandingNote } from './standing-note.tsx';
import type { CountProps } from './teller-props.ts';
import { useDelegations } from './use-delegations.ts';

type CardsProps = CountProps & { readonly vote: LiveVote; readonly cards: LiveCards };

const raised = [
  { choice: 'yes', tone: 'green', icon: 'check' },
  { choice: 'no', tone: 'red', icon: 'cross' },
  { choice: 'abstain', tone: 'quiet', icon: 'minus' },
  { choice: 'divided', tone: 'quiet', icon: 'people' },
] as const satisfies readonly { readonly choice: string; readonly tone: string; readonly icon: IconName }[];

const untouched: LiveCount = { round: 1, entered: 0, agree: null, recount: false };

/** Delegations raise a card each: one after the other, the next that I have not seen comes up by itself. */
export function CardsCount(props: CardsProps): JSX.Element {
  const { session, sitting, formats, words, vote, cards, given, gave, leave } = props;
  const delegations = useDelegations(session, sitting, vote.vote);
  const [chosen, setChosen] = useState<string | null>(null);
  const giving = useGiving(session);
  const bodies = [...new Set(delegations?.seats.map(({ below }) => below) ?? [])];
  const mineOf = (below: string): number => given[countName({ of: 'cards', vote: vote.vote, below })] ?? 0;
  const countOf = (below: string): LiveCount => cards.open.find((one) => one.below === below) ?? untouched;
  const next = bodies.find((below) => mineOf(below) === 0);
  const below = chosen ?? next ?? null;
  if (delegations !== null && bodies.length === 0) return <p>{words.card.none}</p>;
  const give = async (choice: (typeof raised)[number]['choice']): Promise<void> => {
    if (below === null) return;
    const round = roundDue(countOf(below));
    const input = { vote: vote.vote, below, round, raised: choice };
    await giving.give('CountDelegationCard', input, () => {
      gave(countName({ of: 'cards', vote: vote.vote, below }), round);
      setChosen(null);
    });
  };
  return (
    <>
      <p class="soft">{words.card.done(formats.number(cards.done), formats.number(cards.of))}</p>
      {below === null || delegations === null ? null : (
        <>
          <h1>{words.card.ask(delegations.nameOf(below))}</h1>
          <StandingNote count={countOf(below)} mine={mineOf(below)} words={words} />
          {mayEnter(standingOf(countOf(below), mineOf(below)), mineOf(below))
            ? raised.map(({ choice, tone, icon }) => (
                <Action key={choice} icon={icon} tone={tone} busy={giving.busy} onClick={() => void give(choice)}>
                  {words.card[choice]}
                </Action>
              ))
            : null}
        </>
      )}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
      <ul class="counts">
        {cards.open.map((one) => (
          <li key={one.below}>
            <button type="button" onClick={() => setChosen(one.below)}>
              <span>{delegations?.nameOf(one.below) ?? one.below}</span>
              <StandingBadge standing={standingOf(one, mineOf(one.below))} words={words} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="plain" onClick={leave}>
        {words.back}
      </button>
    </>
  );
}
