import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Focused } from '../../shell/focused.tsx';
import { Action } from '../../shell/parts.tsx';
import { CopyButton } from '../copy-button.tsx';
import { download } from '../download.ts';
import type { PageProps } from '../page-props.ts';
import type { PlaceLink } from '../place-link.ts';
import { Alert, FileButton } from '../said.tsx';
import { AtSeat } from './at-seat.tsx';
import { type CarriedBoard, type CarriedMessage, fileCarrier, nodeCarrier, readCarried } from './board.ts';
import { EnterLink } from './enter-link.tsx';
import { MOST_OF_BOARD, textOf } from './read-file.ts';
import type { TrusteeProps } from './trustee-props.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

/** The trustee's page as a file: it speaks to the node of the link, or to none, by files that somebody carries. */
export function TrusteeFile({ tongue, booth }: Pick<PageProps, 'tongue' | 'booth'>): JSX.Element {
  const words = { es, en }[tongue.language];
  const props: TrusteeProps = { tongue, booth, words };
  const [link, setLink] = useState<PlaceLink | null>(null);
  const [carried, setCarried] = useState<CarriedBoard | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const carrier = useMemo(() => (link === null ? null : nodeCarrier(link, link.code)), [link]);
  if (link !== null && carrier !== null)
    return <AtSeat {...props} carrier={carrier} seat={link.place} origin={link.origin} />;
  if (carried !== null) return <ByHand {...props} board={carried} back={() => setCarried(null)} />;
  const open = async (file: File): Promise<void> => {
    const text = await textOf(file, MOST_OF_BOARD);
    const board = text === null ? null : readCarried(text);
    setWrong(board !== null ? null : text === null ? words.tooLarge : words.carry.wrongBoard);
    setCarried(board);
  };
  return (
    <Focused name="link">
      <EnterLink {...props} election="" enter={setLink} />
      <FileButton label={words.code.carried} accept=".json,application/json" taken={(file) => void open(file)} />
      {wrong === null ? null : <Alert>{wrong}</Alert>}
    </Focused>
  );
}

interface ByHandProps extends TrusteeProps {
  readonly board: CarriedBoard;
  readonly back: () => void;
}

function ByHand({ board, back, ...props }: ByHandProps): JSX.Element {
  const { words, booth } = props;
  const [message, setMessage] = useState<CarriedMessage | null>(null);
  const [archive, setArchive] = useState<File | null>(null);
  const carrier = useMemo(() => fileCarrier(board, archive, setMessage), [board, archive]);
  const needsArchive = board.status.stage === 'closed' && archive === null;
  if (message !== null) {
    const text = JSON.stringify(message);
    return (
      <Focused name="message">
        <h1>{words.carry.out}</h1>
        <p>{words.carry.outHow}</p>
        <Action
          icon="book"
          tone="indigo"
          onClick={() => download(`cabildo-${message.election.slice(0, 6)}-${message.seat}-${message.step}.json`, text)}
        >
          {words.carry.save}
        </Action>
        <CopyButton text={text} booth={booth} />
        <Action icon="back" tone="quiet" onClick={back}>
          {words.carry.another}
        </Action>
      </Focused>
    );
  }
  if (needsArchive)
    return (
      <Focused name="archive">
        <h1>{words.share.title}</h1>
        <p>{words.share.how}</p>
        <FileButton label={words.carry.openArchive} taken={setArchive} />
      </Focused>
    );
  return <AtSeat {...props} carrier={carrier} seat={board.seat} origin="" />;
}
