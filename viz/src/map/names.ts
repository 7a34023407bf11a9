// The names on the map: which are wanted, how large, and their drawing. Placing is labels.ts.
import { labelLines } from "../label-text.ts";
import { type Box, type LabelWish, type Mark, type PlacedLabel, placeLabels } from "../labels.ts";
import type { Model } from "../model.ts";
import type { View } from "../reducers.ts";
import { css, type Palette } from "../theme.ts";

export interface DrawnMark extends Mark {
  readonly visible: boolean;
  /** Of what is not there but would be. */
  readonly ghost?: true;
}

interface Style {
  readonly size: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly faint: boolean;
  /** Names longer than this many characters are set in two lines. */
  readonly most: number;
}

interface SetName {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A placed name with how it is set. */
export interface SetLabel extends PlacedLabel {
  readonly lines: readonly string[];
  readonly pixels: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly faint: boolean;
}

/** Distance of lines, and of the first line's foot from the top, in sizes of the letters. */
export const LINE = 1.28;
export const FOOT = 1.02;
/** Width of the paper's edge round letters. */
export const HALO = 3.5;
/** Radius of the ring round a selected mark. */
export const ringOf = (radius: number): number => radius * 1.25 + 5;
/** How many names of a map are of the largest, and of the middle size. */
const LARGE = 8;
const MIDDLE = 30;
/** More cannot be read on one screen; what is left out is in the lists. */
const MOST = 420;

/** Keeps the measured names and the last picture; one for each map. */
export function createNames(modelNow: () => Model, context: CanvasRenderingContext2D) {
  /** By style, then by name: asked for thousands of times a picture, so no key is put together. */
  const measured = new Map<Style, Map<number, SetName>>();
  let before: ReadonlyMap<number, number> = new Map();

  function setName(node: number, style: Style, palette: Palette): SetName {
    let ofStyle = measured.get(style);
    if (!ofStyle) {
      ofStyle = new Map();
      measured.set(style, ofStyle);
    }
    let set = ofStyle.get(node);
    if (!set) {
      const lines = labelLines(modelNow().nodes[node]!.name, style.most);
      context.font = fontOf({ ...style, pixels: style.size }, palette);
      const width = Math.max(...lines.map((line) => context.measureText(line).width));
      set = { lines, width, height: lines.length * style.size * LINE };
      ofStyle.set(node, set);
    }
    return set;
  }

  return {
    /** Fonts have come: what was measured with a stand-in is measured again. */
    forget: () => measured.clear(),

    /** Places the names of one picture and draws them; `lines` are kept free where that costs no selected name. Returns the boxes, for tests and for other layers. */
    draw(
      view: View,
      marks: readonly DrawnMark[],
      palette: Palette,
      bounds: Box,
      taken: readonly Box[],
      lines: readonly Box[],
    ): SetLabel[] {
      const model = modelNow();
      const wishes: LabelWish[] = [];
      const styles = new Map<number, readonly (readonly [Style, SetName])[]>();
      for (const mark of marks) {
        const style = mark.visible ? styleOf(model, view, mark) : null;
        if (!style) continue;
        if (wishes.length >= MOST) break;
        const main = view.focus?.hubs.has(mark.id) ?? false;
        const sets = smaller(style).map((variant) => [variant, setName(mark.id, variant, palette)] as const);
        styles.set(mark.id, sets);
        wishes.push({
          ...mark,
          sizes: sets.map(([, set]) => set),
          priority: priority(model, view, mark),
          main,
          insists: !view.focus && !mark.ghost && model.rank[mark.id]! < LARGE,
          radius: mark.radius * 1.1 + (main ? 7 : 0),
        });
      }
      const obstacles = marks.map(({ id, x, y, radius }) => {
        // Round a selected mark there is a ring.
        if (view.focus?.hubs.has(id)) return { id, x, y, radius: ringOf(radius) + 2 };
        return { id, x, y, radius: isMeant(view, id) ? radius * 1.12 + 1 : radius - 1 };
      });
      const scene = { wishes, marks: obstacles, bounds, before };
      let placed = placeLabels({ ...scene, taken: [...taken, ...lines] });
      // Rather a line through a selected name than no name.
      if (lines.length > 0 && wishes.some(({ id, main }) => main && !placed.some((label) => label.id === id)))
        placed = placeLabels({ ...scene, taken });
      before = new Map(placed.map((label) => [label.id, label.place]));
      const labels = placed.map((label): SetLabel => {
        const [{ size: pixels, weight, serif, faint }, { lines }] = styles.get(label.id)![label.size]!;
        return { ...label, lines, pixels, weight, serif, faint };
      });
      for (const label of labels) paint(context, label, palette);
      return labels;
    },
  };
}

const isMeant = (view: View, node: number): boolean => !view.focus || view.focus.near.has(node);

const LARGEST: Style = { size: 18, weight: 700, serif: true, faint: false, most: 9 };
/** What is selected: its lines are as long as they like. */
const HUB: Style = { ...LARGEST, most: 16 };
const MEDIUM: Style = { size: 14, weight: 500, serif: false, faint: false, most: 9 };
const SMALL: Style = { size: 12, weight: 400, serif: false, faint: false, most: 9 };
const MEANT: Style = { ...SMALL, size: 13 };
const LANDMARK: Style = { ...MEANT, faint: true };
const GHOST: Style = { ...SMALL, faint: true };

// In a focused picture: what is meant at one size, and the most important others in grey, so that no one gets lost.
function styleOf(model: Model, view: View, { id: node, ghost }: DrawnMark): Style | null {
  const rank = model.rank[node]!;
  const { focus } = view;
  if (ghost && !focus?.near.has(node)) return focus ? null : GHOST;
  if (!focus) return rank < LARGE ? LARGEST : rank < MIDDLE ? MEDIUM : SMALL;
  if (focus.hubs.has(node)) return HUB;
  if (focus.near.has(node)) return MEANT;
  return rank < LARGE + 4 ? LANDMARK : null;
}

const VARIANTS = new Map<Style, readonly Style[]>();

/** A large name that finds no room is better small than absent, and better in two lines than small. */
function smaller(style: Style): readonly Style[] {
  let variants = VARIANTS.get(style);
  if (!variants) {
    const plain = { serif: false, faint: style.faint, weight: Math.min(style.weight, 500) };
    const sizes = [14, 12].filter((size) => size < style.size).map((size) => ({ ...style, ...plain, size }));
    // A selected name is never broken sooner.
    const broken = style === HUB ? HUB.most : 4;
    variants = [style, ...sizes].flatMap((variant) => [variant, { ...variant, most: broken }]);
    VARIANTS.set(style, variants);
  }
  return variants;
}

function priority(model: Model, view: View, { id: node, ghost }: DrawnMark): number {
  // Ghosts take what room is left.
  const rank = model.rank[node]! + 1 + (ghost ? 1e6 : 0);
  if (!view.focus) return rank;
  if (view.focus.hubs.has(node)) return rank / 1e6;
  return view.focus.near.has(node) ? rank : rank * 1e4;
}

/** A font as canvas and CSS name it. */
export const fontOf = ({ pixels, weight, serif }: Pick<SetLabel, "pixels" | "weight" | "serif">, palette: Palette) =>
  `${weight} ${pixels}px ${serif ? palette.song : palette.hei}`;

/** Where the text of a label is anchored. */
export function anchorOf({ align, left, right }: PlacedLabel): number {
  if (align === "left") return left + 2;
  return align === "right" ? right - 2 : (left + right) / 2;
}

function paint(context: CanvasRenderingContext2D, label: SetLabel, palette: Palette): void {
  context.font = fontOf(label, palette);
  context.textAlign = label.align;
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  context.lineWidth = HALO;
  context.strokeStyle = css(palette.paper);
  context.fillStyle = css(label.faint ? palette.ink3 : palette.ink);
  const x = anchorOf(label);
  label.lines.forEach((line, i) => {
    const y = label.top + 1 + label.pixels * (FOOT + i * LINE);
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}
