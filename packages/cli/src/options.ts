import type { OptionSpec } from './command.ts';

/** Options of every command. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  help: { help: { es: 'muestra esta ayuda', en: 'shows this help' } },
  version: { help: { es: 'muestra la versión', en: 'shows the version' } },
  json: {
    help: { es: 'la respuesta como un solo documento JSON', en: 'the answer as one JSON document' },
  },
  lang: {
    value: 'es|en',
    help: { es: 'idioma; si falta, el de LANG', en: 'language; if missing, that of LANG' },
  },
  debug: {
    help: { es: 'muestra también dónde falló el programa', en: 'also shows where in the program it failed' },
  },
};

/** Options that several commands share. */
export const shared = {
  card: {
    value: 'WORDS',
    help: {
      es: 'la tarjeta de miembro, la primera vez; después queda la sesión',
      en: 'the member card, the first time; from then on the session is kept',
    },
  },
  data: {
    value: 'DIR',
    help: { es: 'la carpeta de datos del nodo; si falta, ./data', en: "the node's data folder; if missing, ./data" },
  },
  node: {
    value: 'URL',
    help: {
      es: 'un nodo en marcha; si falta, el que sirve la carpeta de datos, o la carpeta misma',
      en: 'a running node; if missing, the one that serves the data folder, or else the folder itself',
    },
  },
  host: {
    value: 'ADDRESS',
    help: {
      es: 'dirección en la que escucha; si falta, 127.0.0.1 (sólo este equipo)',
      en: 'address to listen on; if missing, 127.0.0.1 (this machine only)',
    },
  },
  port: { value: 'PORT', help: { es: 'puerto; si falta, PORT o 8080', en: 'port; if missing, PORT or 8080' } },
  name: {
    value: 'NAME',
    help: {
      es: 'el nombre del nodo, con el que empiezan los nombres de sus libros, como el-alto.example',
      en: "the node's name, with which the names of its books begin, such as el-alto.example",
    },
  },
  workers: {
    value: 'N',
    help: {
      es: 'hilos; si falta, uno por procesador en los libros grandes',
      en: 'threads; if missing, one per processor for large books',
    },
  },
} satisfies Record<string, OptionSpec>;
