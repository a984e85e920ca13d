export const es = {
  title: 'Lo que me espera',
  how: 'Lo que le toca en esta asamblea: lo más urgente, primero.',
  none: 'Ahora no le espera nada.',
  partly: 'No se pudo preguntar todo: puede faltar algo.',
  vote: 'Votar ahora',
  minutes: 'Acta por firmar',
  seal: 'Acto por firmar',
  act: (index: string) => `acto ${index}`,
  openSitting: 'Sesión abierta',
  nextSitting: 'Sesión convocada',
  report: 'Informar a la base',
  reportBy: (body: string, seat: string, day: string) => `${body}, puesto ${seat}: hasta el ${day}`,
  reportLate: (body: string, seat: string, day: string) => `${body}, puesto ${seat}: venció el ${day}`,
  mandate: 'Mandato por dar, en sesión',
  mandateOn: (title: string, body: string) => `${title} · ${body}`,
  count: 'Contar firmas en papel',
  petition: 'Pedido de revocatoria: usted decide si firma',
  signatures: (whom: string, signed: string, needed: string, day: string) =>
    `${whom}: ${signed} de ${needed} firmas, hasta el ${day}`,
  sheet: 'La hoja de la semana, para imprimir y pegar',
  sheetHow: 'Lo que espera a toda la asamblea: también consultas y actas. No nombra a nadie.',
  mail: 'Avisos por correo',
  mailHow: 'Si quiere, la asamblea le escribe cuando algo le espera.',
};

export type WaitingWords = typeof es;
