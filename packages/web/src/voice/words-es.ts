export const es = {
  title: 'Una moción en voz alta',
  lead: 'Léala en la lengua de la sala; quien prefiera escuchar la oye en su teléfono y en la pantalla.',
  whose:
    'Una voz dice de quién es. Se guarda aparte del libro, se puede borrar, y se borra sola junto con la lista de presentes.',
  none: 'En esta sesión todavía no hay mociones.',
  notHere: 'Este navegador no puede grabar aquí: hace falta una conexión segura (https) y permiso para el micrófono.',
  denied: 'El micrófono no está permitido. Permítalo en el navegador y pruebe de nuevo.',
  language: 'Lengua',
  languages: { es: 'castellano', ay: 'aymara', qu: 'quechua', gn: 'guaraní', en: 'inglés' } as Readonly<
    Record<string, string>
  >,
  text: 'Texto para leer',
  record: 'Grabar',
  stop: 'Terminar',
  left: (clock: string) => `Quedan ${clock}`,
  hear: 'Escuchar lo grabado',
  keep: 'Guardar para todos',
  again: 'Grabar de nuevo',
  kept: 'Guardada.',
  tooLarge: 'Salió demasiado larga para guardarla: lea más corto.',
  unreachable: 'Sin conexión: NO se guardó. La grabación sigue en esta página; pruebe otra vez.',
  listen: (language: string) => `Escuchar en ${language}`,
  noRecording: 'Nadie la ha grabado todavía.',
  pause: 'Pausa',
  erase: (language: string) => `Borrar la grabación en ${language}`,
  eraseAsk: 'Se borra para todos. ¿Borrar?',
  yes: 'Sí',
  no: 'No',
  silent: 'No se pudo escuchar.',
};

export type VoiceWords = typeof es;
