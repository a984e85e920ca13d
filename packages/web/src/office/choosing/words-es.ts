export const es = {
  how: 'Escriba una parte del nombre; elija con las flechas o el dedo.',
  found: (all: string) => (all === '1' ? 'Hay 1.' : `Hay ${all}.`),
  first: (shown: string, all: string) => `Se ven ${shown} de ${all}: escriba más para encontrar otra.`,
  none: 'Ninguna con ese nombre.',
  seeking: 'Buscando…',
  lost: 'Sin respuesta del nodo; se pregunta otra vez.',
  clear: 'Elegir otra',
  find: 'Buscar en la lista',
  page: (from: string, to: string, all: string) => `${from} a ${to} de ${all}`,
  before: 'Anteriores',
  after: 'Siguientes',
  more: (count: string) => `Ver ${count} más`,
  standing: {
    provisional: (until: string) => `sin probar, hasta ${until}`,
    over: 'no se probó a tiempo: no decide',
    dissolved: 'disuelta',
    disputed: 'en disputa',
  },
};

export type ChoosingWords = typeof es;
