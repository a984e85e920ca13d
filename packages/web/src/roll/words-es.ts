export const es = {
  title: 'Sumar al padrón',
  how: 'El nombre queda en este nodo, al lado del libro: ningún acto lo lleva.',
  name: 'Nombre',
  household: 'Vive con (alguien del padrón)',
  householdHow: 'Si no vive con nadie del padrón, déjelo vacío. Cuenta sólo para los turnos por hogares.',
  none: 'Nadie del padrón se llama así.',
  change: 'Cambiar',
  enrol: 'Sumar al padrón',
  enrolled: (name: string) => `${name} está en el padrón`,
  cardHow: 'Entra con este código o con las siete palabras, una sola vez. Muéstrelo sólo a esa persona.',
  another: 'Otra persona',
  waits: 'Guardado aquí: saldrá cuando haya red.',
};

export type RollWords = typeof es;
