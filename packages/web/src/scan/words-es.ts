export const es = {
  label: 'O tome una foto del código con el teléfono',
  reading: 'Leyendo la foto…',
  more: 'Es una parte. Tome una foto del código que sigue.',
  no: 'Eso no es una foto que se pueda abrir aquí, o pasa de 16 MB.',
  empty: 'En la foto no se lee ningún código. Tómela de frente, con luz, con el código entero.',
  other: 'Ese código no es el que hace falta, o hay varios en la foto.',
  offline: 'La parte que lee fotos todavía no está en este teléfono: hace falta red una vez.',
};

export type PhotographWords = typeof es;
