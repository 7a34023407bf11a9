// An index of pinyin by how it goes on from each syllable: "lasashi" is found under las and under sas, under shi too.
//
// Suffixes that begin at a syllable are sorted into lists by their first three letters; letters that are none of a to z
// count as blanks. As lists stand in the order of the alphabet, one or two letters are a range of them.
import { inSlices } from "../lib/slices.ts";

export interface SoundIndex {
  /** Calls `visit` for every text that goes on with these letters from the syllable at `offset` on. */
  each(letters: string, visit: (text: number, offset: number) => void): void;
}

const LETTERS = 27;
const codeAt = (text: string, i: number): number => {
  const letter = text.charCodeAt(i) - 96;
  return letter >= 1 && letter <= 26 ? letter : 0;
};
const codeOf = (text: string, at: number): number =>
  (codeAt(text, at) * LETTERS + codeAt(text, at + 1)) * LETTERS + codeAt(text, at + 2);

/** Texts looked at before others are answered: some 5 ms. */
const SLICE = 8_000;

/** In: pinyin, syllables joined by blanks, a text each; letters[i] is the same without blanks. Cost: O(length of all), in slices. */
export async function createSoundIndex(pinyin: readonly string[], letters: readonly string[]): Promise<SoundIndex> {
  const starts = new Uint32Array(LETTERS ** 3 + 1);
  await eachSyllable(pinyin, (text, offset) => {
    starts[codeOf(letters[text]!, offset) + 1]!++;
  });
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const texts = new Uint32Array(starts.at(-1)!);
  const offsets = new Uint16Array(texts.length);
  const next = starts.slice();
  await eachSyllable(pinyin, (text, offset) => {
    const place = next[codeOf(letters[text]!, offset)]!++;
    texts[place] = text;
    offsets[place] = offset;
  });
  return {
    each(asked, visit) {
      const code = codeOf(asked, 0);
      // Three letters are the list, so nothing is left to compare.
      const isExact = asked.length <= 3 && /^[a-z]+$/.test(asked);
      const range = asked.length >= 3 ? 1 : LETTERS ** (3 - asked.length);
      for (let i = starts[code]!; i < starts[code + range]!; i++) {
        const text = texts[i]!;
        const offset = offsets[i]!;
        if (isExact || letters[text]!.startsWith(asked, offset)) visit(text, offset);
      }
    },
  };
}

const eachSyllable = (pinyin: readonly string[], visit: (text: number, offset: number) => void): Promise<void> =>
  inSlices(pinyin.length, SLICE, (from, to) => {
    for (let text = from; text < to; text++) {
      const syllables = pinyin[text]!;
      // Offsets count letters alone, so each blank before lets them fall behind by one.
      let blanks = 0;
      for (let i = 0; i < syllables.length && i - blanks <= 0xffff; i++) {
        if (i === 0) visit(text, 0);
        else if (syllables[i] === " ") {
          blanks++;
          visit(text, i + 1 - blanks);
        }
      }
    }
  });
