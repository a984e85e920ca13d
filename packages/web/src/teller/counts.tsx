import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Live, LiveCount, LiveVote } from '../live-answer.ts';
import { Badge } from '../shell/parts.tsx';
import { CardsCount } from './cards-count.tsx';
import { DoorCount } from './door-count.tsx';
import { type Count, countName, doorIsDue, needsHands, standingOf } from './due.ts';
import { HandsCount, NewBlock } from './hands-count.tsx';
import { type Given, useKept } from './kept.ts';
import { PapersCount } from './papers-count.tsx';
import { RollCall } from './roll-call.tsx';
import { SecretPart } from './secret-part.tsx';
import { StandingBadge } from './standing-note.tsx';
import type { CountProps, TellerProps } from './teller-props.ts';
import { UrnCount } from './urn-count.tsx';

type Opened = Count | { readonly of: 'new-block' } | { readonly of: 'roll-call' } | { readonly of: 'all-cards' };

/** What is to be counted now, as a list; and the one that is open. */
export function Counts(props: TellerProps): JSX.Element | null {
  const { shell, session, sitting, live, words } = props;
  const [given, keep] = useKept<Given>(shell, session, `${sitting}/given`, {});
  const [opened, setOpened] = useState<Opened | null>(null);
  const leave = (): void => setOpened(null);
  // Another vote, or none: whoever still stands at a count that is over is shown what comes now.
  useEffect(() => {
    if (opened?.of !== 'door' || (live.vote !== null && !doorIsDue(live))) leave();
  }, [live.vote?.vote]);
  if (given === undefined) return null;
  const all: CountProps = { ...props, given, gave: (name, round) => keep((now) => ({ ...now, [name]: round })), leave };
  if (opened !== null && stillThere(opened, live))
    return (
      <>
        <One {...all} opened={opened} open={setOpened} />
        {opened.of === 'door' || opened.of === 'new-block' ? (
          <button type="button" class="plain" onClick={leave}>
            {words.back}
          </button>
        ) : null}
      </>
    );
  return <List {...all} open={setOpened} />;
}

/** The vote that it was of may be closed meanwhile. */
function stillThere(opened: Opened, { vote }: Live): boolean {
  if (opened.of === 'door') return true;
  if ('vote' in opened) return vote?.vote === opened.vote;
  return vote !== null;
}

interface OneProps extends CountProps {
  readonly opened: Opened;
  readonly open: (opened: Opened) => void;
}

function One({ opened, open, ...props }: OneProps): JSX.Element | null {
  const { vote } = props.live;
  if (vote !== null) return <WithVote {...props} opened={opened} open={open} vote={vote} />;
  return opened.of === 'door' ? <DoorCount {...props} /> : null;
}

function WithVote({ opened, open, vote, ...props }: OneProps & { readonly vote: LiveVote }): JSX.Element | null {
  switch (opened.of) {
    case 'door':
      return <DoorCount {...props} />;
    case 'new-block':
      return <NewBlock {...props} open={(block) => open({ of: 'block', vote: vote.vote, block })} />;
    case 'block':
      return <HandsCount key={opened.block} {...props} vote={vote} block={opened.block} />;
    case 'urn':
      return vote.urn === null ? null : <UrnCount {...props} vote={vote} urn={vote.urn} />;
    case 'papers': {
      const contest = vote.contests.find((one) => one.contest === opened.contest);
      return contest === undefined ? null : <PapersCount {...props} vote={vote} contest={contest} />;
    }
    case 'cards':
    case 'all-cards':
      return vote.cards === null ? null : <CardsCount {...props} vote={vote} cards={vote.cards} />;
    case 'roll-call':
      return vote.rollCall === null ? null : <RollCall {...props} vote={vote} rollCall={vote.rollCall} />;
  }
}

interface ListProps extends CountProps {
  readonly open: (opened: Opened) => void;
}

function List(props: ListProps): JSX.Element {
  const { live, given, words, open } = props;
  const { vote, door } = live;
  const due = doorIsDue(live);
  const counted = !live.delegates && !due;
  return (
    <>
      <h1>{vote === null ? (due ? words.title : words.nothingDue) : vote.title}</h1>
      {vote === null && !due ? <p class="soft">{words.nothingDueHow}</p> : null}
      <ul class="counts">
        {due ? (
          <Entry count={door} mine={given.door ?? 0} words={words} open={() => open({ of: 'door' })}>
            {words.count.door}
          </Entry>
        ) : null}
        {vote === null ? null : <OfVote {...props} vote={vote} />}
      </ul>
      <SecretPart {...props} />
      {counted ? (
        <button type="button" class="plain" onClick={() => open({ of: 'door' })}>
          {words.count.doorAgain}
        </button>
      ) : null}
    </>
  );
}

function OfVote({ vote, given, formats, words, open }: ListProps & { readonly vote: LiveVote }): JSX.Element {
  const { number } = formats;
  const mine = (count: Count): number => given[countName(count)] ?? 0;
  const entry = (of: Count, count: LiveCount, name: string): JSX.Element => (
    <Entry key={countName(of)} count={count} mine={mine(of)} words={words} open={() => open(of)}>
      {name}
    </Entry>
  );
  const { vote: index } = vote;
  return (
    <>
      {needsHands(vote)
        ? vote.blocks.map((one) =>
            entry({ of: 'block', vote: index, block: one.block }, one, words.count.block(one.block)),
          )
        : null}
      {needsHands(vote) ? <Plain open={() => open({ of: 'new-block' })}>{words.count.newBlock}</Plain> : null}
      {vote.urn === null ? null : entry({ of: 'urn', vote: index }, vote.urn, words.count.urn)}
      {vote.contests.map((one) =>
        entry({ of: 'papers', vote: index, contest: one.contest }, one, words.count.papers(number(one.contest))),
      )}
      {vote.cards === null ? null : (
        <Plain open={() => open({ of: 'all-cards' })}>
          {words.count.cards} · {words.card.done(number(vote.cards.done), number(vote.cards.of))}
        </Plain>
      )}
      {vote.rollCall === null ? null : <Plain open={() => open({ of: 'roll-call' })}>{words.count.rollCall}</Plain>}
      {vote.method === 'devices' || vote.method === 'mixed' ? (
        <li class="said">
          <Badge tone="indigo" icon="clock">
            {words.count.phones(number(vote.received), number(vote.channels?.phones ?? vote.of))}
          </Badge>
        </li>
      ) : null}
    </>
  );
}

interface EntryProps extends Pick<TellerProps, 'words'> {
  readonly count: LiveCount;
  readonly mine: number;
  readonly open: () => void;
  readonly children: string;
}

const Entry = ({ count, mine, words, open, children }: EntryProps): JSX.Element => (
  <li>
    <button type="button" onClick={open}>
      <span>{children}</span>
      <StandingBadge standing={standingOf(count, mine)} words={words} />
    </button>
  </li>
);

const Plain = ({
  open,
  children,
}: {
  readonly open: () => void;
  readonly children: JSX.Element | string | (JSX.Element | string)[];
}): JSX.Element => (
  <li>
    <button type="button" onClick={open}>
      <span>{children}</span>
    </button>
  </li>
);
