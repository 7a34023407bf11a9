// Whether the dialog is open; the only part of taking away that the page loads at first.
import { signal } from "@preact/signals";
import type { WenmaiMap } from "../map/map.ts";

export const takeOpen = signal(false);
/** The map that pictures are made of; null where there is none. */
export const theMap = signal<WenmaiMap | null>(null);
