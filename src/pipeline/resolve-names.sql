-- Who was read where, before anything is resolved, and how much each is named. `place` numbers the names of a type.
DROP TABLE IF EXISTS resolve_named;
CREATE TABLE resolve_named AS
SELECT entity, type, article, COUNT(*) AS mentions FROM read_mentions GROUP BY entity, type, article;
DROP TABLE IF EXISTS resolve_entities;
CREATE TABLE resolve_entities AS
SELECT
  entity,
  type,
  stories,
  mentions,
  ROW_NUMBER() OVER (PARTITION BY type ORDER BY entity ASC NULLS LAST) AS place
FROM (
  SELECT
    n.entity AS entity,
    n.type AS type,
    COUNT(DISTINCT COALESCE(a.story, a.text_id, a.article)) AS stories,
    CAST(SUM(n.mentions) AS BIGINT) AS mentions
  FROM resolve_named n JOIN articles a ON a.article = n.article
  GROUP BY n.entity, n.type
) counted;
DROP TABLE IF EXISTS resolve_keys;
CREATE TABLE resolve_keys (kind VARCHAR, name_key VARCHAR, entity VARCHAR);
DROP TABLE IF EXISTS resolve_changes;
CREATE TABLE resolve_changes (
  read_as VARCHAR, entity VARCHAR, type VARCHAR, name VARCHAR, rule VARCHAR, hidden BOOLEAN
);
DROP TABLE IF EXISTS resolve_assigned;
CREATE TABLE resolve_assigned (
  read_as VARCHAR, article VARCHAR, entity VARCHAR, type VARCHAR, name VARCHAR, rule VARCHAR, hidden BOOLEAN
)
