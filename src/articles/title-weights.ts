// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 500 pages composed of items before 2026 (test/compose;
// 4,356 zones); weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: -1.03,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: 0.21,
  lead: 0.99,
  /** The same above that of the likeliest other article. */
  rival: 0.72,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.74,
  rivalMore: -0.05,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.57,
  strange: -1.47,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.26,
  insideOther: -1.81,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.49,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -3.64,
  betweenDropped: 3.13,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.74,
  aboveOthers: -1.22,
  aboveOpen: -1.83,
  aboveFirst: 0.1,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.23,
  belowOthers: -0.23,
  belowClosed: -0.16,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -0.93,
  amid: -0.84,
  ahead: -0.34,
  behind: -0.56,
  /** Another heading stands right above the article. */
  headed: -1.11,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.26,
  open: 0.12,
  tiny: -0.2,
  /** Characters: fewer than nine, more than 45. */
  short: -0.13,
  long: 1.13,
  /** Several lines, or parts with a blank between. */
  display: 0.69,
  insideDisplay: 0.79,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 2.45,
  marked: 0.7,
  unmarked: -0.82,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -0.9,
  column: -0.37,
  columnKnown: -1.92,
  unbalanced: -1.11,
  topic: 1.75,
  topicRival: 0.27,
  weakest: 0.39,
  weakestTopic: 1.05,
  unheld: 0.54,
  headline: 0.45,
  aside: -1.06,
  comma: -1.5,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 0.64,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.08,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.18,
  strangeAbove: -0.83,
  strangeBelow: -0.67,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.27,
  nearer: -0.78,
  further: -2.06,
  /** A byline or another minor line stands between. */
  nameAbove: -0.46,
  parted: -2.72,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -2.13,
  labelBelow: -1.19,
  aside: -2.19,
  /** A mark is left open above; a dash, a bullet opens the lower line; a closing mark ends the upper one. */
  topics: 1.38,
  switchTopic: -1.15,
  soundBelow: 0.35,
  columnAbove: -1.16,
  columnBelow: -0.68,
  knownAbove: -4.71,
  knownBelow: -2.78,
  announces: 3.06,
  presides: 0.7,
  leavesOpen: 0.21,
  dash: 3.34,
  bulletAbove: -0.81,
  bullet: -2.22,
  ends: -0.85,
  /** Set on end: one of them, both. */
  oneUpright: -1.88,
  bothUpright: 1.81,
  /** Marks of a converter. */
  sameLevel: 0.42,
  otherLevel: 0.85,
  unmarkedBelow: 0.06,
  markedBelow: -0.69,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 1.11,
  otherLength: -0.87,
  shortAbove: 1.56,
  longAbove: -0.04,
  longBelow: 0.36,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.38,
} as const;
