import { writeExcluded } from '@cabildo/ballot';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Badge } from '../../shell/parts.tsx';
import { askJson } from '../asking.ts';
import { Camera } from '../camera.tsx';
import { Alert } from '../said.tsx';
import { numberOnOutside, readNumbers } from './slip-numbers.ts';
import type { SlipsProps } from './slips-props.ts';

/** The numbers that nobody drew; they are on the outside, so that nothing has to be opened. */
export function LeftOver({ words, booth, tongue, node, status, link, ask }: SlipsProps): JSX.Element {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const counts = status.halves.map(({ halves }) => halves);
  if (counts.length < 2)
    return (
      <section>
        <h2>{words.left.title}</h2>
        <p class="soft">{words.left.waits}</p>
      </section>
    );
  const read = readNumbers(text, Math.min(...counts));
  const scanned = (said: string): boolean => {
    const number = numberOnOutside(said, status.election);
    if (number === null) return false;
    setText(`${text} ${number}`.trim());
    return true;
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!read.ok) return setTrouble(words.left.wrong(read.wrong));
    const body = writeExcluded({ election: status.election, left: read.numbers });
    const reply = await askJson(node, '/excluded', { method: 'PUT', body, code: link.code });
    const said = reply.kind === 'refused' ? (reply.sentences?.[tongue.language] ?? reply.code) : booth.unreachable;
    setTrouble(reply.kind === 'ok' ? null : said);
    if (reply.kind === 'ok') ask();
  };
  return (
    <section>
      <h2>{words.left.title}</h2>
      <p>{words.left.how}</p>
      {status.excluded === null ? null : (
        <p>
          <Badge tone="green" icon="check">
            {words.left.sent}
          </Badge>{' '}
          {words.left.count(tongue.number(status.excluded.left))}
        </p>
      )}
      <form onSubmit={(event) => void send(event)}>
        <label for="left">{words.left.field}</label>
        <p class="soft" id="left-how">
          {words.left.fieldHow}
        </p>
        <textarea
          id="left"
          rows={2}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          autocomplete="off"
          aria-describedby="left-how"
        />
        {trouble === null ? null : <Alert>{trouble}</Alert>}
        <p role="status">{read.ok ? words.left.count(tongue.number(read.numbers.length)) : ''}</p>
        <Camera booth={booth} tone="quiet" scanned={scanned} />
        <Action icon="next" tone="indigo" submit>
          {words.left.send}
        </Action>
      </form>
    </section>
  );
}
