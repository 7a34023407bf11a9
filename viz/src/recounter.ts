// Counts a part of the articles while the page goes on answering: the picture that stands stays until the new one is whole.
//
// Most parts are counted within the first slice, at once; the rest of a large one comes slice by slice. A newer wish ends
// the work on an older one, of which nothing is kept but what holds for every part (which texts the ties rest on).
import type { Model } from "./model.ts";
import { isEverything, type Scope } from "./recount.ts";
import { sliceSteps } from "./slice.ts";
import { inSlices, type Pace, type Work, workFor } from "./work.ts";

/** A project and the part of it that is counted. */
export interface Counted {
  readonly whole: Model;
  readonly model: Model;
}

export interface Recounter {
  /**
   * The part, if it has been counted or can be within a slice; else null, and `onReady` is called when asking again gives
   * it. Asking for another part, or of another project, ends what was begun.
   */
  ask(whole: Model, scope: Scope): Counted | null;
}

export function createRecounter(pace: Pace, onReady: () => void): Recounter {
  let counted: (Counted & { readonly key: string }) | null = null;
  /** What is being counted. */
  let wish: { readonly whole: Model; readonly key: string } | null = null;

  function begin(whole: Model, scope: Scope, key: string): Counted | null {
    const mine = { whole, key };
    wish = mine;
    const take = (model: Model): void => {
      counted = { whole, model, key };
      wish = null;
    };
    const work: Work<Model> = sliceSteps(whole, scope);
    if (workFor(work, pace, take)) return counted;
    void pace
      .pause()
      .then(() => inSlices(work, pace, () => wish === mine))
      .then((model) => {
        if (!model || wish !== mine) return;
        take(model);
        onReady();
      });
    return null;
  }

  return {
    ask(whole, scope) {
      if (isEverything(scope)) {
        wish = null;
        return { whole, model: whole };
      }
      const key = JSON.stringify(scope);
      const isSame = (one: { whole: Model; key: string } | null): boolean => one?.whole === whole && one.key === key;
      if (isSame(counted)) {
        wish = null;
        return counted;
      }
      return isSame(wish) ? null : begin(whole, scope, key);
    },
  };
}
