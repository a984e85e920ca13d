import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { ConsultationWords } from './words-es.ts';

/** What the body's book says, as far as this area reads it. */
export interface BodyAnswer {
  readonly origin: string;
  readonly state: {
    readonly affiliates: Readonly<Record<string, { readonly title: string }>>;
    readonly resolutions: Readonly<
      Record<string, { readonly title: string; readonly status: string; readonly consultation: number | null }>
    >;
    readonly consultations: Readonly<Record<string, Question>>;
    readonly received: Readonly<
      Record<string, { readonly title: string; readonly answers: readonly { readonly fate: string }[] }>
    >;
    readonly forwarded: Readonly<
      Record<string, { readonly title: string; readonly answer: { readonly fate: string } | null }>
    >;
  };
}

export interface Question {
  readonly title: string;
  readonly deadline: string;
  readonly bases: number;
  readonly throughTiers: boolean;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly closed: object | null;
}

export interface ConsultationProps {
  readonly session: Session;
  readonly formats: Formats;
  readonly words: ConsultationWords;
  readonly body: BodyAnswer;
  /** Something was sent: the book is read anew. */
  readonly changed: () => void;
}
