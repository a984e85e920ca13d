type Rules = Readonly<Record<string, { readonly title: string; readonly how: string }>>;
type Names = Readonly<Record<string, string>>;

const rules: Rules = {
  leximin: {
    title: 'La misma parte',
    how: 'La parte más chica de lo que alguien pide se hace tan grande como se puede.',
  },
  proportional: { title: 'En proporción', how: 'A cada cual según lo que pide.' },
  'equal-awards': { title: 'Igual para todos', how: 'La misma cantidad, hasta lo que cada cual pide.' },
  'equal-losses': { title: 'Igual falta', how: 'A todos les falta lo mismo. Puede dejar sin nada a quien pide poco.' },
  talmud: {
    title: 'Talmud',
    how: 'Igual hasta la mitad de lo pedido; después, igual falta. Para deudas más que para necesidades.',
  },
};

const kinds: Names = {
  depot: 'depósitos',
  plant: 'plantas',
  clinic: 'postas',
  kitchen: 'ollas comunes',
  school: 'escuelas',
  hall: 'sedes',
  shelter: 'albergues',
  neighbourhood: 'barrios',
  other: 'otros',
};

export const es = {
  title: 'Reglas y plan',
  how: 'La asamblea vota la regla; el plan se sigue de ella, y cualquiera puede volver a calcularlo.',
  waits: 'Guardado en este aparato. NO está en el libro todavía: se envía cuando haya red.',
  rules,
  kinds,
  rule: {
    title: 'La regla',
    none: 'Todavía no rige ninguna regla de reparto. Compare las que hay y lleve una a votación.',
    inForce: (rule: string) => `Rige: ${rule}`,
  },
  calculate: {
    title: 'Calcular',
    how: 'Se calcula en este aparato, con lo que dicen los registros: necesidades que corren, no llegaron y no están en camino, y existencias que no son de nadie.',
    rule: 'Regla',
    class: (kind: string) => `Orden de ${kind}`,
    classHow: 'Quien tiene el número menor se atiende primero; sin número, después de todos.',
    roads: {
      label: 'Caminos, en GeoJSON (si los hay)',
      how: 'Sin caminos, cada depósito llega a cada lugar. Con ellos, los cortes de los registros cierran. Quedan en este aparato, para el mapa también.',
      kept: (name: string) => `Se calcula con los caminos de ${name}`,
      drop: 'Quitar los caminos',
      tooLarge: 'Ese archivo tiene más de 20 MB, y no se leyó nada de él.',
    },
    go: 'Calcular',
    nothing: 'No hay nada que repartir: nadie pide, o nadie tiene.',
    withoutPlace: (names: string) => `Sin longitud y latitud, quedan fuera: ${names}`,
    item: (item: string, stock: string) => `${item}: hay ${stock}`,
    site: 'Lugar',
    claim: 'Pide',
    why: 'Por qué le toca eso a cada cual',
    hashes: 'Huella del plan (SHA-256):',
  },
  limits: {
    title: 'Normas, pisos y techos',
    how: 'Se votan con la regla. Lo que una persona puede pedir de un bien; y cuánto de lo que pide le toca a un lugar, por lo menos y a lo sumo, entre quienes tienen el mismo orden.',
    standard: (item: string) => `${item}: por persona, a lo sumo (si hay norma)`,
    floor: (kind: string) => `Por lo menos, a ${kind} (% de lo que piden)`,
    ceiling: (kind: string) => `A lo sumo, a ${kind} (% de lo que piden)`,
    wrong: 'aquí va una cantidad, como 2 o 0,05',
  },
  vote: {
    rule: 'Esta regla con este orden no es la que rige: decide la asamblea.',
    plan: 'El plan lo decide la asamblea.',
    ruleTitle: (rule: string) => `Regla de reparto: ${rule}`,
    ruleText: (rule: string, name: string) =>
      `Desde ahora lo escaso se reparte con la regla «${rule}» (${name}), en el orden que dice este archivo. Nada de esto mira la asistencia, los votos ni las multas de nadie.`,
    planTitle: (day: string) => `Plan de reparto del ${day}`,
    planText: (problem: string, plan: string) =>
      `El plan sigue la regla que rige. Quien quiera lo calcula otra vez: cabildo supply plan problem.json --json --lang es. Huella del problema: ${problem}. Huella del plan: ${plan}.`,
    noSitting: 'No hay ninguna sesión abierta: se presenta cuando la haya.',
    putBefore: (place: string, time: string) => `Presentar en la sesión: ${place}, ${time}`,
    put: 'Presentada',
    desk: 'Ir a la mesa y abrir la votación',
  },
  adopt: {
    keep: 'Guarde el plan: sus líneas se anotan cuando esté aprobado, desde este aparato o con el archivo.',
    save: 'Guardar el plan',
    problem: 'El problema, para calcularlo otra vez',
    closures: 'Los cortes con que se calculó',
    officers: 'El estatuto deja que la directiva lleve a cabo la regla votada.',
    go: 'Aprobar el plan',
    replaces: (plan: string) => `Reemplaza al plan ${plan}: lo entregado queda, lo que no, se libera.`,
  },
  adopted: {
    title: 'Planes que rigen',
    plan: (act: string) => `Plan del acto ${act}`,
    whole: 'entero en el libro',
    parts: (entered: string, all: string) => `${entered} de ${all} partes anotadas`,
    until: (time: string) => `rige hasta el ${time}`,
    handed: (handed: string, all: string) => `${handed} de ${all} entregados`,
    short: (short: string, item: string) => `Faltan ${short} de ${item} de lo asignado: calcule otra vez.`,
    shut: (titles: string) => `Desde que se adoptó se cerró: ${titles}. Calcule de nuevo, con los caminos.`,
    trips: 'Despachar viajes',
    enter: (count: string) => `Anotar las partes que faltan (${count})`,
    file: 'El archivo del plan, si se hizo en otro aparato',
    otherFile: 'Ese archivo no es de este plan.',
    tooLarge: 'Ese archivo tiene más de 20 MB: no es un plan, y no se leyó nada de él.',
  },
};

export type PlanWords = typeof es;
