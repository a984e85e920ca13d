export const es = {
  title: 'Recorridos',
  how: 'Qué lleva cada vehículo, a dónde y en qué orden, por los caminos que los cortes dejan. Se calcula en este aparato.',
  noVehicle: 'No hay ningún vehículo en los registros.',
  noRoads: 'Sin caminos no se sabe cuán lejos está nada: salen las cargas, no las distancias.',
  withoutPlace: (names: string) => `Sin longitud y latitud no se sabe el camino: ${names}`,
  at: (vehicle: string) => `${vehicle}: sale de`,
  notToday: 'hoy no sale',
  hours: (vehicle: string) => `${vehicle}: horas`,
  speed: 'Kilómetros por hora',
  unload: 'Minutos para descargar en cada lugar',
  go: 'Calcular los recorridos',
  working: 'Calculando…',
  stop: 'Dejarlo',
  failed: 'Este navegador no pudo calcular los recorridos.',
  none: 'Ningún recorrido: nadie lleva nada.',
  round: (vehicle: string, item: string, depot: string) => `${vehicle}: ${item} desde ${depot}`,
  long: (km: string, hours: string, minutes: string) => `${km} km, ${hours} h ${minutes} min`,
  stopOf: (site: string, amount: string) => `${site}: ${amount}`,
  notDriven: 'Sin vehículo',
  take: 'Despachar este recorrido',
};

export type RoundWords = typeof es;
