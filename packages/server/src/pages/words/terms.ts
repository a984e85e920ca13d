import type { ActData, BodyState, Statute, Table, TaskStanding } from '@cabildo/core';
import { passingEn, passingEs } from './passing.ts';

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

export const spanish: Terms = {
  bodyKind: { base: 'asamblea de base', delegate: 'asamblea de delegados', committee: 'comité' },
  sittingKind: {
    ordinary: 'sesión ordinaria',
    extraordinary: 'sesión extraordinaria',
    founding: 'sesión de fundación',
    enlarged: 'ampliado',
    congress: 'congreso',
    cabildo: 'cabildo',
  },
  theSitting: {
    ordinary: (day) => `la sesión ordinaria del ${day}`,
    extraordinary: (day) => `la sesión extraordinaria del ${day}`,
    founding: (day) => `la sesión de fundación del ${day}`,
    enlarged: (day) => `el ampliado del ${day}`,
    congress: (day) => `el congreso del ${day}`,
    cabildo: (day) => `el cabildo del ${day}`,
  },
  matter: {
    ordinary: 'asunto ordinario',
    election: 'elección',
    recall: 'revocatoria',
    statute: 'estatuto',
    affiliation: 'afiliación',
    mandate: 'mandato',
    consultation: 'respuesta a consulta',
    pact: 'acuerdo con terceros',
    measure: 'medida',
    lifting: 'levantamiento de medida',
    accounts: 'cuentas',
    dissolution: 'disolución',
  },
  method: {
    hands: 'mano alzada',
    devices: 'teléfono',
    'roll-call': 'lista nominal',
    'delegation-cards': 'tarjeta de delegación',
    urn: 'urna',
    mixed: 'mano alzada, teléfono y urna a la vez',
    acclamation: 'aclamación',
    consensus: 'consenso',
  },
  call: { first: 'primera convocatoria', second: 'segunda convocatoria' },
  choice: { yes: 'Sí', no: 'No', abstain: 'Abstención', divided: 'Dividido' },
  instruction: {
    yes: 'Sí',
    no: 'No',
    abstain: 'Abstención',
    free: 'Voto libre',
    'come-back-and-ask': 'Volver a consultar',
  },
  outcome: {
    carried: 'Aprobada',
    rejected: 'No aprobada',
    tied: 'Empate',
    undetermined: 'Los conteos difieren: no decide',
    annulled: 'Anulada',
  },
  fate: {
    carried: 'aprobada',
    rejected: 'no aprobada',
    'not-taken': 'no se trató',
    referred: 'pasó a comisión',
  },
  task: {
    open: 'pendiente',
    overdue: 'vencida',
    done: 'cumplida',
    'in-part': 'cumplida en parte',
    'not-done': 'no cumplida',
  },
  motionEnd: {
    withdrawn: 'retirada',
    fallen: 'cayó al aprobarse otra',
    tabled: 'dejada a un lado',
    referred: 'pasó a comisión',
    split: 'dividida en partes',
  },
  procedure: {
    order: 'Cuestión de orden',
    adjourn: 'Levantar la sesión',
    'close-debate': 'Cerrar el debate',
    refer: 'Pasar a comisión',
    table: 'Dejar a un lado',
  },
  status: {
    'in-force': 'En vigor',
    suspended: 'En suspenso: deciden las bases',
    conditional: 'Condicionada',
    rejected: 'Rechazada por las bases',
    revoked: 'Revocada',
    lapsed: 'Caducada: no se dio su condición',
  },
  demand: { open: 'pendiente', offered: 'ofrecida', met: 'cumplida', broken: 'incumplida', dropped: 'retirada' },
  happened: { yes: 'ocurrió', no: 'no ocurrió', 'not-agreed': 'no hubo acuerdo sobre si ocurrió' },
  consultation: { ratified: 'Ratificada', rejected: 'Rechazada' },
  passing: passingEs,
  carried: {
    resolution: 'una resolución',
    measure: 'una medida',
    'demand-list': 'un pliego petitorio',
    obligation: 'la obligación de sesionar',
    'audit-order': 'una revisión del padrón',
    consultation: 'una consulta a las bases',
  },
  lifting: { end: 'termina', suspend: 'se suspende', narrow: 'se reduce', move: 'se traslada' },
  irregularity: {
    'quorum-not-met': 'no hubo quórum',
    'quorum-not-shown': 'no consta el quórum',
    'not-in-notice': 'no estaba en la convocatoria',
    'after-closing-hour': 'pasada la hora de cierre',
    'wrong-call': 'convocatoria equivocada',
    'credentials-not-shown': 'no se mostraron credenciales',
    'body-ended': 'la asamblea ya no podía decidir',
    'more-hands-than-people': 'más manos que personas',
    'sitting-not-competent': 'no le tocaba a esa clase de sesión',
    other: 'otra irregularidad',
  },
  standing: {
    convener: 'quien convoca la fundación',
    sitting: 'la asamblea, por votación',
    vote: 'la asamblea, por votación',
    statute: 'el estatuto',
    founding: 'la fundación',
    operator: 'quien opera el nodo',
    member: 'una persona del padrón',
    delegate: 'una delegación',
    teller: 'un escrutador',
    anyone: 'cualquiera, con la prueba',
    node: 'el nodo',
  },
  base: {
    cast: 'los votos por sí o por no',
    voted: 'todos los votos, con las abstenciones',
    present: 'las personas presentes',
    roll: 'todo el padrón',
    bodies: 'las delegaciones',
  },
};

