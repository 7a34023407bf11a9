-- Relations as the maps state them (table stated) → relations between entities, whatever identity was settled for their
-- ends. An end is the mention that begins at its offset; where it has none, it is the entity that is called so, in the
-- article if it is named there, else everywhere, else what a former one became: a name that is two entities' is nobody's.
CREATE TABLE called_entities AS
SELECT CONCAT(type, ':', name) AS called, MIN(entity) AS entity
FROM mentions
WHERE entity IS NOT NULL
GROUP BY CONCAT(type, ':', name)
HAVING COUNT(DISTINCT entity) = 1;
CREATE TABLE called_in_article AS
SELECT article, CONCAT(type, ':', name) AS called, MIN(entity) AS entity
FROM mentions
WHERE entity IS NOT NULL
GROUP BY article, CONCAT(type, ':', name)
HAVING COUNT(DISTINCT entity) = 1;
CREATE TABLE settled_ends AS
SELECT s.predicate, s.label, s.article, s.sentence, s.page_spans,
  CASE WHEN s.subject_at IS NULL THEN COALESCE(sn.entity, sc.entity, sf.entity) ELSE sm.entity END AS subject,
  CASE WHEN s.object_at IS NULL THEN COALESCE(o_n.entity, oc.entity, o_f.entity) ELSE om.entity END AS object
FROM stated s
LEFT JOIN mentions sm ON sm.article = s.article AND sm.start_at = s.subject_at
LEFT JOIN mentions om ON om.article = s.article AND om.start_at = s.object_at
LEFT JOIN called_in_article sn ON sn.article = s.article AND sn.called = s.subject
LEFT JOIN called_in_article o_n ON o_n.article = s.article AND o_n.called = s.object
LEFT JOIN called_entities sc ON sc.called = s.subject
LEFT JOIN called_entities oc ON oc.called = s.object
LEFT JOIN redirects sf ON sf.former = s.subject
LEFT JOIN redirects o_f ON o_f.former = s.object;
INSERT INTO relations
SELECT DISTINCT r.subject, r.predicate, r.object, r.label, r.article, r.sentence, r.page_spans
FROM settled_ends r
JOIN entities e ON e.entity = r.subject
JOIN entities f ON f.entity = r.object
WHERE r.subject <> r.object AND CASE
  -- A person's decision may have made something else of an end.
  WHEN r.predicate = 'holds_office' THEN e.type = 'person' AND f.type IN ('agency', 'place')
  WHEN r.predicate = 'part_of' THEN e.type = f.type
  WHEN r.predicate = 'issued_by' THEN e.type = 'program' AND f.type = 'agency'
  WHEN r.predicate = 'held_in' THEN e.type = 'program' AND f.type = 'place'
  WHEN r.predicate = 'member_of' THEN f.type = 'agency'
  ELSE f.type = 'place'
END
