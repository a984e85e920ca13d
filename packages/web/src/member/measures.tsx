import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MeasuresHere } from '../answers.ts';
import { answered } from '../shell/asking.ts';
import { Badge } from '../shell/parts.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Nothing of it is kept: where a closure stands shall not lie on a phone that is taken away. */
export function Measures({ session, mine, formats, words }: ScreenProps): JSX.Element | null {
  const [here, setHere] = useState<MeasuresHere['measures']>([]);
  const size = mine.me?.size;
  useEffect(() => {
    let stale = false;
    void answered(
      () => session.ask<MeasuresHere>('/measures'),
      () => stale,
    ).then((reply) => {
      if (!stale && reply.kind === 'ok') setHere(reply.value.measures);
    });
    return () => {
      stale = true;
    };
  }, [session, size]);
  const said = words.measures;
  return here.length === 0 ? null : (
    <section>
      <h2>{said.title}</h2>
      {here.map(({ book, title, index, what, from, standing, place, area, forMembers, withdrawn }) => (
        <div class="card" key={book + index}>
          <h3>
            <a class="plain" href={`/b/${book}/acts/${index}`}>
              {what}
            </a>
          </h3>
          <p>{place ?? area ?? said.forMembers}</p>
          <p class="soft">
            {title} · {said.from(formats.time(from))}
          </p>
          {forMembers && place !== null ? <p class="soft">{said.forMembers}</p> : null}
          {withdrawn ? <p class="soft">{said.withdrawn}</p> : null}
          <Badge tone={standing === 'called' ? 'green' : 'ochre'} icon={standing === 'called' ? 'check' : 'clock'}>
            {said[standing]}
          </Badge>
        </div>
      ))}
    </section>
  );
}
