import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import type { Formats } from '../../shell/formats.ts';
import { Action, Badge } from '../../shell/parts.tsx';
import { Some } from '../choosing/paged.tsx';
import { useListed } from '../listed.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import type { Delegations } from './delegations-answer.ts';
import { Judged } from './judged.tsx';
import { ReportForm } from './report-form.tsx';
import type { SeatProps } from './seat-props.ts';
import { delegationWords } from './words.ts';

/** The seats that this body fills above: mandates, reports, and for whoever sits there the form to report back. */
export function DelegationsArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(delegationWords, formats);
  const look = useCallback(async () => {
    const reply = await session.ask<Delegations>('/delegations');
    return reply.kind === 'ok' ? reply.value : null;
  }, [session]);
  const [known, ask] = useListed(look);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {known.seats.length === 0 ? <p>{words.none}</p> : null}
      <Some
        {...{ formats }}
        all={known.seats}
        row={(seat) => (
          <OneSeat
            key={`${seat.above}#${seat.seat}`}
            {...{ seat, session, formats, words }}
            sitting={known.sitting}
            changed={ask}
          />
        )}
      />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

function OneSeat(props: SeatProps): JSX.Element {
  const { seat, session, formats, words } = props;
  const page = `/b/${encodeURIComponent(session.body)}/seats/${encodeURIComponent(seat.above)}/${seat.seat}`;
  return (
    <section class="card" data-seat={`${seat.above}#${seat.seat}`}>
      <h2>{words.seat(seat.title, formats.number(seat.seat))}</h2>
      {seat.mine === null ? null : (
        <Badge tone="indigo" icon="people">
          {words.mine[seat.mine]}
        </Badge>
      )}
      {seat.recalled === null ? null : (
        <Badge tone="red" icon="cross">
          {words.recalled}
        </Badge>
      )}
      <p class="soft">{words.until(dayOf(seat.until, formats))}</p>
      <a class="plain" href={page}>
        {words.page}
      </a>
      <Mandates {...props} />
      <Reports {...props} />
      {seat.mine === null ? null : <ReportForm {...props} />}
    </section>
  );
}

/** With its year: terms and reports are read years later. */
const dayOf = (time: string, { language }: Formats): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(time));

function Mandates({ seat: { mandates }, words }: SeatProps): JSX.Element | null {
  if (mandates.length === 0) return null;
  return (
    <>
      <h3>{words.mandates.title}</h3>
      <ul>
        {mandates.map(({ motion, title, instruction }) => (
          <li key={motion}>
            {title}: {instruction === null ? words.mandates.none : (words.mandates.said[instruction] ?? instruction)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Reports(props: SeatProps): JSX.Element {
  const { seat, session, formats, words } = props;
  const { reports } = words;
  const book = `/b/${encodeURIComponent(session.body)}/acts`;
  return (
    <>
      <h3>{reports.title}</h3>
      {seat.reports.length === 0 ? <p class="soft">{reports.none}</p> : null}
      {seat.reports.map((one) => (
        <div key={one.act} data-report={one.act}>
          <p>
            {reports.of(dayOf(one.at, formats))} ·{' '}
            <a href={`${book}/${one.act}`}>{reports.act(formats.number(one.act))}</a>
          </p>
          {one.text === null ? <p class="soft">{reports.members}</p> : <p class="text">{one.text}</p>}
          <Judged {...props} made={one} />
        </div>
      ))}
      {seat.missed === null ? null : (
        <p>
          <Badge tone="red" icon="alert">
            {reports.missed}
          </Badge>{' '}
          <a href={`${book}/${seat.missed}`}>{reports.act(formats.number(seat.missed))}</a>
        </p>
      )}
      {seat.due === null ? null : <Due {...props} due={seat.due} />}
    </>
  );
}

/** Once the day is over anybody who belongs here puts on record that no report came. */
function Due({ due, seat, session, formats, words, changed }: SeatProps & { readonly due: string }): JSX.Element {
  const { busy, trouble, send } = useSending(session, changed);
  const show = async (): Promise<void> => {
    await send('ShowMissedReport', { to: seat.above, seat: seat.seat });
  };
  const isOver = Date.parse(due) <= Date.now() && seat.missed === null;
  return (
    <>
      <p>{words.reports.due(dayOf(due, formats))}</p>
      {isOver ? (
        <>
          <p class="soft">{words.reports.showHow}</p>
          <Action icon="alert" tone="quiet" busy={busy} onClick={() => void show()}>
            {words.reports.show}
          </Action>
        </>
      ) : null}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}
