// Plays what main asks for: each sound once, and a request's again and again until it is seen.
import { useEffect, useRef } from 'react';
import { useDesk } from '../../desk/index.ts';
import { playTone } from './tones.ts';

const REPEAT = 5_000;

export function Sounds(): null {
  const latest = useDesk((view) => view.sounds.latest);
  const ringing = useDesk((view) => view.sounds.ringing);
  // What was played before this window was there is over, unless it still rings.
  const heard = useRef(ringing === null ? (latest?.number ?? null) : null);

  useEffect(() => {
    if (latest === null || latest.number === heard.current) return;
    heard.current = latest.number;
    playTone(latest.tone, latest.volume);
  }, [latest]);

  useEffect(() => {
    if (ringing === null) return undefined;
    const timer = setInterval(() => { playTone(ringing.tone, ringing.volume); }, REPEAT);
    return () => { clearInterval(timer); };
  }, [ringing]);

  return null;
}
