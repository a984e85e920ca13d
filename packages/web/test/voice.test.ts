// Reading a motion aloud: which voice, and in which pieces.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaths, voiceFor } from '../src/read-aloud/voice.ts';

const voice = (lang: string, localService: boolean, isDefault = false): SpeechSynthesisVoice =>
  ({ lang, localService, default: isDefault, name: lang, voiceURI: lang }) as SpeechSynthesisVoice;

test('a voice of the language on the device speaks, the usual one before the others', () => {
  const voices = [voice('en-GB', true), voice('es-ES', true), voice('es-BO', true, true)];
  assert.equal(voiceFor(voices, 'es')?.lang, 'es-BO');
  assert.equal(voiceFor(voices, 'en')?.lang, 'en-GB');
});

test('no voice speaks that would send the text elsewhere, and none of another language', () => {
  assert.equal(voiceFor([voice('es-ES', false), voice('en-GB', true)], 'es'), null);
  assert.equal(voiceFor([], 'es'), null);
});

test('a long text is said in pieces that end at a sentence or a word, and nothing of it is left out', () => {
  const text = 'Primero el gas. Después, el agua; y al final la luz.\nNada más.';
  assert.deepEqual(breaths(text), ['Primero el gas.', 'Después, el agua;', 'y al final la luz.', 'Nada más.']);
  const long = Array.from({ length: 90 }, (_, i) => `palabra${i}`).join(' ');
  assert.equal(breaths(long).join(' '), long);
  for (const piece of breaths(long)) assert.ok(piece.length <= 180, piece);
});
