// The weights of headlines hidden in running text, in nats of log-odds. A logistic regression over all runs of lines that may
// be one on 400 pages composed of items of 2024 and 2025 (test/compose), with a model of headlines trained on items before
// those.
export const HIDDEN_WEIGHTS = {
  /** Lines taken at random, none of which reads on for certain. */
  bias: -2.08,
  /** They sound like a headline, in nats. */
  score: 0.7,
  /** On a page whose converter marked headings. */
  unmarked: -0.75,
  /** Several lines; fewer than eight characters, more than 24; a colon or a cry. */
  several: 1.09,
  short: 0.65,
  long: -0.57,
  crying: 0.16,
  /** The text above stops in mid-sentence, and reads on here, in nats. */
  openAbove: 0.88,
  readsAbove: -0.3,
  /** What else stands above. */
  headingAbove: 1.39,
  labelAbove: 1.71,
  otherAbove: 1.94,
  /** A blank line parts it neither from the text above nor from the one below. */
  gluedAbove: -1.19,
  gluedBelow: -1.26,
  /** No text stands below. */
  belowHeading: 0.13,
  belowOther: 1.56,
  /** It reads on in the text below, in nats; that text begins an article, begins in mid-sentence, with a lead. */
  readsBelow: -0.18,
  opensBelow: 0.24,
  cutBelow: 0.13,
  leadBelow: 0.59,
} as const;
