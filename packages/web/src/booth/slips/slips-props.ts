import type { PageProps } from '../page-props.ts';
import type { PlaceLink } from '../place-link.ts';
import type { Status } from '../status.ts';
import type { SlipsWords } from './words-es.ts';

export interface SlipsProps extends PageProps {
  readonly words: SlipsWords;
  readonly link: PlaceLink;
  readonly status: Status;
  /** Asks the node where it stands. */
  readonly ask: () => void;
}
