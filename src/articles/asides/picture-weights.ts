// Weights of what shows whether lines above a caption are a picture's headline: log-odds, logistic regression.
export const PICTURE_WEIGHTS = {
  bias: -1.53,
  own: 4.34,
  others: -4.63,
  sentences: 0.52,
  dated: 0.57,
  shows: 0.32,
  parts: -1.21,
  openAbove: 1.12,
  labelled: -0.94,
  leadBelow: -0.32,
  textBelow: -0.86,
  several: -2.19,
  joined: 0.58,
} as const;
