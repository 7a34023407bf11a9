-- One row an entity: how often, in how many articles, stories and papers it is named, over all layers.
DROP TABLE IF EXISTS count_entity_rows;
CREATE TABLE count_entity_rows AS
WITH facts AS (
  SELECT entity, MIN(type) AS type, MIN(name) AS name FROM mentions GROUP BY entity
),
counts AS (
  SELECT
    m.eid AS eid,
    COUNT(*) AS mentions,
    COUNT(DISTINCT m.aid) AS articles,
    COUNT(DISTINCT a.sid) AS stories,
    COUNT(DISTINCT a.pid) AS papers,
    MIN(a.date) AS first_date,
    MAX(a.date) AS last_date
  FROM count_mentions m JOIN count_articles a ON a.aid = m.aid
  GROUP BY m.eid
)
SELECT e.eid, e.entity, f.type, f.name, c.mentions, c.articles, c.stories, c.papers, c.first_date, c.last_date
FROM counts c
JOIN count_entities e ON e.eid = c.eid
JOIN facts f ON f.entity = e.entity;
DROP TABLE IF EXISTS count_surfaces;
CREATE TABLE count_surfaces AS
SELECT e.eid AS eid, m.surface AS surface, COUNT(*) AS mentions
FROM mentions m JOIN count_entities e ON e.entity = m.entity
WHERE m.surface IS NOT NULL
GROUP BY e.eid, m.surface;
