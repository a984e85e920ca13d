import { noted, type Phrases } from './phrase.ts';

/** Amendments, parts, withdrawal, motions on how to proceed, motions of the bases. */
export const motionPhrases = {
  'motion-ended': [
    ({ present }) => `Esa moción ya no se vota en esta sesión${noted('', present)}.`,
    ({ present }) => `That motion is no longer to be voted in this sitting${noted('', present)}.`,
  ],
  'not-amendable': [
    ({ present }) =>
      `Lo que hace esa moción son datos, no texto${noted('', present)}: quien la presentó la retira y presenta otra.`,
    ({ present }) =>
      `What that motion does is data, not text${noted('', present)}: whose it is withdraws it and tables another.`,
  ],
  'nothing-amended': [() => 'La enmienda deja el texto como está.', () => 'The amendment leaves the text as it is.'],
  'amendment-order-taken': [
    ({ needed, present }) =>
      `Ya hay una enmienda con el número de orden ${needed} (acto ${present}): cada una lleva el suyo, y primero se vota la más alejada del texto.`,
    ({ needed, present }) =>
      `There is an amendment with order number ${needed} already (act ${present}): each has its own, and the furthest from the text is voted first.`,
  ],
  'amendment-waiting': [
    ({ needed }) => `Antes se vota la enmienda que espera (acto ${needed}).`,
    ({ needed }) => `The amendment that waits is voted first (act ${needed}).`,
  ],
  'already-substantive': [
    () => 'Esa enmienda ya cuenta como enmienda de fondo.',
    () => 'That amendment counts as substantive already.',
  ],
  'debate-closed': [
    () => 'El debate de esa moción está cerrado: ya no se presentan enmiendas.',
    () => 'The debate on that motion is closed: no further amendment is tabled.',
  ],
  'not-divisible': [
    ({ present }) => `Esa moción no se divide${noted('', present)}: lo que hace es una sola cosa.`,
    ({ present }) => `That motion cannot be divided${noted('', present)}: what it does is one thing.`,
  ],
  'parts-are-not-the-text': [
    () => 'Las partes, una tras otra, no dan el texto de la moción: no puede faltar ni sobrar nada.',
    () => 'The parts, one after the other, are not the motion’s text: nothing may be left out or slipped in.',
  ],
  'part-waiting': [
    ({ needed }) => `Las partes se votan en su orden: primero la del acto ${needed}.`,
    ({ needed }) => `The parts are voted in their order: first the one of act ${needed}.`,
  ],
  'not-the-mover': [
    ({ needed }) =>
      needed === ''
        ? 'La moción es de la sala: nadie la retira por su cuenta, la sala puede dejarla a un lado.'
        : `Solo la retira quien la presentó (${needed}).`,
    ({ needed }) =>
      needed === ''
        ? 'The motion is the hall’s: nobody withdraws it alone; the hall may put it aside.'
        : `Only whose motion it is withdraws it (${needed}).`,
  ],
  'procedure-pending': [
    ({ needed }) => `Primero se decide la moción de procedimiento pendiente (${needed}).`,
    ({ needed }) => `The pending motion on how to proceed is decided first (${needed}).`,
  ],
  'no-procedure-pending': [
    () => 'No hay ninguna moción de procedimiento pendiente.',
    () => 'No motion on how to proceed is pending.',
  ],
  'procedure-not-in-statute': [
    ({ needed, present }) => `El estatuto no conoce esa moción de procedimiento (${present}); las que hay: ${needed}.`,
    ({ needed, present }) => `The statute knows no such motion on how to proceed (${present}); there are: ${needed}.`,
  ],
  'procedure-not-about-motion': [
    ({ present }) => `Esa moción es sobre la sesión, no sobre una moción${noted('', present)}.`,
    ({ present }) => `That is about the sitting, not about a motion${noted('', present)}.`,
  ],
  'hands-needed': [
    ({ present }) => `Eso no lo resuelve la mesa sola${noted('', present)}: se pide la mano a la sala.`,
    ({ present }) => `The presidium does not rule on that alone${noted('', present)}: the hall’s hands are asked for.`,
  ],
  'base-motion-waiting': [
    ({ needed }) => `Venció el plazo de la moción de una base (acto ${needed}): se vota antes que otra ordinaria.`,
    ({ needed }) => `A base’s motion is past its day (act ${needed}): it is voted before any other ordinary one.`,
  ],
  'already-answered': [
    ({ present }) => `Eso mismo ya se respondió a la base (acto ${present}).`,
    ({ present }) => `The base has been given that same answer already (act ${present}).`,
  ],
  'resolution-not-in-force': [
    ({ present }) => `La resolución no está en vigor${noted('', present)}: todavía no hay nada que cumplir.`,
    ({ present }) => `The resolution is not in force${noted('', present)}: there is nothing to carry out.`,
  ],
  'due-in-the-past': [
    ({ present }) => `El plazo de la tarea ya pasó${noted('', present)}.`,
    ({ present }) => `The task’s day has passed already${noted('', present)}.`,
  ],
  'task-done': [
    ({ present }) => `La tarea ya se informó como cumplida (acto ${present}).`,
    ({ present }) => `The task has been reported as done (act ${present}).`,
  ],
} satisfies Partial<Phrases>;
