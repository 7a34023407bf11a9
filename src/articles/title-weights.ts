// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 500 pages composed of items before 2026 (test/compose;
// 4,356 zones); weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: 0.07,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: 0.52,
  lead: 0.86,
  /** The same above that of the likeliest other article. */
  rival: 0.54,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.81,
  rivalMore: 0.04,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.35,
  strange: -1.83,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.88,
  insideOther: -2.8,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.07,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -3.81,
  betweenDropped: 3.56,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.36,
  aboveOthers: -1.14,
  aboveOpen: -1.68,
  aboveFirst: 0.27,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.7,
  belowOthers: -0.18,
  belowClosed: 0.04,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -1.22,
  amid: -1.54,
  ahead: -0.47,
  behind: -0.79,
  /** Another heading stands right above the article. */
  headed: -0.92,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.21,
  open: 0.02,
  tiny: -0.04,
  /** Characters: fewer than nine, more than 45. */
  short: -0.46,
  long: 1.3,
  /** Several lines, or parts with a blank between. */
  display: 1.48,
  insideDisplay: 2.34,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 4.12,
  marked: 0.84,
  unmarked: -0.89,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -1.42,
  aside: -1.63,
  comma: -1.5,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 1.11,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.12,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.23,
  strangeAbove: -1.32,
  strangeBelow: -0.78,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.15,
  nearer: -0.88,
  further: -2.09,
  /** A byline or another minor line stands between. */
  parted: -2.83,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -2.77,
  labelBelow: -1.46,
  aside: -2.43,
  /** A mark is left open above; a dash, a bullet opens the lower line; a closing mark ends the upper one. */
  leavesOpen: 0.57,
  dash: 3.53,
  bullet: -2.58,
  ends: -1.26,
  /** Set on end: one of them, both. */
  oneUpright: -1.62,
  bothUpright: 3.36,
  /** Marks of a converter. */
  sameLevel: 0.34,
  otherLevel: 0.91,
  unmarkedBelow: -0.37,
  markedBelow: -0.79,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 1.0,
  otherLength: -0.91,
  shortAbove: 1.12,
  longAbove: 0.21,
  longBelow: 0.79,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.22,
} as const;
