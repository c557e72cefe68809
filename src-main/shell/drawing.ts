// The small pictures of tray and taskbar, drawn here: they show the status, and no picture file has to follow it. Pure.

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** What the tray shows: design tokens `--c-ok-fill`, `--c-idle-fill`, `--c-danger-fill`; null = no dot (signed out). */
export const dotColours = {
  available: { r: 0x1f, g: 0x93, b: 0x50 },
  idle: { r: 0x7a, g: 0x83, b: 0x93 },
  rona: { r: 0xcf, g: 0x2e, b: 0x24 },
  unread: { r: 0xcf, g: 0x2e, b: 0x24 },
} as const;

const accent: Colour = { r: 0x0b, g: 0x5c, b: 0xd5 };
const white: Colour = { r: 255, g: 255, b: 255 };

/** Whether a point of the unit square belongs to a shape. */
type Shape = (x: number, y: number) => boolean;
interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

const disc = (cx: number, cy: number, radius: number): Shape => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2;

const rounded = (radius: number): Shape => (x, y) => {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return dx ** 2 + dy ** 2 <= radius ** 2;
};

/** The product's letter: a stem and a bow with its hole. */
const letter: Shape = (x, y) => {
  const stem = x >= 0.33 && x <= 0.48 && y >= 0.27 && y <= 0.78;
  const bow = (x >= 0.33 && x <= 0.55 && y >= 0.27 && y <= 0.63) || disc(0.55, 0.45, 0.18)(x, y);
  return stem || (bow && !disc(0.57, 0.45, 0.075)(x, y));
};

/** Places looked at per pixel and axis: smooth edges at 16 px. */
const SAMPLES = 4;

/** Draws layers, later over earlier, into 32-bit BGRA with premultiplied alpha, `size` pixels square. */
function draw(size: number, layers: readonly Layer[]): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let [r, g, b, hits] = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        const top = layers.findLast(({ shape }) => shape(x, y));
        if (!top) continue;
        hits += 1;
        r += top.colour.r;
        g += top.colour.g;
        b += top.colour.b;
      }
      const all = SAMPLES * SAMPLES;
      pixels.set([b / all, g / all, r / all, (hits * 255) / all].map(Math.round), (row * size + column) * 4);
    }
  }
  return pixels;
}

/** The product's mark with the status as a dot on its corner. */
export const drawTrayIcon = (size: number, dot: keyof typeof dotColours | null): Buffer =>
  draw(size, [
    { shape: rounded(0.28), colour: accent },
    { shape: letter, colour: white },
    ...(dot === null ? [] : [{ shape: disc(0.76, 0.76, 0.26), colour: white }, { shape: disc(0.76, 0.76, 0.19), colour: dotColours[dot] }]),
  ]);

/** A dot that says that something is unread. */
export const drawUnreadDot = (size: number): Buffer => draw(size, [{ shape: disc(0.5, 0.5, 0.46), colour: dotColours.unread }]);
