// Where the camera has to stand. Pure; in Sigma's framed units: the graph in the unit square, ratio 1 shows it whole.

export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Pixels that one framed unit takes at ratio 1. */
  readonly unit: number;
}

/** What of the viewport is free to be looked at (a panel covers the rest), with room for names at the edges. */
export interface Free {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function extentOf(points: Iterable<{ readonly x: number; readonly y: number }>): Extent | null {
  let extent: Extent | null = null;
  for (const { x, y } of points)
    extent = extent
      ? {
          left: Math.min(extent.left, x),
          right: Math.max(extent.right, x),
          bottom: Math.min(extent.bottom, y),
          top: Math.max(extent.top, y),
        }
      : { left: x, right: x, bottom: y, top: y };
  return extent;
}

/** The camera that shows `extent` centred in `free`, no nearer than `least`. */
export function frame(extent: Extent, viewport: Viewport, free: Free, least = 0.05): CameraPlace {
  const { unit } = viewport;
  const wide = ((extent.right - extent.left) * unit) / Math.max(free.width, 1);
  const high = ((extent.top - extent.bottom) * unit) / Math.max(free.height, 1);
  const ratio = Math.max(wide, high, least);
  // A pixel right of the viewport's centre is ratio / unit framed units right of the camera; y grows upwards.
  const right = free.left + free.width / 2 - viewport.width / 2;
  const down = free.top + free.height / 2 - viewport.height / 2;
  return {
    x: (extent.left + extent.right) / 2 - (right * ratio) / unit,
    y: (extent.bottom + extent.top) / 2 + (down * ratio) / unit,
    ratio,
  };
}
