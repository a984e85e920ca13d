import type { BodyAreaProps } from '../../shell/area.ts';
import type { BodyAnswer, Neighbour } from './body-answer.ts';
import type { FirstStepsWords } from './words-es.ts';

export interface StepProps extends BodyAreaProps {
  readonly words: FirstStepsWords;
  readonly body: BodyAnswer;
  readonly roles: readonly string[];
  readonly neighbours: readonly Neighbour[];
  /** Something was written: the body is looked at again. */
  readonly changed: () => void;
}
