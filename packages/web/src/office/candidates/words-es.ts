export const es = {
  title: 'Candidaturas',
  none: 'En esta sesión no se elige entre candidaturas',
  noneHow:
    'Se puede presentar quien quiera cuando la mesa haya puesto la elección ante la sala, hasta que se abra la votación.',
  closed: 'La votación ya se abrió: las candidaturas son las que están.',
  seats: (numbers: string) => `Delegación: puestos ${numbers}`,
  nobody: 'Nadie se ha presentado todavía.',
  unnamed: 'Sin nombre en la lista',
  withdrawn: 'Se retiró',
  yours: (number: string) => `Es usted: número ${number}`,
  stand: (place: string) => `Presentarme: ${place}`,
  standing: 'Se presenta para',
  name: 'Nombre en la lista',
  nameHow:
    'Lo lee cualquiera, también fuera de la asamblea. Puede quedar vacío: entonces hay sólo un número, y la secretaría escribe el nombre a mano.',
  parity: 'El estatuto pide paridad. ¿Cuenta esta candidatura como de mujer?',
  yes: 'Sí',
  no: 'No',
  parityMissing: 'Falta decir si cuenta para la paridad.',
  keyHere:
    'Con la candidatura se hace en este aparato la llave con que firmará si sale elegida. Guárdelo: la llave no sale de él.',
  key: 'Llave pública de quien se presenta',
  keyScan: 'Leer con la cámara la llave de su teléfono',
  keyElsewhere:
    'Se hace en un aparato suyo: en el teléfono, en «Mi llave y mis firmas», o en una computadora con «npx cabildo key new». No es secreta.',
  keyWrong: 'Eso no es una llave pública: son cuarenta y tres letras, números o signos, y un = al final.',
  noKey: {
    'not-https': 'Esta página no vino por https, y aquí no se puede hacer la llave de un cargo.',
    'no-ed25519': 'Este navegador no sabe hacer la llave de un cargo.',
  },
  notKept: 'El navegador no guardó la llave. Salga de la ventana privada y pruebe otra vez.',
  other: 'Anotar a otra persona',
  person: {
    household: 'Quién se presenta',
    householdHow: 'Alguien del padrón que fue nombrado en la sala y aceptó.',
    none: 'Nadie del padrón se llama así.',
    change: 'Cambiar',
  },
  personMissing: 'Falta decir quién se presenta.',
  note: 'Anotar la candidatura',
  enter: 'Presentarme',
  change: 'Volver',
  takeBack: 'Retirar mi candidatura',
  takeBackSure: 'El número queda en la lista, como retirado. ¿La retira?',
  keep: 'No, sigo',
  waits: 'Guardado aquí: saldrá cuando haya red. Todavía no cuenta.',
  list: 'Lista para imprimir',
};

export type CandidatesWords = typeof es;
