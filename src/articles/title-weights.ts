// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 500 pages composed of items before 2026 (test/compose;
// 4,356 zones); weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: -0.91,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: 0.22,
  lead: 1,
  /** The same above that of the likeliest other article. */
  rival: 0.68,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.65,
  rivalMore: 0,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.4,
  strange: -1.33,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.28,
  insideOther: -1.81,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.5,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -3.75,
  betweenDropped: 3.21,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.64,
  aboveOthers: -1.21,
  aboveOpen: -1.79,
  aboveFirst: 0.08,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.3,
  belowOthers: -0.2,
  belowClosed: -0.12,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -0.97,
  amid: -0.94,
  ahead: -0.35,
  behind: -0.58,
  /** Another heading stands right above the article. */
  headed: -1.15,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.31,
  open: 0.04,
  tiny: -0.19,
  /** Characters: fewer than nine, more than 45. */
  short: -0.22,
  long: 1.1,
  /** Several lines, or parts with a blank between. */
  display: 1.37,
  insideDisplay: 1.24,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 2.58,
  marked: 0.63,
  unmarked: -0.86,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -1.08,
  column: -0.49,
  columnKnown: -2,
  unbalanced: -1.22,
  topic: 1.69,
  topicRival: 0.41,
  headline: 0.42,
  aside: -1.12,
  comma: -1.5,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 0.6,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.08,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.2,
  strangeAbove: -0.77,
  strangeBelow: -0.58,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.22,
  nearer: -0.69,
  further: -2.18,
  /** A byline or another minor line stands between. */
  parted: -2.65,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -2.11,
  labelBelow: -1.19,
  aside: -2.12,
  /** A mark is left open above; a dash, a bullet opens the lower line; a closing mark ends the upper one. */
  topics: 1.6,
  switchTopic: -1.3,
  sound: 0.08,
  soundAbove: 0.02,
  soundBelow: 0.33,
  columnAbove: -1.18,
  columnBelow: -0.75,
  knownAbove: -4.62,
  knownBelow: -2.87,
  tinyAbove: -0.02,
  announces: 3.1,
  presides: 0.7,
  closes: -0.05,
  leavesOpen: 0.09,
  dash: 3.25,
  bulletAbove: -0.69,
  bullet: -2.27,
  ends: -0.96,
  /** Set on end: one of them, both. */
  oneUpright: -1.91,
  bothUpright: 1.73,
  /** Marks of a converter. */
  sameLevel: 0.41,
  otherLevel: 0.83,
  unmarkedBelow: -0.03,
  markedBelow: -0.66,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 1.14,
  otherLength: -0.81,
  shortAbove: 1.49,
  longAbove: 0.11,
  longBelow: 0.59,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.29,
} as const;
