// A series of titles → offices: whose each of them is.
import type { Span } from "../../../lib/span.ts";
import type { Scene } from "../scene.ts";
import { standsFree } from "./between.ts";
import { type Body, bodyFor, bodyName, bodyOfBare, bodyType, holderOf, isCountry, ministryOf } from "./bodies.ts";
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
): { offices: Office[]; carries: Body | null } {
  const offices: Office[] = [];
  let last = carried;
  let said = mark;
  for (const [i, item] of items.entries()) {
    if (item.body && last && isForeign(scene, item.body, last)) continue;
    // 原某局党委委员、副局长: what is over is over for the titles that the body is carried on to.
    said = item.mark ?? (item.body ? mark : said);
    const body = bodyOf(scene, item, last, i === 0);
    last = carriedBy(item, last ?? body);
    if (!body) continue;
    const words = said ? [said, item.words] : [item.words];
    offices.push({ body, words, shared: isShared(scene.text.slice(...item.words)) || isShared(item.core) });
  }
  return { offices, carries: last };
}

/** The body that the next title without one takes; none behind a unit, of which it may be as well: 北京大学经济学院教授、院长. */
function carriedBy({ body, unit }: Item, last: Body | null): Body | null {
  if (body) return unit && bodyType(body) === "agency" ? null : body;
  return unit && last && bodyType(last) === "agency" ? null : last;
}

function bodyOf(scene: Scene, item: Item, last: Body | null, first: boolean): Body | null {
  const { context } = scene;
  const { body, core } = item;
  const isHosted = /^常?驻/.test(scene.text.slice(...item.words));
  if (body) return bodyFor(context, body, isHosted ? "大使" : core, false);
  // 市委常委、组织部部长: the unit is the last body's.
  if (last && item.unit) return unitOf(context, last, core);
  if (last) return bodyFor(context, last, core, true) ?? bareAfter(scene, item, last);
  return first && !item.unit && standsFree(scene, item.start) ? bodyOfBare(context, core) : null;
}

/** Bodies whose members head units of it: 市委常委、组织部部长; a council's chairman commands no unit of the council. */
const WITH_UNITS = /(?:[委部局厅院署校会]|政府|大学|学院|公司|集团|政治局)(?<!(?:委员|理事)会)$/;

/** A unit of a body or a state; 妇联党组书记、书记处第一书记 is one of the body, not of its Party group. */
function unitOf(context: Scene["context"], last: Body, core: string): Body | null {
  if (bodyType(last) === "place") return bodyFor(context, last, core, false);
  const name = holderOf(bodyName(last), "");
  if (!WITH_UNITS.test(name)) return null;
  return bodyFor(context, name === bodyName(last) ? last : `agency:${name}`, core, false);
}

const BARE_BODY = /^(?:中央.*|[\u3400-\u9fff]{2,4}部|[海陆空]军)$/;
const OTHER_PARTY = /^(?:越|老挝|朝鲜|古巴).*(?:党|中央)/;

/** 巴基斯坦总统…、陆军参谋长, 越共中央政治局委员、中央书记处书记: a bare name in another state's series is not the body so called here. */
function isForeign({ text, context }: Scene, body: Body, last: Body): boolean {
  if (typeof body === "string") return false;
  const { start, end, type, name: read } = body;
  const printed = text.slice(start, end);
  const isBare = type === "agency" && BARE_BODY.test(printed) && (read === printed || /^中[共央]/.test(read));
  if (!isBare) return false;
  const name = bodyName(last);
  return bodyType(last) === "place" ? name !== "中国" && isCountry(context, name) : OTHER_PARTY.test(name);
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
