// The tones, made on the spot: no sound file has to be there, and the volume is the agent's.
import type { NewsTopic } from '../../../src-shared/domain/preferences.ts';

interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the beginning, and how long it sounds. */
  readonly at: number;
  readonly lasts: number;
}

const tones: Readonly<Record<NewsTopic, readonly Note[]>> = {
  // Two tones, twice: heard across a room.
  request: [{ pitch: 659, at: 0, lasts: 0.22 }, { pitch: 880, at: 0.2, lasts: 0.32 }, { pitch: 659, at: 0.7, lasts: 0.22 }, { pitch: 880, at: 0.9, lasts: 0.32 }],
  // A soft tap.
  message: [{ pitch: 587, at: 0, lasts: 0.14 }],
  // Falling: something is over.
  status: [{ pitch: 523, at: 0, lasts: 0.2 }, { pitch: 392, at: 0.18, lasts: 0.3 }],
};

/** The ear hears loudness as a power: half the knob is half as loud. */
const gainOf = (volume: number): number => 0.5 * (volume / 100) ** 2;

const ATTACK = 0.012;
const SILENCE = 0.0001;

type Audio = Pick<AudioContext, 'currentTime' | 'createOscillator' | 'createGain' | 'destination'>;

/** Plays a topic's tone; `volume` is 0 to 100. It goes on by itself. */
export function scheduleTone(audio: Audio, topic: NewsTopic, volume: number): void {
  if (volume <= 0) return;
  for (const { pitch, at, lasts } of tones[topic]) {
    const begins = audio.currentTime + at;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(SILENCE, begins);
    gain.gain.linearRampToValueAtTime(gainOf(volume), begins + ATTACK);
    // Rings out instead of breaking off with a click.
    gain.gain.exponentialRampToValueAtTime(SILENCE, begins + lasts);
    gain.connect(audio.destination);
    const oscillator = audio.createOscillator();
    oscillator.type = 'sine';
    oscillator.frequency.setValueAtTime(pitch, begins);
    oscillator.connect(gain);
    oscillator.start(begins);
    oscillator.stop(begins + lasts);
  }
}

let context: AudioContext | null = null;

/** Plays on the computer's output; opened at the first tone and kept. */
export function playTone(topic: NewsTopic, volume: number): void {
  context ??= new AudioContext();
  // A computer that slept, or changed its output, may have suspended it.
  if (context.state === 'suspended') void context.resume();
  scheduleTone(context, topic, volume);
}
