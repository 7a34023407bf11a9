/** What a block is on the page. */
export type Role =
  /** Running text: a paragraph, or a column's piece of one. */
  | "text"
  /** May be a headline, a kicker or a heading inside an article. */
  | "heading"
  /** A numbered heading of a document: part of the running text. */
  | "numbered"
  /** Writers' line that stands by itself. */
  | "byline"
  /** Photographer's line. */
  | "credit"
  | "caption"
  /** "(2025年8月15日)" under a headline. */
  | "document-date"
  /** "(新华社北京8月28日电)" by itself. */
  | "agency"
  | "jump-to"
  | "jump-from"
  /** A column's running label: belongs to the article below, not to its title. */
  | "label"
  /** "采访札记": a box with a headline of its own follows. */
  | "sidebar-label"
  /** One or two characters that lost their line. */
  | "stray"
  /** "扫码看视频". */
  | "note"
  /** The organisation and the date under a letter. */
  | "signature"
  /** "图片新闻": a picture follows that is an article of its own. */
  | "picture-label"
  /** "今日导读": teasers follow. */
  | "guide"
  | "furniture";
