import type { JSX } from 'preact';
import type { OpenVote } from '../answers.ts';
import { ReadAloud } from '../read-aloud/read-aloud.tsx';
import type { Piece } from '../read-aloud/voice.ts';
import { Action, Badge, Icon, Refusal } from '../shell/parts.tsx';
import { ListenLater } from '../voice/listen-later.tsx';
import { CheckIn } from './check-in.tsx';
import type { ScreenProps } from './screen-props.ts';
import { Motions, OfMotion, Turnout } from './sitting-now.tsx';
import { Rooms } from './tasks.tsx';

/** The vote that is open: what is asked, what my base decided, and three buttons; or that my vote is counted. */
export function Vote(props: ScreenProps): JSX.Element | null {
  const vote = props.mine.me?.openVotes.at(-1);
  if (vote === undefined) return null;
  return (
    <>
      <p class="soft">
        {props.words.vote.label}
        {props.live === null ? null : <OfMotion {...props} live={props.live} motion={vote.motion} />}
      </p>
      <h1>{vote.title}</h1>
      {vote.voted ? <Counted {...props} vote={vote} /> : <Ask {...props} vote={vote} />}
      {props.live === null ? null : <Turnout live={props.live} formats={props.formats} words={props.words} />}
      {/* Who is appointed to recount while the vote is open finds the way to it. */}
      <Rooms {...props} />
    </>
  );
}

type VoteProps = ScreenProps & { readonly vote: OpenVote };

function Ask(props: VoteProps): JSX.Element {
  const { vote, words } = props;
  return (
    <>
      <ReadAloud key={vote.vote} pieces={piecesOf(props)} formats={props.formats} /> <Text {...props} />
      <Mandate {...props} />
      {vote.method === 'devices' || (vote.method === 'mixed' && vote.mayVote) ? (
        vote.mayVote ? (
          <Buttons {...props} />
        ) : (
          <NotOnList {...props} />
        )
      ) : (
        <div class="card indigo">
          <h2>
            <Icon name="hand" /> {words.vote.inHall[vote.method].title}
          </h2>
          <p>{words.vote.inHall[vote.method].how}</p>
          {props.live?.vote?.election ? (
            <a class="action indigo" href={`/ballot/v/${props.live.vote.election}`}>
              <Icon name="shield" />
              <span>{words.vote.withSlip}</span>
            </a>
          ) : null}
        </div>
      )}
    </>
  );
}

/** Whoever comes in during a vote does not vote in it, and can check in for the next one meanwhile. */
function NotOnList(props: VoteProps): JSX.Element {
  const { mine, vote, words } = props;
  const seat = mine.me?.actor.kind === 'seat';
  const sitting = mine.me?.sittings.find((one) => one.sitting === vote.sitting);
  const absent = !seat && sitting?.checkedIn === false;
  return (
    <>
      <div class="card ochre" role="status">
        <h2>
          <Icon name="clock" /> {words.vote.notOnList}
        </h2>
        <p>{seat ? words.vote.seatedLater : absent ? words.vote.cameLater : words.vote.nextIsYours}</p>
      </div>
      {absent ? <CheckIn {...props} sitting={vote.sitting} /> : null}
    </>
  );
}

/** What is asked, and how it is answered. */
const piecesOf = ({ live, vote, words: { vote: said } }: VoteProps): readonly Piece[] => [
  said.label,
  [`${vote.title}. ${live?.motions.find(({ motion }) => motion === vote.motion)?.text ?? ''}`],
  ...choices.map(({ choice }) => said[choice]),
];

function Text({ live, vote, words, formats }: VoteProps): JSX.Element | null {
  const shown = live?.motions.find(({ motion }) => motion === vote.motion);
  if (shown === undefined) return null;
  const { text } = shown;
  if (text === null) return <p class="soft">{words.vote.noText}</p>;
  const amendments = live?.motions.filter(
    ({ amends, state: at }) => amends?.motion === vote.motion && at !== 'withdrawn',
  );
  return (
    <>
      {live?.voices.includes(vote.motion) === true ? (
        <ListenLater key={vote.motion} body={live.body} motion={vote.motion} formats={formats} />
      ) : null}
      <details open={text.length < 400}>
        <summary>{words.vote.text}</summary>
        <p class="text">{text}</p>
      </details>
      {live === null || amendments === undefined || amendments.length === 0 ? null : (
        <details>
          <summary>{words.now.amendments}</summary>
          <Motions motions={amendments} live={live} formats={formats} words={words} />
        </details>
      )}
    </>
  );
}

function Mandate({ vote, words }: VoteProps): JSX.Element | null {
  if (vote.mandate === null) return null;
  return (
    <div class="card ochre mandate">
      <Icon name="hand" />
      <div>
        <h2>{words.vote.mandate(words.vote.instruction[vote.mandate] ?? vote.mandate)}</h2>
        <p>{words.vote.mandateHow}</p>
      </div>
    </div>
  );
}

const choices = [
  { choice: 'yes', icon: 'check', tone: 'green' },
  { choice: 'no', icon: 'cross', tone: 'red' },
  { choice: 'abstain', icon: 'minus', tone: 'quiet' },
] as const;

function Buttons({ member, state, vote, formats, words }: VoteProps): JSX.Element {
  const busy = state.busy === 'vote';
  return (
    <>
      <fieldset class="choices">
        <legend class="unseen">{vote.title}</legend>
        {choices.map(({ choice, icon, tone }) => (
          <Action key={choice} icon={icon} tone={tone} busy={busy} onClick={() => void member.cast(vote.vote, choice)}>
            {words.vote[choice]}
          </Action>
        ))}
      </fieldset>
      {busy ? <p role="status">{words.vote.sending}</p> : null}
      {state.trouble?.at === 'vote' ? <Refusal said={state.trouble.sentences} formats={formats} /> : null}
      <p class="soft">{words.vote.secret}</p>
    </>
  );
}

function Counted({ state, vote, words }: VoteProps): JSX.Element {
  const pressed = state.pressed[vote.vote];
  return (
    <div class="card done" role="status">
      <Badge tone="green" icon="check">
        {words.vote.counted}
      </Badge>
      {pressed === undefined ? null : <p>{words.vote.youPressed(words.vote[pressed])}</p>}
      <p class="soft">{words.vote.countedHow}</p>
    </div>
  );
}
