-- What is stated of an entity, at either end, with both ends' names and the article that prints it.
SELECT
  r.predicate, r.subject, s.type AS subject_type, s.name AS subject_name, r.object, o.type AS object_type,
  o.name AS object_name, r.label, r.article, r.sentence, r.page_spans, a.title, a.page, a.text_id, a.story, p.paper, p.date
FROM relations r
JOIN articles a ON a.article = r.article
JOIN entities s ON s.entity = r.subject
JOIN entities o ON o.entity = r.object
LEFT JOIN pages p ON p.page = a.page
WHERE (r.subject = :entity OR r.object = :entity) AND (:predicate = '' OR r.predicate = :predicate)
ORDER BY
  p.date ASC NULLS LAST, a.page ASC NULLS LAST, a.ordinal ASC NULLS LAST, r.article ASC NULLS LAST,
  r.sentence ASC NULLS LAST, r.page_spans ASC NULLS LAST, r.predicate ASC NULLS LAST, r.subject ASC NULLS LAST,
  r.object ASC NULLS LAST, r.label ASC NULLS LAST
