// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 500 pages composed of items before 2026 (test/compose;
// 4,356 zones); weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: -0.79,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: 0.41,
  lead: 0.88,
  /** The same above that of the likeliest other article. */
  rival: 0.59,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.8,
  rivalMore: -0.09,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.54,
  strange: -1.4,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.27,
  insideOther: -1.76,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.48,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -3.78,
  betweenDropped: 3.13,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.61,
  aboveOthers: -1.22,
  aboveOpen: -1.64,
  aboveFirst: 0.05,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.39,
  belowOthers: -0.14,
  belowClosed: -0.09,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -0.98,
  amid: -1.38,
  ahead: -0.37,
  behind: -0.59,
  /** Another heading stands right above the article. */
  headed: -1.25,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.32,
  open: 0.02,
  tiny: -0.14,
  /** Characters: fewer than nine, more than 45. */
  short: -0.24,
  long: 1.2,
  /** Several lines, or parts with a blank between. */
  display: 1.32,
  insideDisplay: 1.04,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 2.58,
  marked: 0.46,
  unmarked: -0.91,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -1.24,
  column: -0.27,
  unbalanced: -1,
  topic: 1.71,
  topicRival: 0.47,
  headline: 0.46,
  aside: -1.09,
  comma: -1.5,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 0.59,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.11,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.19,
  strangeAbove: -0.91,
  strangeBelow: -0.4,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.2,
  nearer: -0.46,
  further: -1.78,
  /** A byline or another minor line stands between. */
  parted: -2.64,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -2.81,
  labelBelow: -1.34,
  aside: -2.1,
  /** A mark is left open above; a dash, a bullet opens the lower line; a closing mark ends the upper one. */
  topics: 1.4,
  switchTopic: -1.38,
  sound: 0.18,
  soundAbove: 0,
  soundBelow: 0.23,
  columnAbove: -1.48,
  columnBelow: -0.73,
  announces: 2.67,
  presides: 1.16,
  closes: -0.05,
  leavesOpen: -0.06,
  dash: 3.22,
  bullet: -2.17,
  ends: -0.5,
  /** Set on end: one of them, both. */
  oneUpright: -1.67,
  bothUpright: 1.42,
  /** Marks of a converter. */
  sameLevel: 0.46,
  otherLevel: 0.3,
  unmarkedBelow: -0.07,
  markedBelow: -0.73,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 0.89,
  otherLength: -0.86,
  shortAbove: 1.22,
  longAbove: -0.05,
  longBelow: 0.55,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.35,
} as const;
