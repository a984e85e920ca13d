import type { JSX } from 'preact';
import { Badge } from '../shell/parts.tsx';
import type { HallProps } from './hall-props.ts';

/** Whose sitting it is, at which item it is, and whether it may decide. */
export function Head(props: HallProps): JSX.Element {
  const { live, formats, words } = props;
  const { number } = formats;
  const position = live.agenda.findIndex(({ item }) => item === live.item);
  return (
    <div class="wall-head">
      <strong>{live.title}</strong>
      <p>
        {position < 0 || live.phase === 'convened' ? null : (
          <span>{words.item(number(position + 1), number(live.agenda.length))}</span>
        )}
        <Quorum {...props} />
      </p>
    </div>
  );
}

function Quorum({ live, formats: { number }, words }: HallProps): JSX.Element | null {
  const { quorum, crowd, phase } = live;
  if (crowd !== null || phase === 'closed' || phase === 'called-off') return null;
  const { lost, met, challenged } = quorum;
  if (challenged)
    return (
      <Badge tone="ochre" icon="clock">
        {words.counting}
      </Badge>
    );
  if (lost !== null)
    return (
      <Badge tone="red" icon="alert">
        {words.noQuorum(number(lost.present), number(lost.needed))}
      </Badge>
    );
  if (live.present === null || met === null) return null;
  return (
    <Badge tone={met ? 'green' : 'red'} icon={met ? 'check' : 'alert'}>
      {met
        ? words.quorum(number(live.present), number(quorum.needed))
        : words.noQuorum(number(live.present), number(quorum.needed))}
    </Badge>
  );
}
