// View → how every mark and every tie looks. Pure, no DOM, no Sigma. Sigma asks once for each of what is drawn.
import type { Change } from "./asks/compare.ts";
import type { Model } from "./model.ts";
import type { View } from "./reducers.ts";
import { css, mix, type Palette, premultiplied } from "./theme.ts";

/** Opacity of what is not meant. */
export const FADED = 0.22;

/** From so many ties on, each is fainter the more there are. */
const CROWD = 1500;

/** Radius of a mark in CSS pixels at the arrival's zoom: area grows with the stories that name it. */
export function radius(stories: number, most: number): number {
  const share = most <= 1 ? 0 : Math.sqrt(Math.max(0, stories - 1) / (Math.max(most, 5) - 1));
  return 4.8 + 5.4 * share;
}

/** How much smaller marks are where each has only `room` square pixels, in [0.3, 1]. */
export const crowded = (room: number): number => Math.max(0.3, Math.min(1, (room / 2400) ** 0.45));

export interface NodeLook {
  readonly color: string;
  readonly zIndex: number;
}

export function nodeLook(model: Model, view: View, palette: Palette, node: number): NodeLook {
  const color = palette.type[model.nodes[node]!.type];
  const meant = !view.focus || view.focus.near.has(node);
  // Mixed with the paper rather than see-through: no tie shows through a mark.
  return { color: css(meant ? color : mix(color, palette.paper, FADED)), zIndex: meant ? 2 : 1 };
}

export interface EdgeLook {
  readonly color: string;
  readonly size: number;
  readonly zIndex: number;
}

// New is what is being told; grown is thick; shrunk is thin; what is gone is dotted on another layer and only hinted at here.
function changeLook(change: Change, palette: Palette): EdgeLook {
  if (change === "new") return { color: css(palette.accent), size: 2.4, zIndex: 3 };
  if (change === "grew") return { color: premultiplied(palette.ink, 0.72), size: 3.4, zIndex: 2 };
  if (change === "shrank") return { color: premultiplied(palette.ink, 0.5), size: 1.3, zIndex: 2 };
  return { color: premultiplied(palette.ink, 0.04), size: 1, zIndex: 1 };
}

export function edgeLook(model: Model, view: View, palette: Palette, index: number): EdgeLook {
  const { focus } = view;
  const change = focus?.changes?.get(index);
  if (change) return changeLook(change, palette);
  if (focus?.hot.has(index)) return { color: css(palette.accent), size: 3, zIndex: 3 };
  const edge = model.edges[index]!;
  const { usual } = view.picture;
  const more = Math.max(0, Math.min(edge.stories / usual - 1, 4));
  const close = Math.min((edge.close ?? 0) / usual, 6);
  const light = Math.min(1, Math.sqrt(CROWD / Math.max(1, view.picture.edges.length)));
  let opacity = (0.26 + Math.min(0.3, more * 0.14 + close * 0.03)) * light;
  let size = 1.3 + Math.min(1.6, more * 0.6 + close * 0.12);
  if (focus?.edges.has(index)) {
    opacity = Math.min(0.8, opacity + 0.14);
    size += 0.25;
  } else if (focus) opacity *= 0.36;
  return { color: premultiplied(palette.ink, opacity), size, zIndex: focus?.edges.has(index) ? 2 : 1 };
}
