import type { SittingAreaProps } from '../../shell/area.ts';
import type { HeldContest, HeldElection } from './election.ts';
import type { CandidatesWords } from './words-es.ts';

export interface CandidatesProps extends Pick<SittingAreaProps, 'session' | 'formats'> {
  readonly words: CandidatesWords;
}

export interface ContestProps extends CandidatesProps {
  readonly election: HeldElection;
  readonly contest: HeldContest;
}

/** What it fills, in words. */
export const placesOf = ({ called, seats }: HeldContest, { words, formats }: CandidatesProps): string =>
  called.length > 0 ? called.map(formats.said).join(', ') : words.seats(seats.map(formats.number).join(', '));
