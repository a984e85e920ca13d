// What all areas say, loaded as one piece.
export { es as desk } from './desk/words-es.ts';
export { es as floor } from './floor/desk-words-es.ts';
export { es as hall } from './hall-screen/words-es.ts';
export { es as late } from './late/words-es.ts';
export { es as meeting } from './meeting/words-es.ts';
export { es as minutes } from './minutes/words-es.ts';
export { es as paper } from './paper/words-es.ts';
export { es as roll } from './roll/words-es.ts';
export { es as seals } from './seals/words-es.ts';
export { es as teller } from './teller/words-es.ts';
