// Refusals about the list of speakers.
import type { RefusalCode } from '../../src/index.ts';
import { ask, debate, person, speak, speaking } from '../federation/story-floor.ts';

const spoken = { kind: 'speech', sector: 'mercado' } as const;

export const floorScenes = {
  'not-checked-in': () => {
    const scene = debate();
    const { fed, origin, sitting } = scene;
    fed.refuses(origin, person(scene, 8), 'AskForFloor', { sitting, ...spoken }, 'not-checked-in');
  },
  'speech-not-in-statute': () => {
    const scene = debate();
    const { fed, origin, sitting } = scene;
    const input = { sitting, kind: 'translation' } as const;
    fed.refuses(origin, person(scene, 4), 'AskForFloor', input, 'speech-not-in-statute');
  },
  'debate-over': () => {
    const scene = debate();
    const { fed, origin, base, sitting, motion } = scene;
    fed.must(origin, base.presidium, 'CloseDebate', { sitting, motion });
    fed.refuses(origin, person(scene, 4), 'AskForFloor', { sitting, motion, ...spoken }, 'debate-over');
    fed.refuses(origin, base.presidium, 'CloseDebate', { sitting, motion }, 'debate-over');
  },
  'sector-needed': () => {
    const scene = debate();
    const { fed, origin, sitting } = scene;
    fed.refuses(origin, person(scene, 4), 'AskForFloor', { sitting, kind: 'speech' }, 'sector-needed');
    fed.refuses(origin, person(scene, 4), 'AskForFloor', { sitting, ...spoken, sector: 'ríos' }, 'sector-needed');
  },
  'sector-differs': () => {
    const scene = debate();
    const { fed, origin, sitting } = scene;
    speak(scene, ask(scene, person(scene, 4)), 1);
    const input = { sitting, ...spoken, sector: 'talleres' };
    fed.refuses(origin, person(scene, 4), 'AskForFloor', input, 'sector-differs');
  },
  'already-on-the-list': () => {
    const scene = debate();
    const { fed, origin, sitting, motion } = scene;
    ask(scene, person(scene, 4));
    fed.refuses(origin, person(scene, 4), 'AskForFloor', { sitting, motion, ...spoken }, 'already-on-the-list');
  },
  'not-your-place': () => {
    const scene = debate();
    const { fed, origin, base, sitting } = scene;
    const number = ask(scene, person(scene, 4));
    fed.refuses(origin, person(scene, 5), 'WithdrawFromFloor', { sitting, number }, 'not-your-place');
    fed.refuses(origin, base.presidium, 'WithdrawFromFloor', { sitting, number }, 'not-your-place');
  },
  'not-waiting': () => {
    const scene = debate();
    const { fed, origin, base, sitting } = scene;
    const number = ask(scene, person(scene, 4));
    speak(scene, number, 1);
    fed.refuses(origin, person(scene, 4), 'WithdrawFromFloor', { sitting, number }, 'not-waiting');
    fed.refuses(origin, base.presidium, 'GiveFloor', { sitting, number }, 'not-waiting');
  },
  'not-next': () => {
    const scene = debate();
    const { fed, origin, base, sitting } = scene;
    ask(scene, person(scene, 4));
    const number = ask(scene, person(scene, 5));
    fed.refuses(origin, base.presidium, 'GiveFloor', { sitting, number }, 'not-next');
  },
  'somebody-speaks': () => {
    const scene = debate();
    const { fed, origin, base, sitting, motion } = scene;
    const [first, number] = [ask(scene, person(scene, 4)), ask(scene, person(scene, 5))];
    fed.must(origin, base.presidium, 'GiveFloor', { sitting, number: first });
    fed.refuses(origin, base.presidium, 'GiveFloor', { sitting, number }, 'somebody-speaks');
    fed.refuses(origin, base.presidium, 'CloseDebate', { sitting, motion }, 'somebody-speaks');
  },
  'nobody-speaks': () => {
    const scene = debate();
    const { fed, origin, base, sitting } = scene;
    const number = ask(scene, person(scene, 4));
    fed.refuses(origin, base.presidium, 'EndSpeech', { sitting, number }, 'nobody-speaks');
  },
  'speaking-time-over': () => {
    const scene = debate();
    const { fed, origin, base, sitting } = scene;
    speak(scene, ask(scene, person(scene, 4)), speaking.group.seconds / 60);
    const number = ask(scene, person(scene, 5));
    fed.refuses(origin, base.presidium, 'GiveFloor', { sitting, number }, 'speaking-time-over');
  },
  'speakers-waiting': () => {
    const scene = debate();
    const { fed, origin, base, sitting, motion } = scene;
    ask(scene, person(scene, 4));
    fed.refuses(origin, base.presidium, 'CloseDebate', { sitting, motion }, 'speakers-waiting');
  },
  'nobody-spoke': () => {
    const { fed, origin, base, sitting } = debate();
    fed.refuses(origin, base.presidium, 'CloseDebate', { sitting }, 'nobody-spoke');
  },
} satisfies Partial<Record<RefusalCode, () => void>>;
