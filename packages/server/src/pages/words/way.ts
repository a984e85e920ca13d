/** Where a resolution comes from, how each seat voted, and whether it was carried out. */
export const wayEs = {
  mover: 'La presentó',
  hall: 'el pleno: no consta qué persona',
  delegation: (body: string) => `la delegación de ${body}`,
  fromBelow: 'Viene de abajo',
  seats: (count: string) => `Cómo votó cada puesto: ${count}`,
  seatsCaption: 'Lista nominal, con el mandato de su base donde lo hay',
  base: 'Asamblea',
  seat: 'Puesto',
  mandate: 'Mandato',
  vote: 'Voto',
  more: (count: string) => `y ${count} más, en el acto que cierra la votación`,
  noTask: 'Nadie tiene todavía el encargo de cumplirla.',
  own: (act: string) => `en su libro: ${act}`,
};

export const wayEn: typeof wayEs = {
  mover: 'Moved by',
  hall: 'the hall: no person is on record',
  delegation: (body) => `the delegation of ${body}`,
  fromBelow: 'Comes from below',
  seats: (count) => `How each seat voted: ${count}`,
  seatsCaption: 'Roll call, with the mandate of the base where there is one',
  base: 'Assembly',
  seat: 'Seat',
  mandate: 'Mandate',
  vote: 'Vote',
  more: (count) => `and ${count} more, in the act that closes the vote`,
  noTask: 'Nobody has been charged with carrying it out yet.',
  own: (act) => `in its own book: ${act}`,
};
