export const mailEs = {
  confirm: 'Confirmar una dirección de correo',
  code: 'Código del correo',
  codeHow: 'Dieciséis letras y cifras; los guiones no importan.',
  confirmIt: 'Confirmar',
  unknown:
    'Ese código no vale: está mal copiado, ya se usó, o pasó más de un día. Dé la dirección otra vez en su página.',
  confirmed: 'Dirección confirmada',
  confirmedHow: 'Desde ahora le llega el correo que eligió. Lo cambia o lo detiene cuando quiera en su página.',
  office: 'Ir a mi página',
  stop: 'No recibir más correo',
  stopHow:
    'Se borra la dirección a la que llegó esa carta, y esta asamblea no le escribe más. Lo que le espera lo sigue viendo en su página y en la hoja de la semana.',
  stopIt: 'No recibir más correo',
  stopped: 'Ya no le llega correo',
  stoppedHow: 'La dirección está borrada. Si quiere recibir correo otra vez, la da de nuevo en su página.',
};

export const mailEn: typeof mailEs = {
  confirm: 'Confirm an e-mail address',
  code: 'Code of the letter',
  codeHow: 'Sixteen letters and figures; hyphens do not matter.',
  confirmIt: 'Confirm',
  unknown:
    'That code is not good: it was copied wrong, was used already, or is older than a day. Give the address again on your page.',
  confirmed: 'Address confirmed',
  confirmedHow: 'From now on you get the e-mail that you chose. Change or stop it on your page whenever you like.',
  office: 'Go to my page',
  stop: 'No more e-mail',
  stopHow:
    'The address to which that letter went is deleted, and this assembly writes to you no more. What waits for you stays on your page and on the week’s sheet.',
  stopIt: 'No more e-mail',
  stopped: 'You get no more e-mail',
  stoppedHow: 'The address is deleted. If you want e-mail again, give it once more on your page.',
};
