-- What is stated of an entity, at either end, in the order of graph/relation-ends.sql.
SELECT
  predicate, subject, subject_type, subject_name, object, object_type, object_name, label, article, sentence, page_spans,
  title, page, text_id, story, paper, date
FROM relation_ends
WHERE number = :number
ORDER BY place ASC NULLS LAST
