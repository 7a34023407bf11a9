// A series of titles → offices: whose each of them is.
import type { Span } from "../../../lib/span.ts";
import type { Scene } from "../scene.ts";
import { standsFree } from "./between.ts";
import { type Body, bodyFor, bodyName, bodyOfBare, bodyType, ministryOf } from "./bodies.ts";
import type { Item } from "./items.ts";
import { isShared } from "./titles.ts";

/** An office that a series states. */
export interface Office {
  readonly body: Body;
  readonly words: readonly Span[];
  /** Whether a list of names after it bears it throughout. */
  readonly shared: boolean;
}

/**
 * What a series states. A title without a body takes the last one's; the first takes `carried` (the body of the name before
 * it in a list), else what the word itself or the paper's place says. `mark`: words that say the offices are over.
 */
export function officesOf(
  scene: Scene,
  items: readonly Item[],
  carried: Body | null,
  mark: Span | null = null,
): Office[] {
  const out: Office[] = [];
  let last = carried;
  for (const [i, item] of items.entries()) {
    const body = bodyOf(scene, item, last, i === 0);
    last = item.body ?? last ?? body;
    if (!body) continue;
    const said = item.mark ?? mark;
    const words = said ? [said, item.words] : [item.words];
    out.push({ body, words, shared: isShared(scene.text.slice(...item.words)) || isShared(item.core) });
  }
  return out;
}

function bodyOf(scene: Scene, item: Item, last: Body | null, first: boolean): Body | null {
  const { context } = scene;
  const host = item.body && /^常?驻/.test(scene.text.slice(...item.words)) ? "大使" : item.core;
  if (item.body) return bodyFor(context, item.body, host, false);
  // 市委常委、组织部部长: the unit is the last body's.
  if (last && item.unit) return bodyFor(context, last, item.core, false);
  if (last) return bodyFor(context, last, item.core, true) ?? bareAfter(scene, item, last);
  return first && !item.unit && standsFree(scene, item.start) ? bodyOfBare(context, item.core) : null;
}

const CENTRAL = /^(?:中共|中央|中国|国务院|全国)/;

/** 中共中央总书记、国家主席: the second title names its country itself, unless the first body is another country's. */
function bareAfter({ context }: Scene, { core }: Item, last: Body): Body | null {
  const known = bodyOfBare(context, core);
  const ministry = ministryOf(context, core);
  if (ministry && CENTRAL.test(bodyName(last))) return ministry;
  if (known !== "place:中国" && known !== "agency:国务院") return bodyType(last) === "agency" ? known : null;
  return CENTRAL.test(bodyName(last)) ? known : null;
}
