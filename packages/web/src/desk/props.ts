import type { Live, Step } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import type { Session } from '../shell/session.ts';
import type { KnownSteps } from './steps.ts';
import type { DeskWords } from './words-es.ts';

/** What every part of the desk is handed. */
export interface DeskProps {
  readonly live: Live;
  readonly session: Session;
  readonly known: KnownSteps;
  readonly words: DeskWords;
  readonly formats: Formats;
}

export interface StepFormProps extends DeskProps {
  readonly step: Step;
  readonly busy: boolean;
  readonly onSend: (input: Readonly<Record<string, unknown>>) => void;
  readonly onCancel: () => void;
}
