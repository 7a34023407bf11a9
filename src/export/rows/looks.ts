// How an entity looks in formats that say so.
import type { EntityType } from "../../entities/index.ts";
import type { NodeRow } from "./graph-rows.ts";

export type Rgb = readonly [red: number, green: number, blue: number];

/** The light palette of the page. */
const COLOURS: Readonly<Record<EntityType, Rgb>> = {
  city_cluster: [0x1e, 0x94, 0x84],
  agency: [0x0c, 0x4a, 0x94],
  program: [0xba, 0x78, 0x06],
  person: [0x9c, 0x50, 0xc8],
  place: [0x3b, 0x39, 0x2f],
};

export const colourOf = ({ type }: NodeRow): Rgb => COLOURS[type] ?? [128, 128, 128];

/** "#1e9484" */
export const hexColourOf = (row: NodeRow): string =>
  `#${colourOf(row)
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;

/** Area, not width, grows with the number of mentions. */
export const sizeOf = ({ mentions }: NodeRow): number => Math.round((4 + 2 * Math.sqrt(mentions)) * 100) / 100;
