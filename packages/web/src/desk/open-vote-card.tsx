import type { JSX } from 'preact';
import type { LiveCount, LiveVote } from '../live-answer.ts';
import { Badge, Icon } from '../shell/parts.tsx';
import { Folded } from './folded.tsx';
import type { DeskProps } from './props.ts';
import { StepButton } from './step-button.tsx';
import { stepsFor } from './steps.ts';

interface Props extends DeskProps {
  readonly vote: LiveVote;
}

/** Nothing that two tellers enter. */
const oneByOne: ReadonlySet<string> = new Set(['devices', 'secret', 'roll-call']);

/** Who has entered, whether they agree, how many were heard. No number of a count is here: the node tells none. */
export function OpenVoteCard(props: Props): JSX.Element {
  const { vote, words, known } = props;
  const about = { vote: vote.vote };
  return (
    <div class="open-vote-card">
      <table>
        {oneByOne.has(vote.method) ? null : (
          <thead>
            <tr>
              <th scope="col">{words.vote.block}</th>
              <th scope="col" class="teller">
                {words.vote.teller('1')}
              </th>
              <th scope="col" class="teller">
                {words.vote.teller('2')}
              </th>
              <th scope="col">
                <span class="unseen">{words.vote.state}</span>
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {rowsOf(props).map(({ name, count }) => (
            <Row key={name} {...props} name={name} count={count} />
          ))}
          <Heard {...props} />
        </tbody>
      </table>
      <p class="soft hidden-tally">
        <Icon name="shield" /> {words.vote.noTally}
      </p>
      {stepsFor(known, ['AnchorBallotBox', 'CloseBallotBox', 'CloseVote'], about).map((step) => (
        <StepButton key={step.command} {...props} step={step} />
      ))}
      {stepsFor(known, 'AnnulVote', about).map((step) => (
        <Folded key="annul" title={words.steps.AnnulVote}>
          <StepButton {...props} step={step} />
        </Folded>
      ))}
    </div>
  );
}

interface Counted {
  readonly name: string;
  readonly count: LiveCount;
}

function rowsOf({ vote, words, formats }: Props): readonly Counted[] {
  const blocks = vote.blocks.map((count) => ({ name: count.block, count }));
  const contests = vote.contests.map((count) => ({ name: words.vote.contest(formats.number(count.contest)), count }));
  const cards = (vote.cards?.open ?? []).map((count) => ({ name: count.below, count }));
  return [...blocks, ...(vote.urn === null ? [] : [{ name: words.vote.urn, count: vote.urn }]), ...contests, ...cards];
}

function Row({ name, count, words, formats }: Props & Counted): JSX.Element {
  const said = (teller: 1 | 2): string => (count.entered >= teller ? words.vote.entered : words.vote.waits);
  return (
    <tr>
      <th scope="row">
        {name}
        {count.round > 1 ? <small>{words.vote.round(formats.number(count.round))}</small> : null}
      </th>
      <td class="teller">{said(1)}</td>
      <td class="teller">{said(2)}</td>
      <td>
        <CountState count={count} words={words} />
      </td>
    </tr>
  );
}

function CountState({ count, words }: { readonly count: LiveCount } & Pick<DeskProps, 'words'>): JSX.Element {
  const { vote } = words;
  if (count.agree === true)
    return (
      <Badge tone="green" icon="check">
        {vote.agree}
      </Badge>
    );
  if (count.agree === false)
    return (
      <Badge tone={count.recount ? 'red' : 'ochre'} icon="alert">
        {count.recount ? vote.differ : vote.bothStand}
      </Badge>
    );
  return (
    <Badge tone="rest" icon="clock">
      {count.entered === 1 ? vote.waiting : vote.nobody}
    </Badge>
  );
}

/** Phones, a roll call, cards: what is counted one by one. */
function Heard({ vote, words, formats, live }: Props): JSX.Element | null {
  const { number } = formats;
  const { received, of, channels, rollCall, cards, method } = vote;
  const byPhone = method === 'devices' ? of : method === 'mixed' ? (channels?.phones ?? 0) : 0;
  const rows: { readonly name: string; readonly said: string; readonly all: boolean }[] = [];
  if (byPhone > 0 || method === 'devices')
    rows.push({
      name: words.vote.phones,
      said: words.vote.received(number(received), number(byPhone)) + silentOf(live, words, formats),
      all: received >= byPhone,
    });
  if (method === 'secret')
    rows.push({ name: words.methods.secret, said: words.vote.inBox(number(received)), all: false });
  if (rollCall !== null) {
    const next =
      rollCall.next === null ? '' : ` · ${words.vote.nextSeat(rollCall.next.below, number(rollCall.next.seat))}`;
    const answered = words.vote.answered(number(rollCall.answered), number(rollCall.of));
    rows.push({ name: words.vote.rollCall, said: `${answered}${next}`, all: rollCall.next === null });
  }
  if (cards !== null)
    rows.push({
      name: words.vote.cards,
      said: words.vote.cardsDone(number(cards.done), number(cards.of)),
      all: cards.done >= cards.of,
    });
  const hands = method === 'hands' || (channels?.hands ?? 0) > 0;
  if (rows.length === 0 && vote.blocks.length === 0 && hands)
    return (
      <tr>
        <td colSpan={4} class="soft">
          {words.vote.noBlocks}
        </td>
      </tr>
    );
  return (
    <>
      {rows.map(({ name, said, all }) => (
        <tr key={name}>
          <th scope="row">
            {name}
            <small class="heard">{said}</small>
          </th>
          <td class="teller" colSpan={2}>
            {said}
          </td>
          <td>
            {all ? (
              <Badge tone="green" icon="check">
                {words.vote.entered}
              </Badge>
            ) : null}
          </td>
        </tr>
      ))}
    </>
  );
}

function silentOf({ phones }: DeskProps['live'], words: DeskProps['words'], formats: DeskProps['formats']): string {
  const silent = phones === null ? 0 : phones.here - phones.heard;
  return silent <= 0 ? '' : ` · ${words.vote.silent(formats.number(silent))}`;
}
