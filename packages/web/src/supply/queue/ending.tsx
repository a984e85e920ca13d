import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField, TextField } from '../../form/fields.tsx';
import { Press, Small } from '../../form/press.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import type { OneProps } from './parts.ts';
import type { Complaint } from './queue-answer.ts';

const abouts = ['turn', 'portion', 'card', 'treatment', 'other'] as const satisfies readonly Complaint['about'][];
const outcomes = ['made-good', 'explained', 'to-the-assembly'] as const;

/** Made and answered on the spot; nobody is asked who they are. */
export function Complaints({ session, queues, queue, officer, words, formats }: OneProps): JSX.Element {
  const sending = useSending(session);
  const [about, setAbout] = useState<Complaint['about']>('turn');
  const [said, setSaid] = useState('');
  const mine = queues.complaints.filter((one) => one.queue === queue.queue);
  const complain = async (): Promise<void> => {
    const input = { queue: queue.queue, about, ...(said.trim() === '' ? {} : { words: said.trim() }) };
    if (await sending.send('MakeQueueComplaint', input)) setSaid('');
  };
  return (
    <details>
      <summary>{words.complaint}</summary>
      <SelectField
        id="about"
        label={words.about}
        value={about}
        choices={abouts.map((value) => ({ value, words: words.abouts[value] }))}
        onChange={(value) => setAbout(value as Complaint['about'])}
      />
      <TextField id="complaint" label={words.complaintWords} rows={2} max={400} value={said} onChange={setSaid} />
      <Press mark="speech" off={sending.busy} onPress={() => void complain()}>
        {words.complain}
      </Press>
      <TroubleNote trouble={sending.trouble} waits={words.waits} formats={formats} />
      {mine.map(({ complaint, about: what, outcome }) => (
        <div key={complaint} class="card" data-complaint={complaint}>
          <p>
            {words.abouts[what]}
            {outcome === null ? '' : `: ${words.outcomes[outcome as (typeof outcomes)[number]]}`}
          </p>
          {outcome !== null || !officer
            ? null
            : outcomes.map((one) => (
                <Small
                  key={one}
                  mark="check"
                  onPress={() => void sending.send('AnswerQueueComplaint', { complaint, outcome: one })}
                >
                  {words.outcomes[one]}
                </Small>
              ))}
        </div>
      ))}
    </details>
  );
}

/** How many were left, by three reasons that add up. */
export function Closing({ session, queue, words, formats }: OneProps): JSX.Element {
  const sending = useSending(session);
  const [absent, setAbsent] = useState<number | null>(null);
  const [ranOut, setRanOut] = useState<number | null>(null);
  const [other, setOther] = useState<number | null>(null);
  const { number } = formats;
  const left = { absent: absent ?? 0, ranOut: ranOut ?? 0, other: other ?? 0 };
  const due = queue.cards - queue.served;
  const said = left.absent + left.ranOut + left.other;
  return (
    <details>
      <summary>{words.close}</summary>
      {queue.closings.map(({ act, served }) => (
        <p key={act}>{words.closed(number(served))}</p>
      ))}
      <p>{words.left(number(due))}</p>
      <NumberField id="absent" label={words.absent} value={absent} onChange={setAbsent} />
      <NumberField id="ran-out" label={words.ranOut} value={ranOut} onChange={setRanOut} />
      <NumberField id="other" label={words.other} value={other} onChange={setOther} />
      {said === due ? null : <p role="status">{words.sum(number(due), number(said))}</p>}
      <Press
        mark="check"
        off={said !== due || sending.busy}
        onPress={() => void sending.send('CloseQueue', { queue: queue.queue, left })}
      >
        {words.closeIt}
      </Press>
      <TroubleNote trouble={sending.trouble} waits={words.waits} formats={formats} />
    </details>
  );
}
