export const es = {
  title: 'Pedidos de revocatoria',
  how: 'Quien pertenece a esta asamblea puede pedir que se vote si alguien sigue en su cargo. Se firma en el teléfono o en papel. El libro nunca dice quién firmó.',
  none: 'No hay ningún pedido.',
  whom: {
    delegate: (seat: string, body: string) => `Delegación a ${body}, puesto ${seat}`,
    officer: (office: string) => `Cargo: ${office}`,
    presidium: 'Toda la mesa',
    'public-office': (office: string) => `Cargo público: ${office}`,
  },
  signatures: (signed: string, needed: string, of: string) => `${signed} de ${needed} firmas, de ${of} personas`,
  parts: (phones: string, paper: string) => `${phones} en teléfonos, ${paper} en papel`,
  until: (time: string) => `Se firma hasta el ${time}.`,
  over: 'Venció sin juntar las firmas.',
  reached: 'Alcanzó las firmas',
  act: (index: string) => `acto ${index}`,
  due: (time: string) =>
    `La sesión debe convocarse hasta el ${time}. Pasado ese día la puede convocar cualquiera que pertenezca a la asamblea.`,
  sitting: 'Ver la sesión convocada',
  onRecord: 'Queda asentado. A un cargo público lo revoca su propia ley.',
  sign: 'Firmar',
  signAsk:
    'Su firma no se puede retirar. Nadie ve quién firmó, salvo quien opera el servidor; quienes cuentan el papel pueden preguntar por un nombre para que no firme dos veces.',
  signYes: 'Sí, firmo',
  no: 'No',
  signed: 'Usted firmó',
  waits: 'Guardado en este teléfono. NO cuenta todavía: se envía cuando haya red.',
  inBook: 'Salió: está en el libro. La lista lo mostrará enseguida.',
  paper: {
    title: 'Contar las firmas en papel',
    how: 'Cuenten dos personas por separado; nadie ve el número de la otra hasta que estén los dos.',
    round: (round: string) => `Cuenta ${round}`,
    who: '¿Firmó ya en su teléfono?',
    whoHow: 'Escriba parte del nombre que está en la lista. Quien firmó en su teléfono se tacha del papel.',
    ask: 'Buscar',
    nobody: 'Nadie se llama así en el padrón.',
    strike: 'Táchelo: ya firmó en su teléfono',
    counts: 'Vale en el papel',
    number: 'Firmas en papel que valen',
    send: 'Anotar mi cuenta',
    entered: 'Su cuenta está anotada. Falta la de la otra persona.',
  },
  convene: {
    title: 'Convocar la sesión',
    place: 'Lugar',
    startsAt: 'Día y hora',
    kind: 'Clase de sesión',
    kinds: { ordinary: 'Ordinaria', extraordinary: 'Extraordinaria', enlarged: 'Ampliado' },
    send: 'Convocar',
    item: (whom: string) => `Revocatoria. ${whom}`,
  },
  recalled: 'La asamblea revocó',
  present: {
    how: (body: string) =>
      `Muéstrelo en ${body}: desde ese momento el puesto deja de contar, también en una votación abierta. Lo puede mostrar cualquiera.`,
    send: 'Mostrar la revocatoria arriba',
    done: 'Mostrada: el puesto ya no cuenta para quien lo ocupaba.',
  },
  open: {
    title: 'Abrir un pedido',
    about: 'Sobre quién',
    nobody:
      'Ahora no se puede pedir sobre nadie: el estatuto no lo prevé, hay un pedido abierto, o nadie ocupa un cargo.',
    send: 'Abrir el pedido',
    how: 'Quién lo abre no se escribe.',
  },
};

export type PetitionWords = typeof es;
