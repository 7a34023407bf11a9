-- Offices that the text states, beside the callings that were read.
INSERT INTO read_offices
SELECT DISTINCT article, subject AS person, object AS body, object_at AS body_at, label AS title
FROM stated
WHERE predicate = 'holds_office'
