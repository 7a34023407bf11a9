// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 700 pages composed of items of 2024 and 2025
// (test/compose; 6,107 zones), with models of topics and headlines trained on items before those; weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: -0.61,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: -0.09,
  lead: 0.84,
  /** The same above that of the likeliest other article. */
  rival: 1.07,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.4,
  rivalMore: 0.06,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.96,
  strange: -1.28,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.56,
  insideOther: -1.86,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.82,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -4.01,
  betweenDropped: 3.11,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.79,
  aboveOthers: -1.43,
  aboveOpen: -1.22,
  aboveFirst: 0.17,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.19,
  belowOthers: -0.28,
  belowClosed: -0.09,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -1.37,
  amid: -1.07,
  ahead: -0.39,
  behind: -0.56,
  /** Another heading stands right above the article. */
  headed: -1.33,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.15,
  open: 0.14,
  tiny: 0.12,
  /** Characters: fewer than nine, more than 45. */
  short: 0.7,
  long: 1.26,
  /** Several lines, or parts with a blank between. */
  display: 1.41,
  insideDisplay: 0.89,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 3.38,
  marked: 0.64,
  unmarked: -0.61,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -1.01,
  aside: -1.34,
  comma: -1.5,
  /** One line that sounds like a column's name; that is one. */
  column: -0.66,
  columnKnown: -2.68,
  /** A mark is left open, or closed that nothing opens. */
  unbalanced: -1.16,
  /** How near the topics lie, a cosine; the same above that of the likeliest other article. */
  topic: 2.78,
  topicRival: 1.22,
  /** The lines sound like headlines, in nats. */
  headline: 0.24,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 0.69,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.11,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.21,
  strangeAbove: -0.74,
  strangeBelow: -0.74,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.46,
  nearer: 0.19,
  further: -2.13,
  /** A few characters below a byline; a byline or another minor line stands between. */
  nameAbove: -0.58,
  parted: -2.46,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -1.44,
  labelBelow: -1.48,
  aside: -1.56,
  /** How near their topics lie, a cosine; what it costs in cosines to give both to one article. */
  topics: 1.59,
  switchTopic: -2.28,
  /** The lower line sounds like a headline, in nats. */
  soundBelow: 0.57,
  /** Sounds like a column's name; is one. */
  columnAbove: -1.28,
  columnBelow: -0.71,
  knownAbove: -4.64,
  knownBelow: -2.83,
  /** "…会议上强调", "…主持并讲话": what a kicker ends with, what a sub-headline says of a meeting. */
  announces: 2.22,
  presides: 0.86,
  /** A mark is left open above; a dash, a bullet opens the lower line, the upper one alone; a closing mark ends the upper one. */
  leavesOpen: -0.23,
  dash: 3.27,
  bullet: -1.9,
  bulletAbove: -0.36,
  ends: -0.85,
  /** Set on end: one of them, both. */
  oneUpright: -1.38,
  bothUpright: 2.37,
  /** Marks of a converter. */
  sameLevel: 0.56,
  otherLevel: 0.8,
  unmarkedBelow: -0.01,
  markedBelow: -0.09,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 0.67,
  otherLength: -0.57,
  shortAbove: 1.7,
  longAbove: -0.45,
  longBelow: -0.48,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.35,
} as const;
