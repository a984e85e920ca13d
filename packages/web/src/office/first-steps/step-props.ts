import type { BodyAreaProps } from '../../shell/area.ts';
import type { FirstStepsAnswer } from './body-answer.ts';
import type { FirstStepsWords } from './words-es.ts';

export interface StepProps extends BodyAreaProps {
  readonly words: FirstStepsWords;
  readonly body: FirstStepsAnswer;
  readonly roles: readonly string[];
  /** Something was written: the body is looked at again. */
  readonly changed: () => Promise<void>;
}
