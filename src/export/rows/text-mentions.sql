-- The mentions of a window of texts, each with the sentence it stands in.
SELECT
  COALESCE(a.text_id, a.article) AS text_id, COALESCE(a.story, a.text_id, a.article) AS story, m.article, m.sentence,
  m.entity, m.surface, m.start_at, m.end_at, m.page_spans, m.layer, s.start_at AS sentence_start,
  s.end_at AS sentence_end, s.page_spans AS sentence_spans
FROM mentions m
JOIN articles a ON a.article = m.article
JOIN sentences s ON s.article = m.article AND s.sentence = m.sentence
WHERE COALESCE(a.text_id, a.article) >= :first_text AND COALESCE(a.text_id, a.article) <= :last_text
ORDER BY
  text_id ASC NULLS LAST, a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, m.article ASC NULLS LAST,
  m.start_at ASC NULLS LAST, m.end_at ASC NULLS LAST, m.entity ASC NULLS LAST, m.layer ASC NULLS LAST,
  m.page_spans ASC NULLS LAST
