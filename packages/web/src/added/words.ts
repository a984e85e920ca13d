/** What is said of an added language alone; the English is for whoever translates it. */
export const addedWords = {
  es: {
    noVoice: 'No hay voz en esta lengua: nadie la ha grabado y este aparato no la tiene.',
    noVoiceForAll: 'Una parte no tiene voz en esta lengua.',
  },
  en: {
    noVoice: 'There is no voice in this language: nobody has recorded it and this device has none.',
    noVoiceForAll: 'A part has no voice in this language.',
  },
};
