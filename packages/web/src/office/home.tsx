import type { JSX } from 'preact';
import { useWords } from '../form/words-later.ts';
import { type Address, pathOf } from '../shell/address.ts';
import type { Area } from '../shell/area.ts';
import { Focused } from '../shell/focused.tsx';
import type { HomeProps } from '../shell/frame.tsx';
import { Icon } from '../shell/parts.tsx';
import { QueueNotes } from '../shell/queue-notes.tsx';
import { useSession } from '../shell/watching.ts';
import { areas, type OfficeArea } from './areas.ts';
import { officeWords } from './words.ts';
import type { OfficeWords } from './words-es.ts';

/** What can be done at this table for the body in which somebody is signed in. */
export function Home(props: HomeProps): JSX.Element {
  const { shell, session, formats } = props;
  const mine = useSession(session);
  const words = useWords(officeWords, formats);
  return (
    <Focused name="office">
      <QueueNotes shell={shell} session={session} mine={mine} formats={formats} />
      {words === null ? (
        <p role="status">{formats.words.loading}</p>
      ) : (
        <>
          <h1>{words.title}</h1>
          <p class="soft">{words.how}</p>
          {(Object.keys(areas) as OfficeArea[]).map((area) => (
            <Entry key={area} area={area} words={words} {...props} />
          ))}
          <div class="foot">
            <a class="plain" href="/phone">
              {words.phone}
            </a>
            <a class="plain" href={pathOf({ area: 'people' })}>
              {formats.words.people.title}
            </a>
          </div>
        </>
      )}
    </Focused>
  );
}

interface Way extends Partial<Address> {
  readonly said: string;
}

/** One of a sitting is entered by each of them. */
function Entry({
  area,
  words,
  session,
  formats: { time },
}: HomeProps & { readonly area: OfficeArea; readonly words: OfficeWords }): JSX.Element {
  const { me } = useSession(session);
  const { title, how } = words.areas[area];
  const { of: kind }: Area = areas[area] as Area;
  const here = kind === 'phone' ? { area } : { area, body: session.body };
  const ways: Way[] =
    kind === 'sitting'
      ? (me?.sittings ?? []).map(({ sitting, place, startsAt }) => ({
          ...here,
          sitting,
          said: words.sittingOf(place, time(startsAt)),
        }))
      : [{ ...here, said: title }];
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="soft">{how}</p>
      {ways.map(({ said, ...address }) => (
        <a key={pathOf(address)} class="action quiet" href={pathOf(address)}>
          <Icon name="book" />
          <span>{said}</span>
        </a>
      ))}
    </section>
  );
}
