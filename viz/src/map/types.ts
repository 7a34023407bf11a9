// What the map is told and what it tells.
import type { CameraPlace, Free } from "../camera.ts";
import type { Part } from "../drawn.ts";
import type { Point } from "../geometry.ts";
import type { Ghosts } from "../ghosts.ts";
import type { PlacedLabel } from "../labels.ts";
import type { Model } from "../model.ts";
import type { Hover, View } from "../reducers.ts";
import type { Palette } from "../theme.ts";
import type { Capture } from "./capture.ts";
import type { RegionName } from "./regions.ts";

export interface MapLook {
  /** Counts, names and places; its numbers stay when its counts change. */
  readonly model: Model;
  readonly view: View;
  /** What a window leaves out; null where everything is counted. */
  readonly ghosts: Ghosts | null;
  readonly palette: Palette;
  /** Text on the hot tie ("2 稿"), or null. */
  readonly badge: { readonly edge: number; readonly text: string } | null;
  readonly regionName: (index: number) => string;
  readonly motion: boolean;
}

export interface MapEvents {
  readonly onHover: (hover: Hover) => void;
  readonly onOpen: (
    target:
      | { kind: "node"; node: number }
      | { kind: "tie"; a: number; b: number }
      | { kind: "community"; index: number }
      | null,
  ) => void;
  /** The camera has come to rest: what it looks at, null for the whole map or more. */
  readonly onRest: (part: Part | null) => void;
  /** The reader has moved the camera by hand. */
  readonly onMove: (camera: CameraPlace) => void;
}

export interface WenmaiMap {
  look(next: MapLook): void;
  /** Room for the picture: what panels leave free of the stage. */
  setFree(free: Free): void;
  /** Flies to these nodes; null: back to where the reader was before the first of such flights. */
  focus(nodes: readonly number[] | null, motion: boolean): void;
  /** Flies to a place that the reader had chosen before. */
  fly(camera: CameraPlace, motion: boolean): void;
  /** Shows all. */
  fit(): void;
  /** The picture at arrival, without a flight. */
  arrive(): void;
  zoom(factor: number): void;
  labels(): readonly (PlacedLabel & { readonly name: string })[];
  regions(): readonly RegionName[];
  /** All that stands on the stage, as numbers and words: for pictures that are taken away. */
  capture(): Capture;
  /** How many marks and ties are drawn. */
  drawn(): { readonly names: number; readonly ties: number };
  /** Centre of a node's place in the page's pixels, drawn or not. */
  position(node: number): Point;
  /** Milliseconds that the last picture's marks, grounds and names took, and of these the placing and drawing of names. */
  frameTime(): number;
  labelTime(): number;
  /** What these are measured with. A bench puts its own in its place. */
  readonly clock: { now: () => number };
  kill(): void;
}
