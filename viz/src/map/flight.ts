// Where the camera stands and flies to.
import type { CameraState } from "sigma/types";
import { type CameraPlace, extentOf, type Free, frame } from "../camera.ts";
import { MOST, type Part } from "../drawn.ts";
import { crowded } from "../looks.ts";
import { FARTHEST, NEAREST, type Stage } from "./stage.ts";
import type { MapLook } from "./types.ts";

export type Flight = ReturnType<typeof createFlight>;

const FLY = 600;
/** Narrower stages are phones. A name on a phone wants this many square pixels at arrival. */
const NARROW = 720;
const ROOM = 12_000;

/** Pixels beyond the outermost marks, for names and grounds. */
const RIM = 48;
const ORIGIN = { x: 0, y: 0 };
const STILL = { cameraState: { x: 0.5, y: 0.5, ratio: 1, angle: 0 } };
const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** What sizes and nearness are measured against: camera ratios at arrival, and at which the whole map is seen. */
export interface Home {
  ratio: number;
  whole: number;
  /** Square pixels that each chosen name has where the whole map is seen. */
  room: number;
}

/** Marks grow less than the map does, and are smaller where they are many. */
export function markScale(home: Home, ratio: number): number {
  const grow = Math.max(0.7, Math.min(1.45, Math.sqrt(home.ratio / ratio)));
  return grow * crowd(home, ratio);
}

const near = (a: CameraPlace, b: CameraPlace): boolean =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 0.002 * a.ratio && Math.abs(a.ratio / b.ratio - 1) < 0.002;

export const crowd = (home: Home, ratio: number): number => crowded(home.room * (home.whole / ratio) ** 2);

export function createFlight(stage: Stage, home: Home, look: () => MapLook, free: () => Free) {
  const { sigma } = stage;
  let before: CameraPlace | null = null;
  /** Where the page itself last sent the camera. */
  let sent: CameraPlace | null = null;

  function placeFor(nodes: readonly number[], nearest: number, within = free()): CameraPlace | null {
    const extent = extentOf(nodes.map(stage.frame.place));
    if (!extent) return null;
    const { width, height } = sigma.getDimensions();
    const origin = sigma.framedGraphToViewport(ORIGIN, STILL);
    const one = sigma.framedGraphToViewport({ x: 1, y: 0 }, STILL);
    const pad = Math.min(1, within.width / 700);
    const room: Free = {
      left: within.left + 64 * pad,
      top: within.top + 34,
      width: within.width - 128 * pad,
      height: within.height - 80,
    };
    return frame(extent, { width, height, unit: one.x - origin.x }, room, nearest);
  }

  function go(place: CameraPlace | null, motion: boolean): void {
    if (!place) return;
    const state = { ...place, angle: 0 };
    sent = place;
    move(state, motion ? FLY : 0);
  }

  /** In so many milliseconds, 0 for at once; ends a movement that is under way, the mouse wheel's too. */
  function move(state: CameraState, duration: number): void {
    const camera = sigma.getCamera();
    if (duration > 0) void camera.animate(state, { duration, easing: "cubicOut" });
    // Set in the midst of a movement it would be overwritten by the movement's next frame.
    else if (camera.isAnimated()) void camera.animate(state, { duration: 1 });
    else camera.setState(state);
  }

  /** How far up or down the camera may stand from the map's middle before more than names fit beyond the rim. */
  function slack(nodes: readonly number[], unit: number, height: number): number {
    const extent = extentOf(nodes.map(stage.frame.place))!;
    const half = (height / 2 - RIM) * (home.ratio / unit);
    return Math.max(0, (extent.top - extent.bottom) / 2 - half);
  }

  /** The camera at arrival on the whole stage, panel or not. */
  function measureHome(): CameraPlace | null {
    const { width, height } = sigma.getDimensions();
    const { nodes, chosen } = look().view.picture;
    const whole = placeFor(nodes, NEAREST, { left: 0, top: 0, width, height });
    if (!whole) return null;
    Object.assign(home, { ratio: whole.ratio, whole: whole.ratio, room: (width * height) / Math.max(1, chosen) });
    if (width >= NARROW) return whole;
    // On a phone all names at once are a heap: so near that each has some room, the most important in the middle.
    home.ratio = Math.min(whole.ratio, Math.sqrt((width * height) / (nodes.length * ROOM)) * whole.ratio);
    const first = nodes.reduce((best, node) => (look().model.rank[node]! < look().model.rank[best]! ? node : best));
    const { x, y } = stage.frame.place(first);
    if (nodes.length >= look().model.project.content.entities) return { x, y, ratio: home.ratio };
    // Drawn in part, a map is thin round its first name, which may stand near the rim: the stage is filled first.
    const unit = sigma.framedGraphToViewport({ x: 1, y: 0 }, STILL).x - sigma.framedGraphToViewport(ORIGIN, STILL).x;
    return { x, y: whole.y + clamp(y - whole.y, slack(nodes, unit, height)), ratio: home.ratio };
  }

  return {
    measureHome,
    arrive(): void {
      before = null;
      go(measureHome(), false);
    },
    focus(nodes: readonly number[] | null, motion: boolean): void {
      measureHome();
      const { x, y, ratio } = sigma.getCamera().getState();
      if (nodes) {
        // At most 1.9 times nearer than the whole map.
        go(placeFor(nodes, home.ratio / 1.9), motion && look().motion);
        before ??= { x, y, ratio };
      } else if (before) {
        go(before, look().motion);
        before = null;
      }
    },
    fly(place: CameraPlace, motion: boolean): void {
      before ??= sigma.getCamera().getState();
      go(place, motion && look().motion);
    },
    /** The camera's place when it rests where the reader has moved it; null where the page has sent it. */
    moved(): CameraPlace | null {
      const { x, y, ratio } = sigma.getCamera().getState();
      if (sent && near(sent, { x, y, ratio })) return null;
      return { x, y, ratio };
    },
    fit(): void {
      before = null;
      go(placeFor(look().view.picture.nodes, NEAREST), look().motion);
    },
    zoom(factor: number): void {
      const camera = sigma.getCamera();
      const { left, top, width, height } = free();
      const ratio = Math.max(NEAREST, Math.min(FARTHEST, camera.ratio * factor));
      const state = sigma.getViewportZoomedState({ x: left + width / 2, y: top + height / 2 }, ratio);
      move(state, look().motion ? 200 : 0);
    },
    /** What the camera looks at when it is nearer than at arrival. */
    part(): Part | null {
      if (sigma.getCamera().ratio > home.ratio * 0.97) return null;
      const { width, height } = sigma.getDimensions();
      const one = stage.frame.back(sigma.viewportToFramedGraph({ x: 0, y: 0 }));
      const other = stage.frame.back(sigma.viewportToFramedGraph({ x: width, y: height }));
      return {
        left: Math.min(one.x, other.x),
        right: Math.max(one.x, other.x),
        bottom: Math.min(one.y, other.y),
        top: Math.max(one.y, other.y),
        most: width >= NARROW ? MOST["300"] : Math.round((width * height) / ROOM),
      };
    },
  };
}
