import type { OfficeArea } from './areas.ts';

interface AreaWords {
  readonly title: string;
  readonly how: string;
}

const areas: Readonly<Record<OfficeArea, AreaWords>> = {
  founding: {
    title: 'Fundar una asamblea',
    how: 'Nombre, estatuto, padrón, tarjetas y primera convocatoria. Hace falta la invitación de quien opera este nodo.',
  },
};

export const es = {
  title: 'Oficina',
  how: 'Lo que se prepara en una mesa, antes o después de la sesión.',
  phone: 'Ir a mi asamblea',
  sittingOf: (place: string, time: string) => `${place}, ${time}`,
  areas,
};

export type OfficeWords = typeof es;
