import type { ActData, BodyState, Statute, Table, TaskStanding } from '@cabildo/core';
import type { passingEs } from './passing.ts';

type Motions = BodyState['motions'] extends Table<infer M> ? M : never;
type MotionEnd = NonNullable<Motions['end']>['how'];

/** The words of the rules as a language says them: one for each value that the catalogue allows. */
export interface Terms {
  readonly bodyKind: Readonly<Record<'base' | 'delegate' | 'committee', string>>;
  readonly sittingKind: Readonly<Record<ActData<'SittingConvened'>['kind'], string>>;
  /** A sitting inside a sentence. */
  readonly theSitting: Readonly<Record<ActData<'SittingConvened'>['kind'], (day: string) => string>>;
  readonly matter: Readonly<Record<ActData<'MotionTabled'>['matter'], string>>;
  readonly method: Readonly<Record<ActData<'VoteOpened'>['method'] | ActData<'AcclamationRecorded'>['method'], string>>;
  readonly call: Readonly<Record<'first' | 'second', string>>;
  readonly choice: Readonly<Record<'yes' | 'no' | 'abstain' | 'divided', string>>;
  readonly instruction: Readonly<Record<ActData<'MandateGiven'>['instruction'], string>>;
  readonly outcome: Readonly<Record<ActData<'VoteClosed'>['outcome'], string>>;
  readonly fate: Readonly<Record<ActData<'MotionAnswered'>['fate'], string>>;
  readonly task: Readonly<Record<TaskStanding, string>>;
  /** Why a motion is no longer to be voted. */
  readonly motionEnd: Readonly<Record<MotionEnd, string>>;
  readonly procedure: Readonly<Record<ActData<'ProcedureMoved'>['kind'], string>>;
  readonly status: Readonly<
    Record<'in-force' | 'suspended' | 'conditional' | 'rejected' | 'revoked' | 'lapsed', string>
  >;
  readonly demand: Readonly<Record<ActData<'DemandStateChanged'>['state'], string>>;
  readonly happened: Readonly<Record<ActData<'ConditionCertified'>['happened'], string>>;
  readonly consultation: Readonly<Record<'ratified' | 'rejected', string>>;
  readonly passing: typeof passingEs;
  readonly carried: Readonly<Record<ActData<'DecisionCarried'>['what']['kind'], string>>;
  readonly lifting: Readonly<Record<'end' | 'suspend' | 'narrow' | 'move', string>>;
  readonly irregularity: Readonly<
    Record<
      | ActData<'IrregularityRecorded'>['irregularities'][number]
      | ActData<'SittingEnteredLate'>['decisions'][number]['irregularities'][number],
      string
    >
  >;
  readonly standing: Readonly<Record<string, string>>;
  /** What the majority is taken of. */
  readonly base: Readonly<Record<Statute['rules'][number]['rule']['of'], string>>;
}
