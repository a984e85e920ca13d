// What all areas say, loaded as one piece.
export { en as desk } from './desk/words-en.ts';
export { en as floor } from './floor/desk-words-en.ts';
export { en as hall } from './hall-screen/words-en.ts';
export { en as late } from './late/words-en.ts';
export { en as meeting } from './meeting/words-en.ts';
export { en as minutes } from './minutes/words-en.ts';
export { en as paper } from './paper/words-en.ts';
export { en as roll } from './roll/words-en.ts';
export { en as seals } from './seals/words-en.ts';
export { en as teller } from './teller/words-en.ts';
