SELECT
  a.place, n.place AS node, m.entity, m.type, m.name, m.surface, m.sentence, m.start_at, m.end_at, m.page_spans, m.layer,
  m.extractor, m.score, m.rule, m.repair
FROM mentions m
JOIN numbered_articles a ON a.article = m.article
LEFT JOIN numbered_nodes n ON n.entity = m.entity
WHERE a.place >= :first_row AND a.place < :end_row
ORDER BY
  a.place ASC NULLS LAST, m.start_at ASC NULLS LAST, m.end_at ASC NULLS LAST, m.entity ASC NULLS LAST,
  m.layer ASC NULLS LAST, m.page_spans ASC NULLS LAST, m.extractor ASC NULLS LAST, m.score ASC NULLS LAST,
  m.rule ASC NULLS LAST, m.repair ASC NULLS LAST
