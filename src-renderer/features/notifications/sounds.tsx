// Plays what main asks for: each sound once, and a request's again and again until it is seen.
import { useEffect, useRef } from 'react';
import { useDesk } from '../../desk/index.ts';
import { playTone } from './tones.ts';

const REPEAT = 5_000;

export function Sounds(): null {
  const latest = useDesk((view) => view.sounds.latest);
  const volume = useDesk((view) => view.sounds.ringing?.volume ?? null);
  // What was played before this window was there is over, unless it still rings.
  const heard = useRef(volume === null ? (latest?.number ?? null) : null);

  useEffect(() => {
    if (latest === null || latest.number === heard.current) return;
    heard.current = latest.number;
    playTone(latest.topic, latest.volume);
  }, [latest]);

  useEffect(() => {
    if (volume === null) return undefined;
    const timer = setInterval(() => { playTone('request', volume); }, REPEAT);
    return () => { clearInterval(timer); };
  }, [volume]);

  return null;
}
