export const es = {
  title: '¿Está mi voto en la urna?',
  how: 'Hace falta sólo el comprobante. Se bajan todos los comprobantes del tablón y se busca en este aparato: nadie sabe cuál es el suyo.',
  field: 'Comprobante: ocho palabras o cuarenta y tres caracteres',
  wrong: 'Eso no es un comprobante: son ocho palabras, o cuarenta y tres caracteres.',
  search: 'Buscar',
  found: {
    title: 'Está en la urna',
    place: (at: string, of: string) => `Es el número ${at} de ${of} en el tablón. El orden no dice cuándo se votó.`,
    what: 'De varios votos con el mismo sobre vale el que en el tablón tiene el número más alto.',
  },
  later: {
    title: 'Todavía no está a la vista',
    how: 'Los votos se ponen a la vista de diez en diez, y los demás al cierre. Si la urna le respondió que lo recibió, búsquelo otra vez más tarde.',
    else: 'Si el aparato decía «NO CONTADO», no llegó: vote de nuevo con el mismo sobre, con otro aparato o en la cabina.',
  },
  missing: {
    title: 'No está en la urna',
    how: 'La urna está cerrada y este voto no está en ella. Revise primero que el comprobante esté bien escrito.',
    else: 'Si está bien, muéstrelo a los escrutadores y a la mesa antes de que termine el plazo de impugnación: el comprobante no dice cómo votó.',
  },
  another: 'Buscar otro',
  archive: 'Bajar el tablón entero',
  archiveHow: 'Cualquiera puede comprobarlo con un programa que otros escribieron: belenios-tool.',
};

export type CheckWords = typeof es;
