-- Written in the order in which it is read: the rows of one entity stand together, so an engine that keeps the least and
-- greatest number of each block reads a few blocks for a question and passes over the rest.
INSERT INTO evidence
SELECT
  e.number, n.aid, n.tid, n.sid,
  CASE WHEN m.layer = 'content' THEN 0 WHEN m.layer = 'byline' THEN 1 ELSE 2 END AS depth,
  m.sentence, m.start_at, m.end_at, m.surface, m.page_spans, s.start_at AS sentence_start, s.end_at AS sentence_end,
  s.page_spans AS sentence_spans, s.text, n.article, n.title, n.kind, n.page, n.paper, n.date, n.text_id, n.story
FROM mentions m
JOIN entities e ON e.entity = m.entity
JOIN evidence_articles n ON n.article = m.article
JOIN evidence_sentences s ON s.aid = n.aid AND s.sentence = m.sentence
ORDER BY
  e.number ASC NULLS LAST, n.aid ASC NULLS LAST, m.start_at ASC NULLS LAST, m.end_at ASC NULLS LAST,
  m.page_spans ASC NULLS LAST
