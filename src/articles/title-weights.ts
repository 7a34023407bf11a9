// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 700 pages composed of items of 2024 and 2025
// (test/compose; 6,107 zones), with models of topics and headlines trained on items before those; weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: -0.94,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: 0.18,
  lead: 1.07,
  /** The same above that of the likeliest other article. */
  rival: 0.73,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.7,
  rivalMore: -0.08,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.46,
  strange: -1.35,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.35,
  insideOther: -1.87,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.69,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -3.7,
  betweenDropped: 3.24,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.6,
  aboveOthers: -1.24,
  aboveOpen: -1.81,
  aboveFirst: 0.08,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.42,
  belowOthers: -0.19,
  belowClosed: -0.14,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -0.99,
  amid: -1.07,
  ahead: -0.37,
  behind: -0.62,
  /** Another heading stands right above the article. */
  headed: -1.05,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.28,
  open: 0.07,
  tiny: -0.38,
  /** Characters: fewer than nine, more than 45. */
  short: -0.2,
  long: 1.2,
  /** Several lines, or parts with a blank between. */
  display: 1.4,
  insideDisplay: 0.9,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 2.66,
  marked: 0.64,
  unmarked: -0.8,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -1.13,
  aside: -1.18,
  comma: -1.5,
  /** One line that sounds like a column's name; that is one. */
  column: -0.39,
  columnKnown: -2.3,
  /** A mark is left open, or closed that nothing opens. */
  unbalanced: -0.98,
  /** How near the topics lie, a cosine; the same above that of the likeliest other article. */
  topic: 1.8,
  topicRival: 0.36,
  /** The lines sound like headlines, in nats. */
  headline: 0.41,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 0.74,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.08,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.19,
  strangeAbove: -0.63,
  strangeBelow: -0.71,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.1,
  nearer: -0.58,
  further: -2.76,
  /** A few characters below a byline; a byline or another minor line stands between. */
  nameAbove: -0.27,
  parted: -2.77,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -2.11,
  labelBelow: -0.69,
  aside: -2.1,
  /** How near their topics lie, a cosine; what it costs in cosines to give both to one article. */
  topics: 1.64,
  switchTopic: -1.46,
  /** The lower line sounds like a headline, in nats. */
  soundBelow: 0.4,
  /** Sounds like a column's name; is one. */
  columnAbove: -1.08,
  columnBelow: -0.72,
  knownAbove: -4.91,
  knownBelow: -3.22,
  /** "…会议上强调", "…主持并讲话": what a kicker ends with, what a sub-headline says of a meeting. */
  announces: 3.36,
  presides: 0.66,
  /** A mark is left open above; a dash, a bullet opens the lower line, the upper one alone; a closing mark ends the upper one. */
  leavesOpen: -0.08,
  dash: 3.41,
  bullet: -2.94,
  bulletAbove: -0.72,
  ends: -0.29,
  /** Set on end: one of them, both. */
  oneUpright: -1.78,
  bothUpright: 2.09,
  /** Marks of a converter. */
  sameLevel: 0.15,
  otherLevel: 0.91,
  unmarkedBelow: 0.13,
  markedBelow: -0.45,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 1.08,
  otherLength: -0.66,
  shortAbove: 1.46,
  longAbove: -0.08,
  longBelow: 0.15,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.39,
} as const;
