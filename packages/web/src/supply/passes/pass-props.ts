import type { BodyAreaProps } from '../../shell/area.ts';
import type { PassWords } from './words-es.ts';

/** What each part of the area is given. */
export interface PassProps extends Pick<BodyAreaProps, 'shell' | 'session' | 'formats'> {
  readonly words: PassWords;
}
