// The words and signs of the filter language that are neither fields nor values.

const OPERATORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    and: "AND",
    "&&": "AND",
    且: "AND",
    并且: "AND",
    並且: "AND",
    or: "OR",
    "||": "OR",
    或: "OR",
    或者: "OR",
    not: "NOT",
    非: "NOT",
  }),
);

/** AND, OR, NOT for a word that means one; undefined for any other. */
export const operatorOf = (word: string): string | undefined => OPERATORS.get(word.toLowerCase());

/** Marks that open a quotation → those that close it. */
export const QUOTES: Readonly<Record<string, string>> = {
  '"': '"＂',
  "＂": '"＂',
  "“": '“”"＂',
  "”": '“”"＂',
  "「": "」",
  "『": "』",
  "'": "'＇",
  "＇": "'＇",
  "‘": "‘’'",
  "’": "‘’'",
};

/** How a comparison may be typed → how liqe reads it. */
export const SIGNS: Readonly<Record<string, string>> = {
  ">=": ">=",
  "=>": ">=",
  "≥": ">=",
  "<=": "<=",
  "=<": "<=",
  "≤": "<=",
  ">": ">",
  "<": "<",
  "=": "=",
};
