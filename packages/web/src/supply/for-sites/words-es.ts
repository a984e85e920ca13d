export const es = {
  page: 'Firmar por los lugares',
  pageHow:
    'La directiva de la asamblea de un lugar firma por él, con la llave de su cargo, sin ser del comité. Sin red, lo firmado espera aquí y sale solo.',
  noKey: 'En este teléfono no hay llave de ningún cargo: se hace en «Mi llave y mis firmas» de su asamblea.',
  nothing: 'Ahora no hay nada que firmar para este comité.',
  title: 'Pedidos por refrendar',
  how: 'Lo que piden los lugares de su asamblea y ella todavía no refrendó.',
  asks: (item: string, quantity: string, day: string) => `${item}: pide ${quantity}, hasta el ${day}`,
  sign: 'Refrendar por la asamblea',
  ask: (said: string) => `${said}. Con su firma la asamblea responde por lo que pide. ¿Firmar?`,
  confirm: {
    sign: 'Firmar por la asamblea que llegó así',
    ask: 'Su asamblea responde de que llegó lo que aquí dice, y la entrega deja de ser provisional. ¿Firmar?',
  },
  yes: 'Sí, firmar',
  failed: 'La llave de su cargo ya no está en este teléfono. Haga otra en «Mi llave y mis firmas» e inscríbanla.',
  refused: (place: string) => `No se aceptó la firma por ${place}`,
};

export type ForSitesWords = typeof es;
