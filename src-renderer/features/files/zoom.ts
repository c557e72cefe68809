// How a picture lies in the viewer: its scale against fitting, and how far it is moved. Pure.

export interface Lie {
  /** 1 = fits. */
  readonly scale: number;
  /** Pixels from the middle. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const FIT: Lie = { scale: 1, x: 0, y: 0 };
export const MAX_SCALE = 8;

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/** Never further than its own edge, so that it cannot be lost. `stage` is the room; what fits fills it. */
export function move(lie: Lie, dx: number, dy: number, stage: Size): Lie {
  const room = (length: number): number => (length * (lie.scale - 1)) / 2;
  return { scale: lie.scale, x: clamp(lie.x + dx, room(stage.width)), y: clamp(lie.y + dy, room(stage.height)) };
}

/** The point of the stage (from its middle) stays where it is. */
export function zoom(lie: Lie, factor: number, stage: Size, at: { readonly x: number; readonly y: number } = { x: 0, y: 0 }): Lie {
  const scale = Math.max(1, Math.min(MAX_SCALE, lie.scale * factor));
  const ratio = scale / lie.scale;
  return move({ scale, x: at.x - (at.x - lie.x) * ratio, y: at.y - (at.y - lie.y) * ratio }, 0, 0, stage);
}
