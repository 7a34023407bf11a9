-- Mentions of one or two entities in the texts that name all of them (`wanted` is how many they are).
SELECT
  a.text_id, a.story, m.article, a.title, a.kind, a.page, a.ordinal, p.paper, p.date, m.sentence, m.entity, m.surface,
  m.start_at, m.end_at, m.page_spans, m.layer
FROM mentions m
JOIN articles a ON a.article = m.article
JOIN (
  SELECT b.text_id
  FROM mentions n JOIN articles b ON b.article = n.article
  WHERE n.entity = :first_entity OR n.entity = :second_entity
  GROUP BY b.text_id
  HAVING COUNT(DISTINCT n.entity) = :wanted
) shared ON shared.text_id = a.text_id
LEFT JOIN pages p ON p.page = a.page
WHERE m.entity = :first_entity OR m.entity = :second_entity
ORDER BY
  p.date ASC NULLS LAST, a.text_id ASC NULLS LAST, a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST,
  m.article ASC NULLS LAST, m.start_at ASC NULLS LAST, m.end_at ASC NULLS LAST, m.entity ASC NULLS LAST,
  m.page_spans ASC NULLS LAST
