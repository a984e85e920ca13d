export const es = {
  title: 'Fundar una asamblea',
  invitation: 'Invitación',
  invitationHow: 'El enlace que le dio quien opera este nodo, o su última parte. Sirve para fundar una sola asamblea.',
};

export type FoundingWords = typeof es;
