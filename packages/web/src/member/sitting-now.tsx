import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Live, LiveMotion } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import { Later } from '../shell/later.tsx';
import { Badge, Icon, Meter } from '../shell/parts.tsx';
import type { MemberWords } from './words-es.ts';

interface NowProps {
  readonly live: Live;
  readonly formats: Formats;
  readonly words: MemberWords;
}

/** How many are there of how many, with the tick where the quorum lies. */
export function Presence({ live, formats: { number }, words }: NowProps): JSX.Element | null {
  const { present, roll, quorum } = live;
  if (present === null) return null;
  const met = quorum.met === true && quorum.lost === null;
  const said = `${words.sittings.presence(number(present), number(roll))} · ${words.sittings.needed(number(quorum.needed))}`;
  return (
    <div class="presence">
      <Badge tone={met ? 'green' : 'red'} icon={met ? 'check' : 'alert'}>
        {met ? words.now.quorum : words.now.noQuorum}
      </Badge>
      <Meter parts={[{ value: present, tone: 'here' }]} total={roll} tick={quorum.needed} label={said} />
      <p class="soft">{said}</p>
    </div>
  );
}

/** The item that is taken now, and its motions in the order in which they are voted. */
export function Agenda({ live, formats, words }: NowProps): JSX.Element | null {
  const now = live.agenda.find(({ state }) => state === 'now');
  const motions = live.motions.filter(({ item, state }) => item === (now?.item ?? null) && state !== 'withdrawn');
  if (now === undefined && motions.length === 0) return null;
  return (
    <section>
      {now === undefined ? null : (
        <>
          <p class="soft">
            {words.now.item(formats.number(live.agenda.indexOf(now) + 1), formats.number(live.agenda.length))}
          </p>
          <h2>{now.title}</h2>
        </>
      )}
      <Motions motions={motions} {...{ live, formats, words }} />
    </section>
  );
}

/** In the order in which they are voted. */
export const Motions = ({ motions, ...props }: NowProps & { readonly motions: readonly LiveMotion[] }): JSX.Element => (
  <ol class="motions">
    {motions.map((motion) => (
      <OneMotion key={motion.motion} motion={motion} {...props} />
    ))}
  </ol>
);

/** `Punto 4 · Moción 2 de 3`; of an amendment, what it amends. */
export function OfMotion({
  live,
  motion,
  formats: { number },
  words,
}: NowProps & { readonly motion: number }): JSX.Element {
  const shown = live.motions.find((one) => one.motion === motion);
  const amended = live.motions.find((one) => one.motion === shown?.amends?.motion);
  const place = live.agenda.findIndex(({ item }) => item === shown?.item);
  return (
    <>
      {place < 0 ? null : ` · ${words.now.item(number(place + 1), number(live.agenda.length))}`}
      {amended === undefined ? null : ` · ${words.now.amendmentTo(amended.title)}`}
    </>
  );
}

/** Loaded by whoever reads an amendment. */
const loadChanges = () => import('../changes/changed-text.tsx').then((part) => part.ChangedText);

const tones = { carried: 'green', rejected: 'red', tied: 'ochre', undetermined: 'ochre', annulled: 'red' } as const;
const icons = { carried: 'check', rejected: 'cross', tied: 'minus', undetermined: 'clock', annulled: 'cross' } as const;

function OneMotion({ motion, live, formats, words }: NowProps & { readonly motion: LiveMotion }): JSX.Element {
  const { outcome, amends, text } = motion;
  const [open, setOpen] = useState(false);
  const before = live.motions.find((one) => one.motion === amends?.motion)?.text ?? null;
  return (
    <li class="card" data-motion={motion.motion}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {amends === null ? '' : `${words.now.amendment}: `}
          {motion.title}
        </summary>
        {!open ? null : text !== null && before !== null && before !== text ? (
          <Later load={loadChanges} props={{ before, after: text, formats }} formats={formats} />
        ) : (
          <p class="text">{text ?? words.vote.noText}</p>
        )}
      </details>
      {motion.does === 'hold-election' ? (
        <a class="plain" href={`/b/${encodeURIComponent(live.body)}/candidates/${motion.motion}`}>
          {words.now.candidates}
        </a>
      ) : null}
      {outcome === null ? (
        <Badge tone={motion.state === 'voting' ? 'indigo' : 'rest'} icon={motion.state === 'voting' ? 'hand' : 'clock'}>
          {words.now.states[motion.state]}
        </Badge>
      ) : (
        <Badge tone={tones[outcome]} icon={icons[outcome]}>
          {words.result[outcome]}
        </Badge>
      )}
    </li>
  );
}

const oneByOne: ReadonlySet<string> = new Set(['devices', 'mixed', 'roll-call', 'secret']);

/** Whom the open vote has heard, and nothing of what was said. */
export function Turnout({ live, formats: { number }, words }: NowProps): JSX.Element | null {
  const { vote } = live;
  // Hands, papers and cards are heard by tellers, not one by one.
  if (vote === null || !oneByOne.has(vote.method)) return null;
  const said = words.now.voted(number(vote.received), number(vote.of));
  return (
    <div class="turnout">
      <Meter parts={[{ value: vote.received, tone: 'here' }]} total={vote.of} tick={null} label={said} />
      <p class="soft">
        <Icon name="people" /> {said}. {words.now.tallyLater}
      </p>
    </div>
  );
}
