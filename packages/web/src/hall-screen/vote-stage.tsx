import type { JSX } from 'preact';
import type { LiveCount, LiveMotion, LiveVote } from '../live-answer.ts';
import { Meter } from '../shell/parts.tsx';
import type { HallProps } from './hall-props.ts';
import { Headline, Mover } from './headline.tsx';
import { slipsSaid } from './result-stage.tsx';

type VoteProps = HallProps & { readonly vote: LiveVote; readonly motion: LiveMotion | null };

/** The open vote: what is asked, who has been heard so far, and nothing of what they said. */
export function VoteStage(props: VoteProps): JSX.Element {
  const { vote, motion, words, formats, now } = props;
  const seconds = Math.max(0, Math.floor((now - Date.parse(vote.openedAt)) / 1000));
  return (
    <>
      <Headline text={vote.title} {...(motion?.amends == null ? {} : { label: words.amendment })} />
      {motion === null ? null : <Mover {...props} motion={motion} />}
      <div class="wall-turnout">
        <p>
          <strong>{words.open}</strong>{' '}
          <span class="wall-soft">
            {words.method_[vote.method]}
            {vote.slips === 0 ? null : ` · ${slipsSaid(vote.slips, words, formats)}`}
          </span>
          <span class="wall-clock" aria-live="off">
            {formats.clock(seconds)}
          </span>
        </p>
        <Heard {...props} />
        <p class="wall-soft">{words.hidden}</p>
      </div>
    </>
  );
}

function Heard(props: VoteProps): JSX.Element {
  const { vote } = props;
  const counts = [...vote.blocks, ...(vote.urn === null ? [] : [vote.urn]), ...(vote.cards?.open ?? [])];
  return (
    <>
      <Ballots {...props} />
      <Box {...props} />
      <Blocks {...props} />
      <Others {...props} />
      {counts.some(({ recount }) => recount) ? <p class="wall-soft">{props.words.recount}</p> : null}
    </>
  );
}

/** Phones and roll calls: so many of so many. */
function Ballots({ vote, words, formats: { number } }: VoteProps): JSX.Element | null {
  const { method, received, channels, rollCall } = vote;
  const of = method === 'mixed' ? (channels?.phones ?? 0) : (rollCall?.of ?? vote.of);
  const voted = rollCall?.answered ?? received;
  if ((method !== 'devices' && method !== 'mixed' && method !== 'roll-call') || of === 0) return null;
  const said = rollCall === null ? words.voted(number(of)) : words.answered(number(of));
  return (
    <>
      <Meter parts={[{ value: voted, tone: 'here' }]} total={of} tick={null} label={`${number(voted)} ${said}`} />
      <p>
        <strong class="wall-number">{number(voted)}</strong> <span class="wall-soft">{said}</span>
      </p>
    </>
  );
}

/** Of a secret vote: how many ballots lie in the box, as its board shows to everybody; whoever voted again is there twice. */
function Box({ vote, words, formats: { number } }: VoteProps): JSX.Element | null {
  if (vote.election === null) return null;
  return (
    <p>
      <strong class="wall-number">{number(vote.received)}</strong> <span class="wall-soft">{words.inBox}</span>
    </p>
  );
}

const isIn = ({ entered, recount }: LiveCount): boolean => entered === 2 && !recount;

function Blocks({ vote, words, formats: { number } }: VoteProps): JSX.Element | null {
  const { method, blocks, blockNames } = vote;
  if (method !== 'hands' && method !== 'mixed') return null;
  const names = new Set([...blocks.map(({ block }) => block), ...blockNames]);
  if (names.size === 0) return <p>{words.noBlocks}</p>;
  const done = blocks.filter(isIn).length;
  const said = words.blocks(number(done), number(names.size));
  return (
    <>
      <Meter parts={[{ value: done, tone: 'here' }]} total={names.size} tick={null} label={said} />
      <p>{said}</p>
    </>
  );
}

function Others({ vote, words, formats: { number } }: VoteProps): JSX.Element | null {
  const { method, urn, cards, channels } = vote;
  if (method === 'delegation-cards' && cards !== null) {
    const said = words.cards(number(cards.done), number(cards.of));
    return (
      <>
        <Meter parts={[{ value: cards.done, tone: 'here' }]} total={cards.of} tick={null} label={said} />
        <p>{said}</p>
      </>
    );
  }
  if (method === 'urn' || (channels?.papers ?? 0) > 0)
    return <p>{urn !== null && isIn(urn) ? words.urnDone : words.urnOpen}</p>;
  return null;
}
