import type { JSX } from 'preact';
import { Confirm } from '../form/press.tsx';
import type { MeetingProps } from './meeting-props.ts';

interface Props extends Pick<MeetingProps, 'words'> {
  /** What is deleted; one line, where that says it. */
  readonly label?: string;
  readonly ask?: string;
  readonly onYes: () => void;
}

export const Delete = ({ words, label = words.delete, ask = words.deleteAsk, onYes }: Props): JSX.Element => (
  <Confirm mark="trash" label={label} ask={ask} yes={words.yes} no={words.no} onYes={onYes} />
);
