-- Who is named where, for the layers that are no deeper than the one that is asked for.
SELECT m.entity, m.article, m.sentence, m.surface, m.start_at, m.end_at, m.page_spans, m.layer
FROM mentions m LEFT JOIN articles a ON a.article = m.article
WHERE
  :layer = 'all' OR :layer = 'masthead' OR m.layer = 'content' OR (:layer = 'byline' AND m.layer = 'byline')
ORDER BY
  a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, m.article ASC NULLS LAST, m.start_at ASC NULLS LAST,
  m.end_at ASC NULLS LAST, m.entity ASC NULLS LAST, m.layer ASC NULLS LAST, m.page_spans ASC NULLS LAST
