/** Words of the rules that a late entry is written with; each value of the catalogue has one. */
export const termsEs = {
  matter: {
    ordinary: 'Asunto ordinario',
    election: 'Elección',
    recall: 'Revocatoria',
    statute: 'Estatuto',
    affiliation: 'Afiliación',
    mandate: 'Mandato a delegados',
    consultation: 'Respuesta a una consulta',
    pact: 'Acuerdo con terceros',
    measure: 'Medida',
    lifting: 'Levantar una medida',
    accounts: 'Cuentas',
    dissolution: 'Disolución',
  },
  sittingKind: {
    ordinary: 'Sesión ordinaria',
    extraordinary: 'Sesión extraordinaria',
    founding: 'Sesión de fundación',
    enlarged: 'Ampliado',
    congress: 'Congreso',
    cabildo: 'Cabildo',
  },
  call: { first: 'Primera convocatoria', second: 'Segunda convocatoria' },
  irregularity: {
    'quorum-not-met': 'No hubo quórum para esto.',
    'quorum-not-shown': 'No consta cuántas personas había.',
    'not-in-notice': 'No estaba en la convocatoria.',
    'text-not-in-notice': 'Este texto no estaba en la convocatoria.',
    'after-closing-hour': 'Se decidió pasada la hora de cierre.',
    'credentials-not-shown': 'En papel nadie comprobó las credenciales.',
    'body-ended': 'La asamblea ya no podía decidir ese día.',
    'more-hands-than-people': 'Hay más manos que personas.',
    'sitting-not-competent': 'No le tocaba a esa clase de sesión.',
    'before-the-statute': 'Ese día regían otras reglas.',
    'matter-not-in-statute': 'El estatuto no dice nada de este asunto.',
    'method-not-allowed': 'El estatuto no deja decidir esto sin contar.',
    'objections-not-asked': 'No se preguntó tres veces si alguien se opone.',
  },
  outcome: { carried: 'Aprobada', rejected: 'No aprobada', tied: 'Empate' },
  effect: {
    'in-force': 'En vigor desde que se anote',
    suspended: 'En suspenso: deciden las bases',
    none: 'Sin efecto: solo constará',
  },
};

export type Terms = typeof termsEs;
export type Matter = keyof Terms['matter'];
export type SittingKind = keyof Terms['sittingKind'];
export type Irregularity = keyof Terms['irregularity'];
