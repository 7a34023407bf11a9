// States by one unit: 俄 is 俄罗斯, 乌 is 乌克兰 in one text and 乌兹别克斯坦 in another. A unit means the state that begins with it
// and that the text names in full; of several the one that it names most.
import { rememberedOf } from "../lib/remembered.ts";
import type { Context } from "./context.ts";
import type { Resources } from "./resources.ts";

/** Units that begin a state's name and are too common to mean it: 中组部, 也称, 不称. */
const NO_STATE = /^[中不也多所文塞]$/;
const CHINA = "华";

/** Provinces by one unit: 浙赣闽粤 is a row of four. */
export const PROVINCE_UNITS = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川黔滇陕甘青蒙桂藏宁新";

/** By unit, the states that begin with it. */
const statesOf = rememberedOf(({ forms }: Resources): ReadonlyMap<string, readonly string[]> => {
  const states = new Map<string, string[]>();
  for (const [, values] of forms.entries())
    for (const { kind, name } of values) {
      const unit = name[0]!;
      const list = states.get(unit) ?? [];
      if (kind === "country" && !NO_STATE.test(unit) && !list.includes(name)) states.set(unit, [...list, name]);
    }
  return states;
});

const countOf = (text: string, name: string): number => text.split(name).length - 1;

/** The state that a unit stands for in a text, or null. Cost: a pass over the text for each new unit. */
export const stateByUnit = rememberedOf(({ text, resources }: Context, unit: string): string | null => {
  if (unit === CHINA) return "中国";
  let best: string | null = null;
  let most = 0;
  for (const name of statesOf(resources).get(unit) ?? []) {
    const count = countOf(text, name);
    if (count > most) [best, most] = [name, count];
  }
  return best;
});
