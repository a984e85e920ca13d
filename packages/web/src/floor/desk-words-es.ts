/** The list of speakers at the presidium’s desk. */
export const es = {
  area: 'Lista de la palabra',
  notOpen: 'La sesión no está abierta: todavía no hay lista.',
  inRecess: 'Cuarto intermedio: la lista sigue después.',
  title: 'Palabra',
  nobody: 'Nadie tiene la palabra.',
  empty: 'Nadie espera.',
  give: (who: string) => `Dar la palabra a ${who}`,
  end: 'Terminó de hablar',
  interrupted: 'Después sigue quien fue interrumpido.',
  close: 'Cerrar el debate',
  speeches: { one: '1 intervención', other: (count: string) => `${count} intervenciones` },
  left: 'quedan',
  over: 'se pasó',
  groupLeft: (time: string) => `le quedan ${time}`,
  groupOver: 'sin tiempo en este punto',
  number: (number: string) => `n.º ${number}`,
  kinds: { speech: 'intervención', order: 'cuestión de orden', reply: 'réplica', translation: 'traducción' },
  add: 'Anotar a alguien sin teléfono',
  label: 'Cómo llamarle (sin apellidos)',
  example: 'por ejemplo: fila 3, chaleco azul',
  kind: 'Para qué',
  addGo: 'Anotar',
  sector: 'Sector',
  woman: 'Es mujer (la lista se alterna)',
};

export type DeskFloorWords = typeof es;
