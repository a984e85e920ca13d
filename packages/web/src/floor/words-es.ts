/** Asking for the floor, on the member's phone: part of the first load, so no word more than is needed. */
export const es = {
  ask: 'Pedir la palabra',
  close: 'Cerrar',
  about: (title: string) => `Sobre: ${title}`,
  kinds: {
    speech: 'Hablar',
    order: 'Cuestión de orden',
    reply: 'Réplica',
    translation: 'Traducir',
  },
  sector: 'Por qué sector habla',
  woman: 'Soy mujer (la lista se alterna)',
  speaking: (who: string) => `Habla ${who}`,
  number: (number: string) => `número ${number}`,
  waiting: (count: string) => `${count} esperan la palabra`,
  yours: (number: string) => `Usted está en la lista: número ${number}`,
  next: 'Es quien sigue',
  place: (place: string) => `Lugar ${place} de la lista`,
  now: 'Usted tiene la palabra',
  left: 'quedan',
  over: 'se pasó',
  withdraw: 'Ya no quiero hablar',
  finish: 'Terminé',
  unsent: 'Sin red: su pedido NO llegó todavía. Levante la mano.',
  secret: 'Quién pidió la palabra se borra con la asistencia.',
};

export type FloorWords = typeof es;
