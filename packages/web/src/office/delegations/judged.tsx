import type { JSX } from 'preact';
import { Action, Badge } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { SeatProps } from './seat-props.ts';

/** What the assembly has said of a report, or the way to ask it: in a sitting, by vote. Its words stay for the members. */
export function Judged({
  made,
  seat: { title, seat },
  sitting,
  session,
  formats,
  words,
  changed,
}: SeatProps & { readonly made: SeatProps['seat']['reports'][number] }): JSX.Element {
  const { busy, trouble, send } = useSending(session, changed);
  const { reports } = words;
  const { act, judged, tabled } = made;
  if (judged !== null) {
    const approved = judged.outcome === 'approved';
    return (
      <p>
        <Badge tone={approved ? 'green' : 'red'} icon={approved ? 'check' : 'cross'}>
          {reports.judged[judged.outcome]}
        </Badge>{' '}
        <a href={`/b/${encodeURIComponent(session.body)}/acts/${judged.act}`}>
          {reports.act(formats.number(judged.act))}
        </a>
      </p>
    );
  }
  const put = async (): Promise<void> => {
    const asked = reports.question(title, formats.number(seat), formats.number(act));
    const motion = { matter: 'ordinary', title: reports.motion(title), text: asked };
    const proposal = { kind: 'judge-report', report: act };
    await send('TableMotion', { sitting, ...motion, proposal });
  };
  return (
    <>
      <p role="status">
        <Badge tone="ochre" icon="clock">
          {tabled ? reports.tabled : reports.toJudge}
        </Badge>
      </p>
      {tabled ? null : sitting === null ? (
        <p class="soft">{reports.inSitting}</p>
      ) : (
        <Action icon="hand" tone="quiet" busy={busy} onClick={() => void put()}>
          {reports.put}
        </Action>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}
