import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../shell/parts.tsx';
import { download } from '../download.ts';
import { Alert, Doing, FileButton } from '../said.tsx';
import { boardToCarry, readMessage } from './board.ts';
import { MOST_OF_MESSAGE, textOf } from './read-file.ts';
import type { SeatProps } from './trustee-props.ts';

/** For a trustee whose key is on a machine without a network. */
export function Carry({ origin, ...props }: SeatProps & { readonly origin: string }): JSX.Element {
  const { words, board, carrier, seat, put } = props;
  const { election } = board.status;
  const [said, setSaid] = useState<'sent' | 'wrong' | 'too-large' | null>(null);
  const bring = async (file: File): Promise<void> => {
    const text = await textOf(file, MOST_OF_MESSAGE);
    if (text === null) return setSaid('too-large');
    const message = readMessage(text, election);
    if (message === null || message.seat !== seat) return setSaid('wrong');
    setSaid((await put(message)) ? 'sent' : null);
  };
  const save = async (): Promise<void> => {
    const carried = await boardToCarry(carrier, board, seat);
    download(`cabildo-${election.slice(0, 6)}-${seat}.json`, JSON.stringify(carried));
  };
  const api = `${origin}/ballot/api/${election}`;
  return (
    <details class="no-print">
      <summary>{words.carry.title}</summary>
      <p>{words.carry.how}</p>
      <div class="stacked">
        <a class="plain with-icon" href={`${origin}/ballot/t/file`} download>
          <Icon name="book" />
          <span>{words.carry.page}</span>
        </a>
        <button type="button" class="plain with-icon" onClick={() => void save()}>
          <Icon name="book" />
          <span>{words.carry.board}</span>
        </button>
        {board.status.stage === 'closed' ? (
          <a class="plain with-icon" href={`${api}/archive.bel`} download>
            <Icon name="book" />
            <span>{words.carry.archive}</span>
          </a>
        ) : null}
      </div>
      <FileButton label={words.carry.message} accept=".json,application/json" taken={(file) => void bring(file)} />
      {said === 'wrong' ? <Alert>{words.carry.wrong}</Alert> : null}
      {said === 'too-large' ? <Alert>{words.tooLarge}</Alert> : null}
      {said === 'sent' ? <Doing icon="check">{words.carry.sent}</Doing> : null}
    </details>
  );
}