export const english: Terms = {
  bodyKind: { base: 'base assembly', delegate: 'assembly of delegates', committee: 'committee' },
  sittingKind: {
    ordinary: 'ordinary sitting',
    extraordinary: 'extraordinary sitting',
    founding: 'founding sitting',
    enlarged: 'enlarged meeting',
    congress: 'congress',
    cabildo: 'cabildo',
  },
  theSitting: {
    ordinary: (day) => `ordinary sitting of ${day}`,
    extraordinary: (day) => `extraordinary sitting of ${day}`,
    founding: (day) => `founding sitting of ${day}`,
    enlarged: (day) => `enlarged meeting of ${day}`,
    congress: (day) => `congress of ${day}`,
    cabildo: (day) => `cabildo of ${day}`,
  },
  matter: {
    ordinary: 'ordinary business',
    election: 'election',
    recall: 'recall',
    statute: 'statute',
    affiliation: 'affiliation',
    mandate: 'mandate',
    consultation: 'answer to a consultation',
    pact: 'pact with a third party',
    measure: 'measure',
    lifting: 'lifting of a measure',
    accounts: 'accounts',
    dissolution: 'dissolution',
  },
  method: {
    hands: 'raised hands',
    devices: 'phone',
    'roll-call': 'roll call',
    'delegation-cards': 'delegation card',
    urn: 'urn',
    mixed: 'raised hands, phone and urn together',
    acclamation: 'acclamation',
    consensus: 'consensus',
  },
  call: { first: 'first call', second: 'second call' },
  choice: { yes: 'Yes', no: 'No', abstain: 'Abstention', divided: 'Divided' },
  instruction: {
    yes: 'Yes',
    no: 'No',
    abstain: 'Abstain',
    free: 'Free vote',
    'come-back-and-ask': 'Come back and ask',
  },
  outcome: {
    carried: 'Carried',
    rejected: 'Not carried',
    tied: 'Tied',
    undetermined: 'Counts differ: decides nothing',
    annulled: 'Annulled',
  },
  fate: {
    carried: 'carried',
    rejected: 'not carried',
    'not-taken': 'not taken',
    referred: 'referred',
  },
  task: {
    open: 'open',
    overdue: 'overdue',
    done: 'done',
    'in-part': 'done in part',
    'not-done': 'not done',
  },
  motionEnd: {
    withdrawn: 'withdrawn',
    fallen: 'fell when another carried',
    tabled: 'put aside',
    referred: 'referred',
    split: 'divided into parts',
  },
  procedure: {
    order: 'Point of order',
    adjourn: 'Adjourn',
    'close-debate': 'Close the debate',
    refer: 'Refer',
    table: 'Put aside',
  },
  status: {
    'in-force': 'In force',
    suspended: 'Suspended: the bases decide',
    conditional: 'Conditional',
    rejected: 'Rejected by the bases',
    revoked: 'Revoked',
    lapsed: 'Lapsed: its condition was not met',
  },
  demand: { open: 'open', offered: 'offered', met: 'met', broken: 'broken', dropped: 'dropped' },
  happened: { yes: 'it happened', no: 'it did not happen', 'not-agreed': 'no agreement on whether it happened' },
  consultation: { ratified: 'Ratified', rejected: 'Rejected' },
  passing: passingEn,
  carried: {
    resolution: 'a resolution',
    measure: 'a measure',
    'demand-list': 'a demand list',
    obligation: 'the duty to sit',
    'audit-order': 'an audit of a roll',
    consultation: 'a consultation of the bases',
  },
  lifting: { end: 'is ended', suspend: 'is suspended', narrow: 'is narrowed', move: 'is moved' },
  irregularity: {
    'quorum-not-met': 'no quorum',
    'quorum-not-shown': 'quorum not shown',
    'not-in-notice': 'not in the notice',
    'after-closing-hour': 'after the closing hour',
    'wrong-call': 'wrong call',
    'credentials-not-shown': 'credentials not shown',
    'body-ended': 'the body could decide no more',
    'more-hands-than-people': 'more hands than people',
    'sitting-not-competent': 'not for that kind of sitting',
    other: 'another irregularity',
  },
  standing: {
    convener: 'the founding convener',
    sitting: 'the assembly, by vote',
    vote: 'the assembly, by vote',
    statute: 'the statute',
    founding: 'the founding',
    operator: 'the operator of the node',
    member: 'a member on the roll',
    delegate: 'a delegation',
    teller: 'a teller',
    anyone: 'anyone, with the proof',
    node: 'the node',
  },
  base: {
    cast: 'the votes for yes or no',
    voted: 'all votes, abstentions with them',
    present: 'those present',
    roll: 'the whole roll',
    bodies: 'the delegations',
  },
};
