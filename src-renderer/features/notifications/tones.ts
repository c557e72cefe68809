// The tones, made on the spot: no sound file has to be there, and the volume is the agent's.
import type { Tone } from '../../../src-shared/domain/preferences.ts';

interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the beginning, and how long it sounds. */
  readonly at: number;
  readonly lasts: number;
  /** A triangle is brighter than the sine it is by itself. */
  readonly wave?: 'triangle';
}

const tones: Readonly<Record<Tone, readonly Note[]>> = {
  // Twice: heard across a room.
  twoTones: [{ pitch: 659, at: 0, lasts: 0.22 }, { pitch: 880, at: 0.2, lasts: 0.32 }, { pitch: 659, at: 0.7, lasts: 0.22 }, { pitch: 880, at: 0.9, lasts: 0.32 }],
  softTap: [{ pitch: 587, at: 0, lasts: 0.14 }],
  // Asks, as a voice does.
  rising: [{ pitch: 440, at: 0, lasts: 0.16 }, { pitch: 554, at: 0.15, lasts: 0.16 }, { pitch: 659, at: 0.3, lasts: 0.34 }],
  // Something is over.
  falling: [{ pitch: 523, at: 0, lasts: 0.2 }, { pitch: 392, at: 0.18, lasts: 0.3 }],
  // One stroke with the overtones of a bell, the higher the shorter.
  bell: [{ pitch: 784, at: 0, lasts: 1.1 }, { pitch: 1568, at: 0, lasts: 0.6 }, { pitch: 2117, at: 0, lasts: 0.3 }],
  knock: [{ pitch: 196, at: 0, lasts: 0.09, wave: 'triangle' }, { pitch: 196, at: 0.16, lasts: 0.11, wave: 'triangle' }],
  drops: [{ pitch: 1047, at: 0, lasts: 0.1 }, { pitch: 1319, at: 0.11, lasts: 0.1 }, { pitch: 988, at: 0.22, lasts: 0.18 }],
};

/** The ear hears loudness as a power: half the knob is half as loud. */
const gainOf = (volume: number): number => 0.5 * (volume / 100) ** 2;

const ATTACK = 0.012;
const SILENCE = 0.0001;

type Audio = Pick<AudioContext, 'currentTime' | 'createOscillator' | 'createGain' | 'destination'>;

/** How many notes of a tone sound at a moment: they share the loudness, so that no tone clips. */
const together = (notes: readonly Note[], { at }: Note): number => notes.filter((other) => other.at === at).length;

/** Plays a tone; `volume` is 0 to 100. It goes on by itself. */
export function scheduleTone(audio: Audio, tone: Tone, volume: number): void {
  if (volume <= 0) return;
  const notes = tones[tone];
  for (const note of notes) {
    const begins = audio.currentTime + note.at;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(SILENCE, begins);
    gain.gain.linearRampToValueAtTime(gainOf(volume) / together(notes, note), begins + ATTACK);
    // Rings out instead of breaking off with a click.
    gain.gain.exponentialRampToValueAtTime(SILENCE, begins + note.lasts);
    gain.connect(audio.destination);
    const oscillator = audio.createOscillator();
    oscillator.type = note.wave ?? 'sine';
    oscillator.frequency.setValueAtTime(note.pitch, begins);
    oscillator.connect(gain);
    oscillator.start(begins);
    oscillator.stop(begins + note.lasts);
  }
}

let context: AudioContext | null = null;

/** Plays on the computer's output; opened at the first tone and kept. */
export function playTone(tone: Tone, volume: number): void {
  context ??= new AudioContext();
  // A computer that slept, or changed its output, may have suspended it.
  if (context.state === 'suspended') void context.resume();
  scheduleTone(context, tone, volume);
}
