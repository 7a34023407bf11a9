SELECT m.article, m.entity, m.type, m.name, m.surface, m.repair, m.start_at, m.end_at, m.page_spans
FROM mentions m
JOIN articles a ON a.article = m.article
WHERE a.story = :story AND m.repair IS NOT NULL
ORDER BY
  a.text_id ASC NULLS LAST, m.article ASC NULLS LAST, m.start_at ASC NULLS LAST, m.end_at ASC NULLS LAST,
  m.entity ASC NULLS LAST
