import type { AreaProps } from '../../shell/area.ts';
import type { FoundingWords } from './words-es.ts';

export interface FoundingProps extends AreaProps {
  readonly words: FoundingWords;
}
