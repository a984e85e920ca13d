import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Press } from '../../form/press.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import { Lines, possible } from './lines.tsx';
import { OfficersWord } from './officers-word.tsx';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import type { Standing } from './types.ts';

interface OfReport extends PartProps {
  readonly standing: Standing;
  /** Of an officer of the committee: it is their word. */
  readonly session: Session;
}

/** Beside a report: what another officer says that it was, to be signed by a second one; and the way to say it. */
export function ReportNow({ correct, ...props }: OfReport & { readonly correct: () => void }): JSX.Element | null {
  const { phone, standing, session, words, formats } = props;
  const { handOver, reported, proposed, corrections } = standing;
  const { busy, trouble, send } = useSending(session);
  if (reported !== true) return null;
  const said = words.wrongReport;
  const waits = proposed === undefined || proposed.number <= corrections.length ? null : proposed;
  const sign = async (proposal: number): Promise<void> => {
    if ((await send('SignReportCorrection', { handOver, proposal })) !== null) phone.wake();
  };
  const act = (index: number): JSX.Element => (
    <a class="line" href={`/b/${encodeURIComponent(phone.body)}/acts/${index}`}>
      {words.act(formats.number(index))}
    </a>
  );
  return (
    <>
      {corrections.length === 0 ? null : (
        <p>
          {said.corrected} {corrections.map((one) => act(one))}
        </p>
      )}
      {waits === null ? null : (
        <div data-proposed={waits.act}>
          <p>
            {said.proposed} {amountsIn(waits.lines, props)} {act(waits.act)}
          </p>
          <p class="soft">{said.signHow}</p>
          <Action icon="check" tone="indigo" busy={busy} onClick={() => void sign(waits.act)}>
            {said.sign}
          </Action>
          <TroubleNote trouble={trouble} waits={words.report.waits} formats={formats} />
        </div>
      )}
      <Press mark="pen" onPress={correct}>
        {said.correct}
      </Press>
    </>
  );
}

/** How it was, by an officer’s word: nothing moves before another officer has signed it. */
export function CorrectReport(props: OfReport & { readonly back: () => void }): JSX.Element {
  const { state, standing, words } = props;
  const { handOver, from, to, corrections } = standing;
  const [lines, setLines] = useState(standing.lines);
  const called = calledIn(state.book?.registers);
  return (
    <OfficersWord
      {...props}
      said={{ ...words.wrongReport, title: words.wrongReport.correct }}
      command="ProposeReportCorrection"
      input={possible(lines) ? () => ({ handOver, number: corrections.length + 1, lines }) : null}
    >
      <p>{words.ofTo(called.place(from), called.place(to))}</p>
      <Lines {...props} lines={lines} givenToo changed={setLines} />
    </OfficersWord>
  );
}
