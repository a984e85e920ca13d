/** The parts of minutes in the order in which statutes want them, and what is said where a part has nothing. */
export const minutesPartsEs = {
  when: { title: 'Lugar, fecha y hora', nothing: 'No constan.' },
  convocation: { title: 'Convocatoria', nothing: 'No consta.' },
  attendance: { title: 'Asistencia y llamada', nothing: 'No se contó a las personas presentes.' },
  presidium: { title: 'Mesa', nothing: 'Presidió la directiva; la sesión no eligió otra mesa.' },
  agenda: { title: 'Orden del día', nothing: 'Sin puntos anunciados.' },
  previous: { title: 'Actas anteriores', nothing: 'No se trataron.' },
  interventions: { title: 'Intervenciones', nothing: 'No consta ninguna.' },
  motions: { title: 'Mociones y votaciones', nothing: 'No se presentó ninguna moción.' },
  objections: { title: 'Objeciones y constancias', nothing: 'Ninguna.' },
  resolutions: { title: 'Resoluciones y lo que resulta de ellas', nothing: 'Ninguna.' },
};

export const minutesPartsEn: typeof minutesPartsEs = {
  when: { title: 'Place, date and hour', nothing: 'Not on record.' },
  convocation: { title: 'Convocation', nothing: 'Not on record.' },
  attendance: { title: 'Attendance and call', nothing: 'Those present were not counted.' },
  presidium: { title: 'Presidium', nothing: 'The officers presided; the sitting elected no presidium of its own.' },
  agenda: { title: 'Agenda', nothing: 'No items were announced.' },
  previous: { title: 'Previous minutes', nothing: 'Not dealt with.' },
  interventions: { title: 'What was said', nothing: 'Nothing is on record.' },
  motions: { title: 'Motions and votes', nothing: 'No motion was tabled.' },
  objections: { title: 'Objections and what was put on record', nothing: 'None.' },
  resolutions: { title: 'Resolutions and what follows from them', nothing: 'None.' },
};

export type MinutesPartName = keyof typeof minutesPartsEs;
