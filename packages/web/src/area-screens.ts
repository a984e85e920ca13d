// Every area's screen, loaded as one piece: packed together they are a tenth smaller than by who opens them.
export { Desk } from './desk/desk.tsx';
export { Speakers } from './floor/speakers-area.tsx';
export { HallScreen } from './hall-screen/hall-screen.tsx';
export { LateArea } from './late/late-area.tsx';
export { MeetingArea } from './meeting/meeting-area.tsx';
export { MinutesArea } from './minutes/minutes-area.tsx';
export { Roll } from './roll/roll.tsx';
export { Seals } from './seals/seals.tsx';
export { Teller } from './teller/teller.tsx';
export { VoiceArea } from './voice/voice-area.tsx';
