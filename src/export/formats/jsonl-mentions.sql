SELECT
  m.article, m.sentence, m.entity, m.type, m.surface, m.start_at, m.end_at, m.page_spans, m.layer, m.extractor, m.score,
  m.repair
FROM mentions m LEFT JOIN articles a ON a.article = m.article
ORDER BY
  a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, m.article ASC NULLS LAST, m.start_at ASC NULLS LAST,
  m.end_at ASC NULLS LAST, m.entity ASC NULLS LAST, m.layer ASC NULLS LAST, m.page_spans ASC NULLS LAST,
  m.extractor ASC NULLS LAST, m.score ASC NULLS LAST, m.repair ASC NULLS LAST
