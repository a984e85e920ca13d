import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Correspondence, QuestionAbove } from './correspondence-answer.ts';
import type { ConsultationWords } from './words-es.ts';

/** What the body's book says, as far as this area reads it. */
export interface BodyAnswer {
  readonly origin: string;
  readonly state: {
    readonly statute: { readonly rules: { readonly closing: { readonly offsetMinutes: number } } } | null;
    readonly affiliates: Readonly<Record<string, { readonly title: string }>>;
    readonly resolutions: Readonly<
      Record<string, { readonly title: string; readonly status: string; readonly consultation: number | null }>
    >;
    readonly consultations: Readonly<Record<string, Question>>;
  };
}

export interface Question {
  readonly title: string;
  readonly deadline: string;
  readonly bases: number;
  readonly throughTiers: boolean;
  readonly answers: Readonly<
    Record<
      string,
      { readonly answer: 'yes' | 'no'; readonly yes: number; readonly no: number; readonly abstain: number }
    >
  >;
  readonly rule: {
    readonly num: number;
    readonly den: number;
    readonly strict: boolean;
    readonly of: 'answered' | 'bases';
  };
  readonly closed: object | null;
}

export interface ConsultationProps {
  readonly session: Session;
  readonly formats: Formats;
  readonly words: ConsultationWords;
  readonly body: BodyAnswer;
  readonly correspondence: Correspondence;
  /** Something was sent: the book is read anew. */
  readonly changed: () => Promise<void>;
}

export interface OneAsked extends ConsultationProps {
  readonly question: QuestionAbove;
}
