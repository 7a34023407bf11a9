-- What is stated of each entity, at either end, with both ends' names and the article that prints it, by date: written in
-- the order in which it is read, as evidence-rows.sql is.
INSERT INTO relation_ends
SELECT
  number, CAST(ROW_NUMBER() OVER (ORDER BY number ASC NULLS LAST, told ASC NULLS LAST) AS INT) AS place, predicate,
  subject, subject_type, subject_name, object, object_type, object_name, label, article, sentence, page_spans, title, page,
  text_id, story, paper, date
FROM (
  SELECT
    CASE WHEN ends.side = 0 THEN s.number ELSE o.number END AS number,
    ROW_NUMBER() OVER (
      ORDER BY
        p.date ASC NULLS LAST, a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, r.article ASC NULLS LAST,
        r.sentence ASC NULLS LAST, r.page_spans ASC NULLS LAST, r.predicate ASC NULLS LAST, r.subject ASC NULLS LAST,
        r.object ASC NULLS LAST, r.label ASC NULLS LAST, ends.side ASC NULLS LAST
    ) AS told,
    r.predicate, r.subject, s.type AS subject_type, s.name AS subject_name, r.object, o.type AS object_type,
    o.name AS object_name, r.label, r.article, r.sentence, r.page_spans, a.title, a.page, a.text_id, a.story, p.paper,
    p.date
  FROM relations r
  JOIN articles a ON a.article = r.article
  JOIN entities s ON s.entity = r.subject
  JOIN entities o ON o.entity = r.object
  CROSS JOIN (SELECT 0 AS side UNION ALL SELECT 1 AS side) ends
  LEFT JOIN pages p ON p.page = a.page
) told
ORDER BY place ASC NULLS LAST
