import type { OfficeArea } from './areas.ts';

interface AreaWords {
  readonly title: string;
  readonly how: string;
}

const areas: Readonly<Record<OfficeArea, AreaWords>> = {
  waiting: {
    title: 'Lo que me espera',
    how: 'Sesiones, votaciones, firmas, mandatos, informes y pedidos que le tocan; y la hoja de la semana para pegar.',
  },
  mail: {
    title: 'Avisos por correo',
    how: 'Que la asamblea le escriba cuando algo le espera, si quiere; y el servidor de correo de la asamblea.',
  },
  candidates: {
    title: 'Candidaturas',
    how: 'Quién se presenta en la elección de una sesión. Preséntese, o retírese, hasta que se abra la votación.',
  },
  founding: {
    title: 'Fundar una asamblea',
    how: 'Nombre, estatuto, padrón, tarjetas y primera convocatoria. Hace falta la invitación de quien opera este nodo.',
  },
  'first-steps': {
    title: 'Primeros pasos',
    how: 'Padrón, tarjetas y primera convocatoria; probar la fundación, y pertenecer a una federación.',
  },
  accreditation: {
    title: 'Comisión de poderes',
    how: 'Comprobar las credenciales de quienes llegan a una asamblea de delegados, también sin red.',
  },
  delegations: {
    title: 'Nuestras delegaciones',
    how: 'Mandatos e informes de quienes esta asamblea mandó a otra; informar a la base.',
  },
  accounts: {
    title: 'Cuentas',
    how: 'Anotar lo que entra y lo que sale, anular, comprobar un comprobante, e informar a la asamblea.',
  },
  consultations: {
    title: 'Consultas y mociones elevadas',
    how: 'Preguntar a las bases y cerrar la consulta; responder las mociones que mandan y traer lo que respondieron arriba.',
  },
  petitions: {
    title: 'Pedidos de revocatoria',
    how: 'Firmar para que se vote si alguien sigue en su cargo, y ver cuántas firmas hay.',
  },
  statute: {
    title: 'Cambiar el estatuto',
    how: 'Leerlo, cambiarlo en borrador, ver qué se contradice y qué habría pasado, y llevarlo a una sesión.',
  },
  'new-statute': {
    title: 'Escribir un estatuto nuevo',
    how: 'A partir de una plantilla, para una asamblea que se va a fundar. No hace falta entrar.',
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
