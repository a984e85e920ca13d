import type { IconName } from '../../look/icons.ts';
import type { SupplyArea } from './areas.ts';

interface AreaWords {
  readonly icon: IconName;
  readonly title: string;
  readonly how: string;
}

const areas: Readonly<Record<SupplyArea, AreaWords>> = {
  board: {
    icon: 'book',
    title: 'Tablero',
    how: 'Qué falta, dónde, y para cuántos días alcanza.',
  },
  map: {
    icon: 'card',
    title: 'Mapa',
    how: 'Depósitos, lugares y cortes sobre sus caminos; marcar un corte donde está.',
  },
  passes: {
    icon: 'shield',
    title: 'Salvoconductos',
    how: 'Escribir y revocar papeles que abren los cortes de esta asamblea.',
  },
  registers: {
    icon: 'pen',
    title: 'Registros',
    how: 'Bienes, lugares, vehículos, necesidades, existencias, cortes, contingentes; también desde una tabla.',
  },
  plan: {
    icon: 'people',
    title: 'Reglas y plan',
    how: 'Comparar reglas, llevar una a votación, y el plan que se sigue de ella.',
  },
  trips: {
    icon: 'next',
    title: 'Viajes',
    how: 'Despachar vehículos, y la hoja para quien maneja.',
  },
  'hand-over': {
    icon: 'hand',
    title: 'Entregas',
    how: 'Dos teléfonos firman lo que pasó de mano en mano, también sin red.',
  },
  'for-sites': {
    icon: 'pen',
    title: 'Firmar por los lugares',
    how: 'La directiva de una asamblea refrenda lo que piden sus lugares y confirma lo que les llegó.',
  },
  hands: {
    icon: 'key',
    title: 'Llaves de quienes entregan',
    how: 'Qué teléfonos firman por qué depósito, vehículo o sitio.',
  },
  queue: {
    icon: 'people',
    title: 'Fila del barrio',
    how: 'Tarjetas sin nombres, un orden sorteado, una entrega por tarjeta; también sin red.',
  },
};

export const es = {
  title: 'Abastecimiento',
  how: 'Lo que el comité recibe, reparte y entrega. Nada de esto depende de la asistencia, los votos o las multas de nadie.',
  committees: 'Comités que llevan a su asamblea',
  committeesHow:
    'Ahí su directiva refrenda lo que piden sus lugares y confirma lo que llegó, con la llave de su cargo.',
  another: 'Otra asamblea en la que usted entró',
  page: 'Lo que todos leen de esta asamblea',
  phone: 'Ir a mi asamblea',
  signIn: 'Entrar en otra asamblea',
  areas,
};

export type SupplyWords = typeof es;
