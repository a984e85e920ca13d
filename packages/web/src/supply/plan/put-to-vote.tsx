import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import type { PlanProps } from './plan-props.ts';

interface Props extends PlanProps {
  readonly id: string;
  readonly says: string;
  readonly title: string;
  readonly text: string;
  readonly proposal: Readonly<Record<string, unknown>>;
}

/** As any other motion: before a sitting that is open, with the words that everybody reads; the desk then opens the vote. */
export function PutToVote({ says, title, text, proposal, session, words, formats }: Props): JSX.Element {
  const { me } = useSession(session);
  const [done, setDone] = useState<number | null>(null);
  const { busy, trouble, send } = useSending(session);
  const open = (me?.sittings ?? []).filter(({ opened }) => opened);
  const put = async (sitting: number): Promise<void> => {
    if (await send('TableMotion', { sitting, matter: 'ordinary', title, text, proposal })) setDone(sitting);
  };
  return (
    <div class="to-vote">
      <p>{says}</p>
      {open.length === 0 ? <p class="card ochre">{words.vote.noSitting}</p> : null}
      {open.map(({ sitting, place, startsAt }) => (
        <div key={sitting}>
          {done === sitting ? (
            <>
              <p role="status">
                <Badge tone="green" icon="check">
                  {words.vote.put}
                </Badge>
              </p>
              <a class="action indigo" href={`/phone/desk/${encodeURIComponent(session.body)}/${sitting}`}>
                <span>{words.vote.desk}</span>
              </a>
            </>
          ) : (
            <Action icon="pen" tone="indigo" busy={busy} onClick={() => void put(sitting)}>
              {words.vote.putBefore(place, formats.time(startsAt))}
            </Action>
          )}
        </div>
      ))}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </div>
  );
}
