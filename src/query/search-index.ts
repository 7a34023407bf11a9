// All names of a project in memory, indexed so that every way to ask is answered in milliseconds.
//
// An answer is a rank for each entity (its best match), not a list to sort: entities are numbered by stories, mentions and
// id, so the hits of one rank, read in the order of numbers, are sorted already.
import { spellingOf } from "../graph/index.ts";
import { breathe, inSlices } from "../lib/slices.ts";
import { createGramIndex } from "./search-grams.ts";
import {
  asLetters,
  type Entry,
  type Form,
  initialsMatch,
  isInOrder,
  isLatin,
  likeness,
  type Match,
  RANK,
  soundMatch,
  textMatch,
} from "./search-matches.ts";
import { createOneOffScan } from "./search-one-off.ts";
import { createSoundIndex } from "./search-sounds.ts";

/** For each entity the rank of its best match, `NONE` for no match. */
export type Ranks = Uint8Array;
export const NONE = 255;

export interface Near {
  readonly entity: number;
  readonly form: Form;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Names, aliases, pinyin and initials that are, begin with or hold the key. */
  direct(key: string): Ranks;
  /** Names that have the key's characters in their order. */
  inOrder(key: string): Ranks;
  /** Forms that are pronounced as the text, or as a part of them, if none is as a whole. */
  sameSound(text: string): Near[];
  /** Forms that differ from the key by one letter. */
  oneOff(key: string): Near[];
  /** Forms most like the key, best first. */
  near(key: string): Near[];
}

/** Entities whose forms are listed before others are answered: some 5 ms. */
const SLICE = 8_000;

/** All forms of all entities, and by whom they are borne; an entity's first is its name. */
async function formsOf(entries: readonly Entry[]) {
  const forms: Form[] = [];
  const owners: number[] = [];
  const texts: Record<"keys" | "letters" | "pinyin" | "initials", string[]> = {
    keys: [],
    letters: [],
    pinyin: [],
    initials: [],
  };
  await inSlices(entries.length, SLICE, (from, to) => {
    for (let entity = from; entity < to; entity++) {
      for (const form of entries[entity]!.forms) {
        forms.push(form);
        owners.push(entity);
        texts.keys.push(form.key);
        texts.letters.push(form.letters);
        texts.pinyin.push(form.pinyin);
        texts.initials.push(form.initials);
      }
    }
  });
  return { forms, owners: Uint32Array.from(owners), ...texts };
}

/** In: entries by stories, mentions and id. Cost: some 4 µs a form, in slices between which others are answered. */
export async function createSearchIndex(entries: readonly Entry[]): Promise<SearchIndex> {
  const { forms, owners, keys, letters, pinyin, initials: firsts } = await formsOf(entries);
  const isName = Uint8Array.from(owners, (entity, form) => (entity === owners[form - 1] ? 0 : 1));
  const lengths = Uint16Array.from(letters, (text) => Math.min(text.length, 0xffff));
  await breathe();
  const grams = await createGramIndex(keys);
  const initials = await createGramIndex(firsts);
  const sounds = await createSoundIndex(pinyin, letters);
  const nearKeys = await createOneOffScan(keys);
  const nearLetters = await createOneOffScan(letters);
  const found = (form: number): Near => ({ entity: owners[form]!, form: forms[form]! });

  const rankForms = (visit: (note: (form: number, match: Match | null) => void) => void): Ranks => {
    const ranks = new Uint8Array(entries.length).fill(NONE);
    visit((form, match) => {
      const entity = owners[form]!;
      if (match !== null && RANK[match] < ranks[entity]!) ranks[entity] = RANK[match];
    });
    return ranks;
  };

  const sameSound = (text: string): Near[] => {
    // A person's name may be read otherwise: 单 as Shan.
    const asked = new Set([false, true].map((isPerson) => spellingOf(text, { isPerson }).pinyin));
    const [whole, part]: [Set<number>, Set<number>] = [new Set(), new Set()];
    for (const pinyin of asked) {
      if (!pinyin.includes(" ")) continue;
      sounds.each(pinyin.replaceAll(" ", ""), (form) => {
        if (forms[form]!.pinyin === pinyin) whole.add(form);
        else if (` ${forms[form]!.pinyin} `.includes(` ${pinyin} `)) part.add(form);
      });
    }
    return [...(whole.size > 0 ? whole : part)].map(found);
  };

  return {
    entries,
    sameSound,
    direct: (key) =>
      rankForms((note) => {
        for (const form of grams.candidates(key)) {
          const text = keys[form]!;
          const at = text.indexOf(key);
          if (at >= 0) note(form, textMatch(text, key, at, isName[form] === 1));
        }
        if (!isLatin(key)) return;
        const asked = asLetters(key);
        sounds.each(asked, (form, offset) => {
          note(form, soundMatch(lengths[form]!, asked, offset, isName[form] === 1));
        });
        if (asked.length < 2) return;
        for (const form of initials.candidates(asked))
          note(form, initialsMatch(forms[form]!.initials, asked, isName[form] === 1));
      }),
    inOrder: (key) =>
      rankForms((note) => {
        const lists = [...key].map((char) => grams.candidates(char));
        const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
        for (const form of rarest)
          if (isName[form] === 1 && isInOrder(keys[form]!, key)) note(form, "letters-in-order");
      }),
    oneOff(key) {
      // Two characters with one wrong are half of a name.
      const isSpelled = isLatin(key);
      if (key.length < (isSpelled ? 4 : 3)) return [];
      const hits = nearKeys(key);
      if (isSpelled) for (const form of nearLetters(asLetters(key))) hits.add(form);
      return [...hits].map(found);
    },
    near: (key) => (isLatin(key) ? nearSounds(asLetters(key)) : nearForms(key)),
  };

  /** The longest beginning that anything is spelled with, from two letters on. */
  function nearSounds(asked: string): Near[] {
    for (let length = asked.length - 1; length >= 2; length--) {
      const hits: Near[] = [];
      sounds.each(asked.slice(0, length), (form, offset) => {
        if (offset === 0) hits.push(found(form));
      });
      if (hits.length > 0) return hits;
    }
    return [];
  }

  /** At least half as like as the likest. */
  function nearForms(key: string): Near[] {
    const candidates = new Set<number>();
    for (let i = 0; i + 1 < key.length; i++)
      for (const form of grams.withPair(key.charCodeAt(i), key.charCodeAt(i + 1))) candidates.add(form);
    const scored = [...candidates].map((form) => ({ form, score: likeness(key, keys[form]!) }));
    const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
    return scored
      .filter(({ score }) => score > 0 && score >= best / 2)
      .sort((a, b) => b.score - a.score || a.form - b.form)
      .map(({ form }) => found(form));
  }
}
