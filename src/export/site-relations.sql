-- What is stated of the drawn entities of a window, at either end: one row a print. Nodes are numbered as in site-nodes.sql,
-- articles as in site-articles.sql.
SELECT
  r.place, r.predicate, r.subject, s.type AS subject_type, s.name AS subject_name, r.object, o.type AS object_type,
  o.name AS object_name, r.label, a.place AS article, a.story, r.sentence, p.date
FROM (
  SELECT n.place, f.predicate, f.subject, f.object, f.label, f.article, f.sentence, f.page_spans
  FROM (
    SELECT
      e.entity,
      ROW_NUMBER() OVER (
        ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
      ) - 1 AS place
    FROM nodes d JOIN entities e ON e.entity = d.entity
  ) n
  JOIN relations f ON f.subject = n.entity
  WHERE n.place >= :first_row AND n.place < :end_row
  UNION ALL
  SELECT n.place, g.predicate, g.subject, g.object, g.label, g.article, g.sentence, g.page_spans
  FROM (
    SELECT
      e.entity,
      ROW_NUMBER() OVER (
        ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
      ) - 1 AS place
    FROM nodes d JOIN entities e ON e.entity = d.entity
  ) n
  JOIN relations g ON g.object = n.entity AND g.subject <> g.object
  WHERE n.place >= :first_row AND n.place < :end_row
) r
JOIN entities s ON s.entity = r.subject
JOIN entities o ON o.entity = r.object
JOIN (
  SELECT
    article, page, story,
    ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST, ordinal ASC NULLS LAST, article ASC NULLS LAST) - 1 AS place
  FROM articles
) a ON a.article = r.article
LEFT JOIN pages p ON p.page = a.page
ORDER BY
  r.place ASC NULLS LAST, p.date ASC NULLS LAST, a.place ASC NULLS LAST, r.sentence ASC NULLS LAST,
  r.page_spans ASC NULLS LAST, r.predicate ASC NULLS LAST, r.subject ASC NULLS LAST, r.object ASC NULLS LAST,
  r.label ASC NULLS LAST
