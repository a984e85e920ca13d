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
export const placesOf = ({ offices, seats }: HeldContest, { words, formats }: CandidatesProps): string =>
  offices.length > 0
    ? offices.map((office) => office.replaceAll('-', ' ')).join(', ')
    : words.seats(seats.map(formats.number).join(', '));
