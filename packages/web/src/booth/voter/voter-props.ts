import type { PageProps } from '../page-props.ts';
import type { VoterWords } from './words-es.ts';

export interface VoterProps extends PageProps {
  readonly words: VoterWords;
}
