import type { PageProps } from '../page-props.ts';
import type { Board, Carrier, TrusteeMessage } from './board.ts';
import type { TrusteeWords } from './words-es.ts';

/** What every part of the trustee's page is given. */
export interface TrusteeProps extends Pick<PageProps, 'tongue' | 'booth'> {
  readonly words: TrusteeWords;
}

/** The trustee of one seat, with the board as it was read last. */
export interface SeatProps extends TrusteeProps {
  readonly seat: number;
  readonly board: Board;
  readonly carrier: Carrier;
  /** Brings a message to the board; false where there was no answer or a refusal, which is shown. */
  readonly put: (message: TrusteeMessage) => Promise<boolean>;
}
