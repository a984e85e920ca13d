import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LiveRollCall, LiveVote } from '../live-answer.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import type { SeatHere } from './delegations.ts';
import { WaitsNote } from './door-count.tsx';
import { useGiving } from './giving.ts';
import type { CountProps } from './teller-props.ts';
import { useDelegations } from './use-delegations.ts';

type RollCallProps = CountProps & { readonly vote: LiveVote; readonly rollCall: LiveRollCall };

const answers = [
  { choice: 'yes', tone: 'green', icon: 'check' },
  { choice: 'no', tone: 'red', icon: 'cross' },
  { choice: 'abstain', tone: 'quiet', icon: 'minus' },
] as const;

const keyOf = ({ below, seat }: SeatHere): string => `${below}#${seat}`;

/**
 * The seat whose turn it is, as large as it can be read out; the node says who is next, and whoever does not answer is
 * called again at the end.
 */
export function RollCall(props: RollCallProps): JSX.Element {
  const { session, sitting, formats, words, vote, rollCall, live, leave } = props;
  const delegations = useDelegations(session, sitting, vote.vote);
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const giving = useGiving(session);
  const may = live.mine?.roles.some((role) => ['convener', 'presidium', 'secretary'].includes(role)) === true;
  if (!may) return <p>{words.roll.only}</p>;
  const silent = new Set([...absent, ...answered]);
  const ahead = [
    ...(rollCall.next === null ? [] : [rollCall.next]),
    ...seatsAfter(rollCall.next, delegations?.seats ?? []),
  ];
  const seat = ahead.find((one) => !silent.has(keyOf(one)));
  const give = async (to: SeatHere, choice: (typeof answers)[number]['choice']): Promise<void> => {
    const input = { vote: vote.vote, below: to.below, seat: to.seat, choice };
    await giving.give('RecordRollCallVote', input, () => setAnswered([...answered, keyOf(to)]));
  };
  return (
    <>
      <p class="soft">{words.roll.answered(formats.number(rollCall.answered), formats.number(rollCall.of))}</p>
      {seat === undefined || delegations === null ? (
        <>
          <h1>{words.roll.done}</h1>
          {absent.length === 0 ? null : (
            <Action icon="people" tone="indigo" onClick={() => setAbsent([])}>
              {words.roll.again}
            </Action>
          )}
        </>
      ) : (
        <>
          <p>{words.roll.next}</p>
          <h1 class="called" aria-live="polite">
            {delegations.nameOf(seat.below)} <small>{words.roll.seat(formats.number(seat.seat))}</small>
          </h1>
          {answers.map(({ choice, tone, icon }) => (
            <Action key={choice} icon={icon} tone={tone} busy={giving.busy} onClick={() => void give(seat, choice)}>
              {words.roll[choice]}
            </Action>
          ))}
          <Action icon="clock" tone="quiet" onClick={() => setAbsent([...absent, keyOf(seat)])}>
            {words.roll.absent}
          </Action>
        </>
      )}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
      <button type="button" class="plain" onClick={leave}>
        {words.back}
      </button>
    </>
  );
}

/** Those before the one whose turn it is have answered. */
function seatsAfter(next: SeatHere | null, seats: readonly SeatHere[]): readonly SeatHere[] {
  if (next === null) return [];
  const at = seats.findIndex((one) => keyOf(one) === keyOf(next));
  return at < 0 ? [] : seats.slice(at + 1);
}
