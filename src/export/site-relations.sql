-- What is stated of the drawn entities of a window, at either end: one row a print.
SELECT
  n.place, r.predicate, r.subject, s.type AS subject_type, s.name AS subject_name, r.object, o.type AS object_type,
  o.name AS object_name, r.label, a.place AS article, a.story, r.sentence, p.date
FROM numbered_nodes n
JOIN (
  SELECT f.subject AS named, f.* FROM relations f
  UNION ALL
  SELECT g.object AS named, g.* FROM relations g WHERE g.subject <> g.object
) r ON r.named = n.entity
JOIN entities s ON s.entity = r.subject
JOIN entities o ON o.entity = r.object
JOIN numbered_articles a ON a.article = r.article
LEFT JOIN pages p ON p.page = a.page
WHERE n.place >= :first_row AND n.place < :end_row
ORDER BY
  n.place ASC NULLS LAST, p.date ASC NULLS LAST, a.place ASC NULLS LAST, r.sentence ASC NULLS LAST,
  r.page_spans ASC NULLS LAST, r.predicate ASC NULLS LAST, r.subject ASC NULLS LAST, r.object ASC NULLS LAST,
  r.label ASC NULLS LAST
