import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useNodeTime } from '../floor/clock.ts';
import type { Live } from '../live-answer.ts';
import { Qr } from '../qr/qr.tsx';
import type { Formats } from '../shell/formats.ts';
import type { Session } from '../shell/session.ts';
import type { Shell } from '../shell/shell.ts';
import { stageOf } from './stage.ts';
import type { HallWords } from './words-es.ts';

interface DoorProps {
  readonly live: Live;
  readonly session: Session;
  readonly shell: Shell;
  readonly formats: Formats;
  readonly words: HallWords;
}

interface DoorCode {
  readonly code: string;
  readonly until: string;
}

const atTheDoor = ['convener', 'presidium', 'secretary', 'teller', 'officer'];

/** The way in: this node's address for everybody, and, where somebody who may has opened it, the door's own code. */
export function Door({ live, session, shell, formats, words }: DoorProps): JSX.Element | null {
  const [wanted, setWanted] = useState(false);
  const may = live.mine?.roles.some((role) => atTheDoor.includes(role)) === true;
  const idle = useIdle();
  const now = useNodeTime(live);
  const code = useDoorCode(session, live.sitting, wanted && may, now);
  if (live.phase === 'closed' || live.phase === 'called-off') return null;
  const sign = code === null ? null : addressOf(session.body, live.sitting, code.code);
  const [path, said] = wayIn(live, now, words);
  const address = location.origin + path;
  const other = formats.language === 'es' ? 'en' : 'es';
  return (
    <aside class={idle ? 'wall-door idle' : 'wall-door'}>
      {sign === null ? (
        <Qr key={path} text={address} label={`${said}: ${address}`} />
      ) : (
        <Qr key={code?.code} text={sign} label={`${words.door}: ${code?.code}`} />
      )}
      <p>
        <strong>{sign === null ? said : words.door}</strong>
        <span>
          {code === null ? (
            <>
              {location.host}
              <wbr />
              {path}
            </>
          ) : (
            inFours(code.code)
          )}
        </span>
        {code === null ? null : <small>{words.doorHow}</small>}
      </p>
      <div class="wall-tools">
        {may ? (
          <button type="button" onClick={() => setWanted(!wanted)}>
            {wanted ? words.closeDoor : words.openDoor}
          </button>
        ) : null}
        {document.fullscreenEnabled ? (
          <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
            {words.full}
          </button>
        ) : null}
        <button type="button" lang={other} onClick={() => shell.speak(other)}>
          {formats.words.other}
        </button>
      </div>
    </aside>
  );
}

/** While it is voted in secret the wall leads to the box, and beside its result to where anybody looks for the own vote. */
function wayIn(live: Live, now: number, words: HallWords): readonly [path: string, said: string] {
  const stage = stageOf(live, now);
  const vote = stage.show === 'vote' ? stage.vote.election : null;
  const result = stage.show === 'result' ? stage.result.election : null;
  if (vote !== null) return [`/ballot/v/${vote}`, words.vote];
  return result === null ? ['/phone', words.takePart] : [`/ballot/c/${result}`, words.check];
}

const IDLE_MS = 5_000;
const RETRY_MS = 5_000;

/** Nobody has moved or typed anything for a while. A finger keeps nothing hidden. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const woken = (): void => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    woken();
    for (const event of ['pointermove', 'pointerdown', 'keydown']) addEventListener(event, woken);
    return () => {
      clearTimeout(timer);
      for (const event of ['pointermove', 'pointerdown', 'keydown']) removeEventListener(event, woken);
    };
  }, []);
  return idle;
}

const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** In the fragment, which no server and no log gets to see. */
function addressOf(body: string, sitting: number, code: string): string {
  const fields = new URLSearchParams({ body, sitting: String(sitting), door: code });
  return `${location.origin}/phone#${fields}`;
}

/** Asked for anew as soon as its minute is over; without a network there is none, because an old one lets nobody in. */
function useDoorCode(session: Session, sitting: number, wanted: boolean, now: number): DoorCode | null {
  const [code, setCode] = useState<DoorCode | null>(null);
  const [tries, setTries] = useState(0);
  const over = code !== null && now >= Date.parse(code.until);
  useEffect(() => {
    if (!wanted) return setCode(null);
    let left = false;
    let timer: number | undefined;
    void session.ask<DoorCode>(`/sittings/${sitting}/door`).then((reply) => {
      if (left) return;
      setCode(reply.kind === 'ok' ? reply.value : null);
      if (reply.kind !== 'ok') timer = setTimeout(() => setTries(tries + 1), RETRY_MS);
    });
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [session, sitting, wanted, over, tries]);
  return over ? null : code;
}
