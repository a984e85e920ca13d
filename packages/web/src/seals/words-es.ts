export const es = {
  acta: 'Ver el acto en el libro',
  done: 'Seguir',
  waiting: 'Esperan su firma',
  nothing: 'Nada espera su firma',
  others: 'Esperan otras firmas',
  act: (index: string) => `acto ${index}`,
  progress: (signatures: string, needed: string) => `${signatures} de ${needed} ${needed === '1' ? 'firma' : 'firmas'}`,
  yours: 'Usted ya firmó',
  /** By the kind that the leaf itself names. */
  kinds: {
    MinutesApproved: 'Acta aprobada',
    DelegatesElected: 'Elección de delegados',
    DelegateRecalled: 'Revocatoria de un delegado',
    SeatVacated: 'Puesto que nadie ocupa ya',
    OfficeTurnTaken: 'Cargo tomado por turno',
    MandateGiven: 'Mandato a los delegados',
    MandateDivided: 'Mandato dividido a los delegados',
    AffiliationRequested: 'Pedido de afiliación',
    FoundingWitnessed: 'Testimonio de una fundación',
    MotionForwarded: 'Moción que se eleva',
    MotionAnswered: 'Respuesta a una base sobre su moción',
    ConsultationAnswered: 'Respuesta a una consulta',
    MeasureJoined: 'Adhesión a una medida, o retiro',
    ChallengeRaised: 'Impugnación de cómo se clasificó un texto',
    SittingAsked: 'Pedido de que se convoque',
    MinutesCorrected: 'Acta corregida',
    RollCounted: 'Tamaño del padrón',
    RollAuditOrdered: 'Orden de revisar un padrón por muestra',
    RollAudited: 'Revisión del padrón por muestra',
    AffiliationEnded: 'Fin de la afiliación',
    BodyDissolved: 'Disolución de la asamblea',
    BodySplit: 'División de la asamblea',
    CommitteeFormed: 'Formación de un comité',
    CommitteeAccountsJudged: 'Cuentas de un comité',
    CommitteeEnded: 'Fin de un comité',
    CommitteeReported: 'Informe del comité',
    PassKeyNamed: 'Llave para salvoconductos',
    OfficerKeyLossConfirmed: 'Confirmación de una llave perdida',
    ElectionAttested: 'Fe de la elección de otro organismo',
    LotOffered: 'Oferta de un lote a otro organismo',
    LotAccepted: 'Aceptación de un lote',
    LotDeclined: 'Rechazo de un lote ofrecido',
    OfficersElected: 'Entrega a la directiva nueva',
  } as Readonly<Record<string, string>>,
  asked: '¿Firma usted este acto?',
  checking: 'Este teléfono está comprobando el acto…',
  noWords: 'Este nodo no sabe decir este acto en palabras. Lea abajo su texto exacto.',
  document: 'Leer el texto que se aprobó',
  facts: { body: 'Asamblea', act: 'Acto', code: 'Código', when: 'Fecha', as: 'Firma como' },
  checked: 'Comprobado aquí',
  bytes: 'Ver lo que se firma, letra por letra',
  bytesHow:
    'Este teléfono calculó la huella de esta hoja y firma las cuatro líneas que siguen; nada más. El código del acto sale de la misma huella.',
  means: (needed: string) =>
    needed === '1'
      ? 'Con su firma este acto queda sellado y vale ante otras asambleas.'
      : `Cuando firmen ${needed} cargos, este acto queda sellado y vale ante otras asambleas.`,
  meansHandover:
    'Con su firma quienes salen entregan a quienes entran. Sin ella, que ellos son la directiva vale sólo por la palabra del nodo.',
  sign: 'Firmar',
  signing: 'Firmando…',
  back: 'Volver sin firmar',
  signed: 'Firmado',
  sealed: 'Firmado y sellado',
  othersMissing: (signatures: string, needed: string) =>
    `Van ${signatures} de ${needed} firmas. Faltan otros cargos, cada uno con su aparato.`,
  unsent: {
    title: 'NO FIRMADO todavía',
    how: 'No consta que su firma haya llegado al nodo. Queda en este teléfono y sale sola cuando haya red; intentarlo otra vez no firma dos veces.',
  },
  objection: {
    title: 'Otros organismos dan fe de una directiva nueva',
    how: (office: string, until: string) =>
      `Con la llave de «${office}» que está en este teléfono usted puede objetar hasta ${until}. Si entregó el cargo, no haga nada.`,
    go: 'Objetar',
    ask: 'La elección queda, y nadie la dará por entregada hasta que su directiva entregue o termine su gestión. No se deshace.',
    yes: 'Objetar con mi llave',
    no: 'No objetar',
    done: 'Objetado',
    act: 'Ver por qué',
  },
  deviceFailed: 'Este navegador no pudo firmar con su llave. No se firmó nada.',
  notHere: 'No se puede firmar con este teléfono',
  noKey: (office: string, enrolled: string) =>
    `Para «${office}» está inscrita la llave ${enrolled}, y en este teléfono no hay ninguna suya. Firme con el aparato donde la hizo.`,
  otherKey: (enrolled: string, here: string) =>
    `La llave inscrita es ${enrolled} y la de este teléfono es ${here}: el libro no aceptaría su firma. Firme con el aparato donde hizo la inscrita.`,
  commandLine: 'Si la hizo con la línea de órdenes, en esa computadora:',
  faults: {
    'no-leaf': 'Lo que muestra el nodo no es una hoja de acta. No se firma nada.',
    'other-place': 'El nodo muestra una hoja de otro lugar u otro libro. No firme: avise a su asamblea.',
    'other-act': 'El nodo muestra un acto distinto del que le pidió firmar. No firme: avise a su asamblea.',
    'other-leaf':
      'La huella que calculó este teléfono no es la que dice el nodo. No firme: avise a su asamblea y muestre esta pantalla.',
  },
  key: {
    title: 'Su llave',
    why: 'Quien ocupa un cargo sella los actos con una llave hecha en su propio aparato. Hágala antes de la elección.',
    make: 'Hacer mi llave en este teléfono',
    notKept:
      'Este navegador no guardó la llave (¿ventana privada?). No hay llave: pruebe en una ventana normal o en otro aparato.',
    show: 'Llave pública',
    give: 'Désela a quien presenta la elección. No es secreta.',
    qr: 'La llave pública, para una cámara',
    readOut:
      'Para dictarla, de cuatro en cuatro. Mayúsculas y minúsculas son distintas; el signo = del final también va.',
    copy: 'Copiar la llave',
    copied: 'Copiada',
    enrolled: (office: string) => `Inscrita para «${office}»`,
    notEnrolled: 'Todavía no inscrita en un cargo',
    otherEnrolled: 'Está inscrita otra llave',
    otherHow: (office: string, enrolled: string) =>
      `Para «${office}» el libro tiene la llave ${enrolled}, no la de este teléfono. Firme con el aparato donde la hizo; si lo perdió, avise a su asamblea.`,
    elsewhere: (office: string, enrolled: string) =>
      `Para «${office}» está inscrita la llave ${enrolled}, hecha en otro aparato. Una llave nueva hecha aquí no firma nada hasta que otra elección la inscriba.`,
    none: {
      'not-https':
        'Esta página no llegó por una conexión segura (https), y sin ella el navegador no hace llaves ni firma.',
      'no-ed25519':
        'Este navegador no conoce las llaves Ed25519. Las conocen Chrome 137, Firefox 129, Safari 17 y los que siguen.',
    } as Readonly<Record<'not-https' | 'no-ed25519', string>>,
    commandLine: 'Puede hacer su llave en una computadora suya y firmar allí con «cabildo sign». Se hace con:',
    file: 'llave.pem',
    limits: 'Qué pasa si pierdo el teléfono',
    limitsHow: [
      'La llave vive sólo en este navegador: nadie puede sacarla ni copiarla, tampoco usted. Salir no la borra.',
      'Se pierde si se borran los datos del navegador o se pierde el teléfono. Algunos navegadores borran lo de una página que no se visita en semanas: ábrala de vez en cuando.',
      'Una llave perdida se reemplaza en la siguiente elección, o como diga el estatuto. Avise enseguida a su asamblea: quien tenga el teléfono desbloqueado podría firmar por usted.',
    ] as readonly string[],
  },
};

export type SealWords = typeof es;
