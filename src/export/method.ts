// How the graph is counted, in the words that every manifest carries.

export const METHOD: readonly string[] = [
  "Two entities are tied when one text names both; a text is an article with its continuations on other pages. Articles, texts, stories (reprints of one text count once) and papers are counted apart; the weight of a tie is its stories.",
  "npmi, g2, p and q compare the shared stories with what chance would give (Bouma 2009; Dunning 1993; Fisher's exact test; Benjamini and Hochberg 1995). They are empty under two shared stories, p and q besides in a project of fewer than 200 stories.",
  "A layer is how prominently a text names the less prominent of the two: content in the text itself, byline among its writers, masthead in the page's furniture.",
];

/** Of a file that the page makes, beside the method. */
export const PAGE_METHOD = {
  part: "Papers or days were chosen: articles, texts, stories, papers, dates and npmi are of their pages alone; g2, p and q are not worked out of a part, close only where it follows from the whole. Mentions, backbone, communities, centralities and places are of the whole project.",
  layers:
    "Counts of a name are those of the content layer; of who is named in bylines and mastheads alone, those of them.",
  corrections:
    "The last corrections were made in the page: counts follow them, communities, centralities and places are those of the project as it was built.",
} as const;

export const FILTERED =
  "The filter chooses entities and ties. The counts of those that it keeps, and their evidence, are of the whole layer.";
