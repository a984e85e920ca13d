import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Qr } from '../../qr/qr.tsx';
import { Action, Badge, Icon } from '../../shell/parts.tsx';
import { askText } from '../asking.ts';
import { CopyButton } from '../copy-button.tsx';
import { boardOf, placeOnBoard, trackerAddress } from '../tracker.ts';
import { TrackerWords } from '../tracker-words.tsx';
import type { VoterProps } from './voter-props.ts';

interface DoneProps extends VoterProps {
  readonly tracker: string;
  /** Null once the box is closed. */
  readonly again: (() => void) | null;
  readonly end: () => void;
}

/** The box has it; what the voter takes along, what it means and how it is checked. */
export function Done({ tracker, again, end, ...props }: DoneProps): JSX.Element {
  const { words, booth, node, tongue } = props;
  const address = trackerAddress(node.election, tracker);
  return (
    <div class="done">
      <h1>{words.done.title}</h1>
      <OnBoard {...props} tracker={tracker} />
      <section class="card tracker">
        <h2>{words.done.tracker}</h2>
        <Qr text={address} label={words.done.code} />
        <h3>{words.done.words}</h3>
        <TrackerWords tracker={tracker} language={tongue.language} />
        <h3>{words.done.text}</h3>
        <p class="code-text">{tracker}</p>
        <div class="no-print">
          <CopyButton text={tracker} booth={booth} />
          <button type="button" class="plain with-icon" onClick={() => print()}>
            <Icon name="copy" />
            <span>{booth.print}</span>
          </button>
        </div>
        <p class="soft">
          {words.done.check} {address.slice(address.indexOf('//') + 2, address.indexOf('#'))}
        </p>
      </section>
      <section class="no-print">
        <h2>{words.done.what}</h2>
        <p>{words.done.says}</p>
        <p>{words.done.replaced}</p>
        {again === null ? null : (
          <Action icon="pen" tone="quiet" onClick={again}>
            {words.done.again}
          </Action>
        )}
        <Action icon="check" tone="indigo" onClick={end}>
          {words.done.end}
        </Action>
      </section>
    </div>
  );
}

/** Ballots are shown in batches, so that nobody sees who came when. */
function OnBoard({ tracker, words, booth, node }: VoterProps & { readonly tracker: string }): JSX.Element {
  const [found, setFound] = useState<'unknown' | 'shown' | 'not-yet' | 'unreachable'>('unknown');
  const look = (): void => {
    void askText(node, '/trackers').then(async (reply) => {
      if (reply.kind !== 'ok') return setFound('unreachable');
      const place = await placeOnBoard(boardOf(reply.value), { kind: 'tracker', tracker });
      setFound(place > 0 ? 'shown' : 'not-yet');
    });
  };
  const isShown = found === 'shown';
  return (
    <section class="no-print">
      <Badge tone="green" icon="check">
        {isShown ? words.done.shown : words.done.taken}
      </Badge>
      {isShown ? null : (
        <>
          <p role="status">
            {found === 'not-yet' ? `${words.done.notYet} ` : ''}
            {found === 'unreachable' ? `${booth.unreachable} ` : ''}
            {words.done.waiting}
          </p>
          <button type="button" class="plain" onClick={look}>
            {words.done.look}
          </button>
        </>
      )}
    </section>
  );
}
