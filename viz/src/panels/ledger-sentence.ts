// The ledger's sentence: how many names and ties are drawn, of how many, and why not all.
import { clip } from "../label-text.ts";
import { filterReasons } from "../reasons.ts";
import { allTies, arranged, bylines, drawn, ghosts, model, picture, selection, t } from "../state.ts";

/** Words and numbers in turn. Called when there is a picture. */
export function ledgerParts(): (string | number)[] {
  const s = t.value;
  const m = model.value!;
  const d = drawn.value!;
  const p = picture.value!;
  const hollow = ghosts.value;
  const { counts, content } = m.project;
  const carried = m.project.drawn;
  const cut = d.names < d.possible;
  const reasons = [
    cut && s.because.largest(d.names),
    !cut && carried.reason === "largest" && content.entities > carried.entities && s.because.largest(carried.entities),
    ...filterReasons().map(({ text, brief }) => brief ?? text),
    !bylines.value && m.nodes.some((node) => !node.in.content && node.articles > 0) && s.because.bylines,
    !allTies.value && (d.thinned ? s.because.telling : s.because.backbone),
    arranged.value !== null && s.because.arranged,
    hollow !== null &&
      hollow.names.length + hollow.ties.length > 0 &&
      s.ghosts.here(hollow.names.length, hollow.ties.length),
    d.zoomed.names > 0 && s.zoomed(d.zoomed.names, d.zoomed.ties),
    p.extra.names > 0 && p.extra.ties === 0 && s.extraNames(p.extra.names),
    p.extra.ties > 0 && s.extra(selectedName() || s.asks.compared, p.extra.names, p.extra.ties),
  ].filter((reason): reason is string => Boolean(reason));
  const tail = reasons.length > 0 ? `${s.semicolon}${reasons.join(s.semicolon)}${s.stop}` : s.stop;
  return [...s.shown(d.names, counts.entities, d.ties, counts.edges), tail];
}

/** What the selection is called; "" where it is nothing that draws ties of its own. */
export function selectedName(): string {
  const s = t.value;
  const current = selection.value;
  const m = model.value!;
  const name = (id: string): string => clip(m.nodes[m.indexById.get(id) ?? -1]?.name ?? id);
  switch (current.kind) {
    case "node":
      return name(current.id);
    case "community":
      return m.communities[current.index]?.name.slice(0, 2).map(clip).join(s.join) ?? "";
    case "tie":
      return `${name(current.a)} — ${name(current.b)} `;
    case "path":
      return `${current.stops.map(name).join(" → ")} `;
    case "common":
      return current.ids.map(name).join(s.join);
    default:
      return "";
  }
}
