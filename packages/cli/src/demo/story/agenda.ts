/** What the halls that wait for readers vote on, one after the other. */
const agenda = [
  {
    title: '¿Abrimos la olla común también los domingos?',
    text: 'La olla común de la plaza atiende también los domingos, con turnos por manzano.',
  },
  {
    title: '¿Pedimos un segundo punto de agua para la feria?',
    text: 'La junta pide a la cooperativa un segundo punto de agua junto a la feria, y pone la zanja con trabajo comunal.',
  },
  {
    title: '¿Pintamos la sede social este sábado?',
    text: 'Este sábado, desde las ocho, se pinta la sede. La pintura se compra con el fondo de la junta.',
  },
  {
    title: '¿Cambiamos la reunión mensual a los jueves?',
    text: 'Desde el próximo mes la reunión ordinaria es el primer jueves, a las siete de la noche.',
  },
] as const;

/** A hall may go on for as many readers as come: after the last matter the first one is asked again. */
export function matterFor(number: number): { readonly title: string; readonly text: string } {
  const round = Math.floor(number / agenda.length);
  const { title, text } = agenda[number % agenda.length] ?? agenda[0];
  return { title: round === 0 ? title : `${title} (${round + 1})`, text };
}
