-- count_articles numbers texts as evidence-articles.sql does: both by the order of their ids.
INSERT INTO unpaired
SELECT eid AS number, tid
FROM count_named
WHERE place > :max_entities
ORDER BY number ASC NULLS LAST, tid ASC NULLS LAST
