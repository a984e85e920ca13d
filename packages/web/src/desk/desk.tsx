import './desk.css';
import type { JSX } from 'preact';
import { SpeakersCard } from '../floor/speakers-card.tsx';
import { useWords } from '../form/words-later.ts';
import { pathOf } from '../shell/address.ts';
import type { SittingAreaProps } from '../shell/area.ts';
import { Badge, Icon } from '../shell/parts.tsx';
import { useLive } from '../shell/watching.ts';
import { AfterCard } from './after-card.tsx';
import { AgendaCard } from './agenda-card.tsx';
import { BeforeCard } from './before-card.tsx';
import { Motions } from './motions.tsx';
import { NextCard } from './next-card.tsx';
import { OtherCard } from './other-card.tsx';
import type { DeskProps } from './props.ts';
import { QuorumCard } from './quorum-card.tsx';
import { ResultCard } from './result-card.tsx';
import { useSteps } from './steps.ts';
import { deskWords } from './words.ts';

/** The presidium's desk: one page from the convocation to the approved minutes. */
export function Desk({ session, sitting, formats }: SittingAreaProps): JSX.Element {
  const { live, problem } = useLive(session, sitting);
  const words = useWords(deskWords, formats);
  if (live !== null && words !== null) return <Open live={live} session={session} words={words} formats={formats} />;
  if (problem !== null && words !== null) return <h1>{words.empty.none}</h1>;
  return (
    <p class="soft" role="status">
      {formats.words.loading}
    </p>
  );
}

function Open(props: Omit<DeskProps, 'known'>): JSX.Element {
  const { live, session, words, formats } = props;
  const known = useSteps(session, live);
  const all = { ...props, known };
  const over = live.phase === 'closed' || live.phase === 'called-off';
  return (
    <div class="desk">
      <Head {...props} />
      {live.mine?.roles.some((role) => running.has(role)) === true ? null : (
        <p class="soft standing-by">{words.notForYou}</p>
      )}
      <div class="columns">
        <div class="now">
          <NextCard {...all} />
        </div>
        <div class="middle">
          {over ? <AfterCard {...all} /> : live.phase === 'convened' ? <BeforeCard {...all} /> : <Motions {...all} />}
          <ResultCard {...all} />
        </div>
        <div class="hall">
          <QuorumCard {...all} />
          <AgendaCard {...all} />
        </div>
        <div class="more">
          {over ? null : <SpeakersCard live={live} session={session} formats={formats} beside />}
          <OtherCard {...all} />
        </div>
      </div>
      <Ways {...props} />
    </div>
  );
}

const running: ReadonlySet<string> = new Set(['convener', 'presidium', 'secretary', 'former-officer']);

const tones = {
  convened: ['ochre', 'calendar'],
  open: ['green', 'check'],
  recess: ['ochre', 'clock'],
  closed: ['rest', 'book'],
  'called-off': ['red', 'cross'],
} as const;

function Head({ live, words, formats }: Omit<DeskProps, 'known'>): JSX.Element {
  const { phase, call, openedAt, recess } = live;
  const [tone, icon] = tones[phase];
  const opened = call === null ? words.phases.open : `${words.phases.open}, ${words.onCall[call]}`;
  const said =
    phase === 'open' && openedAt !== null
      ? words.since(opened, formats.hour(openedAt))
      : phase === 'recess' && recess !== null
        ? `${words.phases.recess} ${words.untilHour(formats.hour(recess))}`
        : words.phases[phase];
  return (
    <div class="desk-head">
      <h1>
        {words.desk} · {words.kinds[live.kind] ?? live.kind}
      </h1>
      <Badge tone={tone} icon={icon}>
        {said}
      </Badge>
    </div>
  );
}

/** Where else this sitting is at work; after everything on a phone, in the corner where there is room. */
function Ways({ live, words, formats, session }: Omit<DeskProps, 'known'>): JSX.Element {
  const { sitting, body } = live;
  const to = (area: string): string => pathOf({ area, body: session.body, sitting });
  return (
    <nav aria-label={words.desk}>
      <a href={to('screen')}>{words.screens.hall}</a>
      <a href={to('teller')}>{words.screens.teller}</a>
      <a href={to('minutes')}>{words.screens.minutes}</a>
      <a href={pathOf({ area: 'late', body: session.body })}>{words.screens.late}</a>
      <a href={`/b/${encodeURIComponent(shortOf(body))}/sittings/${sitting}`}>
        <Icon name="book" /> {words.acts(formats.number(live.size))}
      </a>
    </nav>
  );
}

/** A body's name on its own node is what follows the node's. */
const shortOf = (origin: string): string => origin.slice(origin.indexOf('/') + 1);
