export const es = {
  title: 'Tablero',
  nothing: 'Todavía no hay ningún bien en los registros.',
  items: 'Bienes',
  came: 'Entregado de lo pedido',
  missing: 'Falta entregar',
  depots: 'En depósitos',
  vehicles: 'En camino',
  cover: 'Alcanza para',
  short: (amount: string) => `Faltan ${amount}, y no los hay`,
  enough: 'Hay para lo que falta',
  noNeed: 'Nadie lo pide',
  lasts: (days: string, isLess: boolean) =>
    isLess ? { one: 'menos de un día', other: 'menos de un día' } : { one: `${days} día`, other: `${days} días` },
  bar: (came: string, wanted: string) => `${came} de ${wanted} entregados`,
  where: 'Dónde falta',
  missingUntil: (missing: string, wanted: string, day: string) => `Faltan ${missing} de ${wanted}, hasta el ${day}`,
  nobodyShort: 'Nadie espera nada: todo lo pedido está entregado.',
  over: (declared: string, found: string) => `Antes pidió ${declared} y se hallaron ${found}`,
  notShown: 'Todavía sin mostrar',
  notShownHow:
    'De aquí salió más de lo que el libro vio llegar: falta que alguien traiga una entrega que está en su teléfono.',
  notShownLine: (place: string, amount: string, item: string) => `${place}: ${amount} de ${item}`,
};

export type BoardWords = typeof es;
