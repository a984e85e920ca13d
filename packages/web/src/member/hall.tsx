import type { JSX } from 'preact';
import type { Me, Sitting } from '../answers.ts';
import { pathOf } from '../shell/address.ts';
import { Later } from '../shell/later.tsx';
import { Badge } from '../shell/parts.tsx';
import { CheckIn } from './check-in.tsx';
import { Measures } from './measures.tsx';
import { Others } from './others.tsx';
import type { ScreenProps } from './screen-props.ts';
import { Agenda, Presence } from './sitting-now.tsx';
import { Duties, Rooms } from './tasks.tsx';

/** Between votes: the sitting, and whether I am in it; then my other assemblies. */
export function Hall(props: ScreenProps): JSX.Element {
  const { mine, session, words } = props;
  const sittings = mine.me?.sittings ?? [];
  return (
    <>
      <Duties {...props} />
      {sittings.length === 0 ? (
        <>
          <h1>{words.sittings.none}</h1>
          <p class="soft">{words.sittings.noneHow}</p>
        </>
      ) : (
        sittings.map((sitting) => <OneSitting key={sitting.sitting} sitting={sitting} {...props} />)
      )}
      <Measures {...props} />
      <Others {...props} />
      <nav class="foot">
        {hasKeys(mine.me) ? (
          <>
            <a class="plain" href={pathOf({ area: 'seals', body: session.body })}>
              {words.seals.own}
            </a>
            <a class="plain" href={`/office/waiting/${session.body}`}>
              {words.waiting}
            </a>
            <a class="plain" href={`/office/petitions/${session.body}`}>
              {words.petitions}
            </a>
          </>
        ) : null}
        {mine.me?.roles?.some((role) => role === 'convener' || role === 'secretary') ? (
          <a class="plain" href={pathOf({ area: 'roll', body: session.body })}>
            {words.roll}
          </a>
        ) : null}
        <a class="plain" href={pathOf({ area: 'people' })}>
          {words.people}
        </a>
        <a class="plain" href={pathOf({ area: 'meeting' })}>
          {props.formats.words.meeting}
        </a>
      </nav>
    </>
  );
}

const hasKeys = (me: Me | null): boolean => me?.actor.kind === 'member' || me?.actor.kind === 'seat';

function OneSitting(props: ScreenProps & { readonly sitting: Sitting }): JSX.Element {
  const { mine, session, formats, words, sitting } = props;
  const live = props.live?.sitting === sitting.sitting ? props.live : null;
  const { number, time } = formats;
  const actor = mine.me?.actor;
  const seat = actor?.kind === 'seat';
  const slip = actor?.kind === 'slip' ? actor.number : null;
  return (
    <section>
      <p class="soft">{sitting.opened ? words.sittings.open : words.sittings.next}</p>
      <h1>{sitting.place}</h1>
      <p>{time(sitting.startsAt)}</p>
      {live !== null ? (
        <Presence live={live} formats={formats} words={words} />
      ) : sitting.present === null ? null : (
        <p class="soft">{words.sittings.presence(number(sitting.present), number(sitting.roll))}</p>
      )}
      {sitting.opened ? null : (
        <p>
          <a
            class="plain"
            href={`/api/bodies/${encodeURIComponent(session.body)}/sittings/${sitting.sitting}/calendar.ics`}
          >
            {words.sittings.calendar}
          </a>
        </p>
      )}
      {seat ? (
        <Standing title={words.sittings.seat} how={words.sittings.seatHow} />
      ) : slip !== null ? (
        <Standing title={words.sittings.slip(number(slip))} how={words.sittings.checkedInHow} />
      ) : sitting.checkedIn ? (
        <Standing title={words.sittings.checkedIn} how={words.sittings.checkedInHow} />
      ) : (
        <CheckIn {...props} sitting={sitting.sitting} />
      )}
      {sitting.opened && (seat || slip !== null || sitting.checkedIn) ? (
        <Later load={loadFloor} props={{ session, sitting: sitting.sitting, formats }} formats={formats} />
      ) : null}
      <Rooms {...props} live={live} />
      {live === null || !sitting.opened ? null : <Agenda live={live} formats={formats} words={words} />}
    </section>
  );
}

/** Loaded by those who are in a hall, not by whoever only looks when the next sitting is. */
const loadFloor = () => import('../floor/ask-floor.tsx').then((part) => part.AskFloor);

const Standing = ({ title, how }: { readonly title: string; readonly how: string }): JSX.Element => (
  <div class="card">
    <Badge tone="green" icon="check">
      {title}
    </Badge>
    <p class="soft">{how}</p>
  </div>
);
