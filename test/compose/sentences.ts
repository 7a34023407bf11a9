// Small helpers on running text: sentences and clauses.

/** Sentences with their closing marks, in order; joined they are the text. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？]*[。！？]+[”’』」）]*|[^。！？]+$/gu) ?? [text];

const CLAUSE = /^[\p{Script=Han}\d]{7,16}$/u;
const NO_OPENING = /^[的了更还又再都曾已正就是有和与及并也就但而其这那为在被把将让使从由对以因如据该此]/u;

/** Short runs without a mark that could stand as a heading, in order of print. */
export const clausesOf = (text: string): string[] =>
  text.split(/[，。；：！？、“”（）\n—]/u).filter((clause) => CLAUSE.test(clause) && !NO_OPENING.test(clause));

/** Whether a text stops with a closing mark. */
export const isClosed = (text: string): boolean => /[。！？…；：][”’』」）]*$|[）」』]$/u.test(text.trimEnd());
