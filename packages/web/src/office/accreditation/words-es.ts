import type { Reason } from './judge.ts';

const reasons: Readonly<Record<Reason, readonly [what: string, then: string]>> = {
  'not-a-credential': ['No es una credencial.', 'Muestre el código de la tarjeta, o el archivo que dio su asamblea.'],
  'too-large': ['El archivo es demasiado grande para ser una credencial.', 'Pida el archivo otra vez a su asamblea.'],
  'cut-off': ['El archivo está cortado: le falta una parte.', 'Cópielo otra vez, entero.'],
  malformed: ['El archivo no tiene la forma de una credencial.', 'Pídalo otra vez a su asamblea.'],
  'code-mistyped': ['El código está mal copiado.', 'Compare los diez caracteres con la tarjeta.'],
  'other-assembly': ['Es una credencial para otra asamblea.', 'Aquí no vale.'],
  'not-affiliated': ['Ese organismo no está afiliado a esta asamblea.', 'Primero lo admite la asamblea.'],
  'beyond-entitlement': [
    'A ese organismo no le corresponden tantos puestos.',
    'Vale la que lleva un número que le corresponde.',
  ],
  'not-held': [
    'Esta mesa no tiene el libro de ese organismo.',
    'Traiga los libros con red, o abra el archivo de la credencial.',
  ],
  'not-elected': ['No hay nadie elegido para ese puesto.', 'Hace falta el acto de su asamblea.'],
  unsealed: ['La elección no está sellada.', 'Faltan firmas de la directiva que eligió la asamblea.'],
  'other-key': ['La firmó otra llave que la que esta asamblea conoce.', 'No se acredita: hable con esa asamblea.'],
  forged: ['Las pruebas no cuadran: fue cambiada o inventada.', 'No se acredita: asiéntelo en el acta.'],
  recalled: ['Fue revocado por su asamblea.', 'Si tiene suplente, se acredita a quien suple.'],
  'term-over': ['Su plazo terminó.', 'Hace falta otra elección.'],
  'term-not-begun': ['Su plazo no empezó todavía.', 'Hasta ese día el puesto lo tiene quien estaba.'],
  'other-election': ['Esta tarjeta es de otra elección.', 'Vale la de la última elección.'],
  'already-seated': ['Ese puesto ya está acreditado en esta sesión.', 'Cada puesto entra una vez.'],
  'already-waiting': ['Ese puesto ya fue acreditado en esta mesa y espera la red.', 'No hace falta nada más.'],
};

export const es = {
  title: 'Comisión de poderes',
  how: 'Cada credencial se compara con los libros que tiene esta mesa, también sin red.',
  books: (held: string, of: string, ago: string) => `Libros de ${held} de ${of} puestos, traídos ${ago}`,
  noBooks: 'Esta mesa no tiene los libros todavía. Hace falta red una vez.',
  fetch: 'Traer los libros',
  fetching: (done: string, of: string) => `Trayendo los libros: ${done} de ${of}`,
  notFetched: 'No hay red: vale lo que ya estaba.',
  scan: 'Escanear una credencial',
  file: 'O abra el archivo de la credencial',
  hand: {
    title: 'O escriba lo que dice la tarjeta',
    seat: 'Puesto',
    code: 'Código del acto (diez caracteres)',
    check: 'Comprobar',
  },
  find: {
    label: 'Buscar un puesto por el nombre',
    shown: (n: string, of: string) => `Se muestran ${n} de ${of}`,
    more: (n: string) => `Mostrar ${n} más`,
  },
  seat: (body: string, seat: string) => `${body}, puesto ${seat}`,
  good: 'Vale',
  bad: 'No vale',
  reasons,
  term: (from: string, until: string) => `Del ${from} al ${until}`,
  alternate: 'Tiene suplente.',
  witnessed: (book: string, ago: string, names: string) => `Libro de ${book}: visto ${ago} por ${names}.`,
  selfDeclared: (book: string, ago: string) =>
    `Libro de ${book}: de ${ago}, según el libro mismo. Ningún testigo lo vio.`,
  later: 'Una revocatoria posterior a estos libros no se ve aquí. El nodo lo comprueba otra vez al recibirlo.',
  accredit: 'Acreditar',
  accreditAlternate: 'Acreditar a quien suple',
  accredited: 'Acreditado',
  waits: 'Acreditado en esta mesa. Espera la red: el libro no lo tiene todavía.',
  meanwhile: {
    replaced:
      'Su asamblea revocó a quien usted dejó entrar, y esta mesa no lo sabía. El puesto es de quien suple: avise a quien preside.',
    emptied: 'Su asamblea revocó a quien usted dejó entrar. El puesto queda vacío: avise a quien preside.',
    refused: 'El nodo no lo tomó. Por qué, se dice arriba, en lo que no se pudo enviar.',
  },
  next: 'Otra credencial',
  all: {
    title: 'Puestos',
    count: (there: string, of: string) => `${there} de ${of} acreditados`,
    there: 'Acreditado',
    waiting: 'Espera la red',
    replaced: 'Fue revocado',
    emptied: 'Fue revocado',
    refused: 'No se acreditó',
    missing: 'Por acreditar',
    none: 'Sin credencial',
    nobody: 'Todavía no hay puestos: los hay cuando esta asamblea admite a otra.',
  },
};

export type DeskWords = typeof es;
