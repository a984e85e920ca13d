import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { hashOf } from '../../desk/announced.ts';
import { HourField, TextField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { soon, toUniversal } from '../first-steps/place-hour.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import type { CalledSitting, ReportNow } from './accounts-answer.ts';
import { type AccountsProps, moneySaid } from './accounts-props.ts';
import { calledFor, reportText } from './report-text.ts';

type Reporting = AccountsProps & { readonly report: ReportNow };

/** What the assembly would be told today; a sitting is called for it, and there it is put to the vote. */
export function ReportToAssembly(props: Reporting): JSX.Element {
  const { known, report, formats, words } = props;
  const said = words.report;
  return (
    <section class="card" aria-labelledby="report">
      <h2 id="report">{known.isCommittee ? words.committee.report : said.title}</h2>
      <p class="soft">{known.isCommittee ? words.committee.reportHow : said.how}</p>
      {report.entries === 0 ? (
        <p>{said.nothing}</p>
      ) : (
        <ul>
          <li>{said.until(report.until, formats.number(report.entries))}</li>
          {report.single === 0 ? null : <li>{said.single(formats.number(report.single))}</li>}
          {report.sums.map(({ commodity, income, expenses, assets }) => {
            const money = (amount: number): string => moneySaid(known, amount, commodity, formats);
            return <li key={commodity}>{said.sums(money(-income), money(expenses), money(assets))}</li>;
          })}
        </ul>
      )}
      {known.sittings.map((sitting) => (
        <Called key={sitting.sitting} sitting={sitting} {...props} />
      ))}
      {report.entries > 0 && known.sittings.length === 0 ? <Call {...props} /> : null}
    </section>
  );
}

function Called({ sitting, session, formats, words, changed }: Reporting & { readonly sitting: CalledSitting }) {
  const said = words.report;
  const { busy, trouble, send } = useSending(session, changed);
  const text = calledFor(sitting);
  const desk = `/phone/desk/${encodeURIComponent(session.body)}/${sitting.sitting}`;
  const put = async (): Promise<void> => {
    if (text === null) return;
    const { entry, until, title, text: motion } = text;
    const proposal = { kind: 'judge-accounts', entry, until };
    const input = { sitting: sitting.sitting, matter: 'accounts', title, text: motion, proposal };
    await send('TableMotion', input);
  };
  return (
    <>
      <p>{said.called(sitting.place, formats.time(sitting.startsAt))}</p>
      {text === null ? null : <blockquote>{text.text}</blockquote>}
      {sitting.tabled ? (
        <p role="status">
          <Badge tone="ochre" icon="clock">
            {said.tabled}
          </Badge>
        </p>
      ) : text === null ? (
        <p class="soft">{said.otherText}</p>
      ) : sitting.opened ? (
        <Action icon="hand" tone="indigo" busy={busy} onClick={() => void put()}>
          {said.put}
        </Action>
      ) : (
        <p class="soft">{said.notOpen}</p>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
      <a class="plain" href={desk}>
        {said.desk}
      </a>
    </>
  );
}

/** The notice names the words that will be voted, up to this act: what is booked later is for the next report. */
function Call({ known, report, session, formats, words, changed }: Reporting): JSX.Element {
  const said = words.report;
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState(() => soon(known.offsetMinutes, known.noticeHours + 1));
  const { busy, trouble, send } = useSending(session, changed);
  const ready = !busy && place.trim() !== '' && startsAt !== '';
  const { title, text } = reportText(report, formats.language);
  const call = async (): Promise<void> => {
    const input = {
      kind: 'ordinary',
      place: place.trim(),
      startsAt: toUniversal(startsAt, known.offsetMinutes),
      notice: [{ matter: 'accounts', title, textHash: hashOf(text) }],
      texts: [{ item: 0, text }],
    };
    await send('ConveneSitting', input);
  };
  return (
    <details>
      <summary>{said.call}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void call();
        }}
      >
        <p class="soft">{said.callHow(formats.number(known.noticeHours))}</p>
        <blockquote>{text}</blockquote>
        <TextField id="report-place" label={said.place} max={160} value={place} onChange={setPlace} />
        <HourField id="report-hour" label={said.startsAt} value={startsAt} onChange={setStartsAt} />
        <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
        <Action icon="calendar" tone="indigo" submit busy={!ready}>
          {said.convene}
        </Action>
      </form>
    </details>
  );
}
