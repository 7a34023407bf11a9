-- The tables of a project (DESIGN: data). Lists and spans are JSON text; `start` and `end` are called start_at and end_at
-- here because END is a reserved word of SQL; the exports give them their own names back.
CREATE TABLE pages (
  page VARCHAR, paper VARCHAR, place VARCHAR, date VARCHAR, source VARCHAR, sha256 VARCHAR, chars BIGINT, rules VARCHAR,
  text VARCHAR
);
CREATE TABLE articles (
  article VARCHAR, page VARCHAR, ordinal INTEGER, kind VARCHAR, title VARCHAR, byline VARCHAR, dateline VARCHAR, text VARCHAR,
  pieces VARCHAR, continued_from VARCHAR, continued_to VARCHAR, text_id VARCHAR, story VARCHAR, confidence DOUBLE,
  map VARCHAR, byline_spans VARCHAR, joins VARCHAR
);
-- Why pieces are one text (jump: articles) or printings one story (copy, cut: texts), with the figures (stories/link.ts).
CREATE TABLE links (
  kind VARCHAR, source VARCHAR, target VARCHAR, score DOUBLE, shared INTEGER, aligned DOUBLE, joined BOOLEAN, reason VARCHAR
);
CREATE TABLE sentences (article VARCHAR, sentence INTEGER, start_at INTEGER, end_at INTEGER, page_spans VARCHAR);
CREATE TABLE mentions (
  article VARCHAR, sentence INTEGER, entity VARCHAR, type VARCHAR, surface VARCHAR, start_at INTEGER, end_at INTEGER,
  page_spans VARCHAR, layer VARCHAR, extractor VARCHAR, score DOUBLE, repair VARCHAR, rule VARCHAR, name VARCHAR
);
CREATE TABLE entities (
  entity VARCHAR, type VARCHAR, subtype VARCHAR, name VARCHAR, aliases VARCHAR, mentions BIGINT, articles BIGINT,
  stories BIGINT, papers BIGINT, first_date VARCHAR, last_date VARCHAR, number INTEGER
);
-- The same counts by layer: a name's bylines and mastheads are no part of what is told of it. In the order of numbers, so that
-- those of one entity are found without a look at the others.
CREATE TABLE layer_counts (
  number INTEGER, entity VARCHAR, layer VARCHAR, mentions BIGINT, articles BIGINT, stories BIGINT, papers BIGINT,
  first_date VARCHAR, last_date VARCHAR
);
CREATE TABLE edges (
  source VARCHAR, target VARCHAR, layer VARCHAR, articles BIGINT, close BIGINT, texts BIGINT, stories BIGINT,
  papers BIGINT, npmi DOUBLE, g2 DOUBLE, p DOUBLE, q DOUBLE, backbone BOOLEAN, first_date VARCHAR, last_date VARCHAR,
  backbone_rule VARCHAR
);
-- The entities of each layer with their counts there, and of "all": who is only at the other end of one of its ties is
-- counted 0. No tie of the content has such an end.
CREATE VIEW layer_entities AS
SELECT entity, layer, mentions, articles, stories, papers, first_date, last_date FROM layer_counts
UNION ALL
SELECT entity, 'all' AS layer, mentions, articles, stories, papers, first_date, last_date FROM entities
UNION ALL
SELECT
  ends.entity, ends.layer, CAST(0 AS BIGINT) AS mentions, CAST(0 AS BIGINT) AS articles, CAST(0 AS BIGINT) AS stories,
  CAST(0 AS BIGINT) AS papers, CAST(NULL AS VARCHAR) AS first_date, CAST(NULL AS VARCHAR) AS last_date
FROM (
  SELECT source AS entity, layer FROM edges WHERE layer <> 'content'
  UNION
  SELECT target AS entity, layer FROM edges WHERE layer <> 'content'
) ends
LEFT JOIN layer_counts l ON l.entity = ends.entity AND l.layer = ends.layer
WHERE l.entity IS NULL;
-- Numbers that tests and samples are told with: graph/weigh.ts, graph/layout.ts.
CREATE TABLE graph_totals (name VARCHAR, total BIGINT);
CREATE TABLE relations (
  subject VARCHAR, predicate VARCHAR, object VARCHAR, label VARCHAR, article VARCHAR, sentence INTEGER, page_spans VARCHAR
);
-- The relations of an entity at either end, each twice: its rows stand together, in the order number, place; place is the
-- order in which they are told (graph/relation-ends.sql).
CREATE TABLE relation_ends (
  number INTEGER, place INTEGER, predicate VARCHAR, subject VARCHAR, subject_type VARCHAR, subject_name VARCHAR,
  object VARCHAR, object_type VARCHAR, object_name VARCHAR, label VARCHAR, article VARCHAR, sentence INTEGER,
  page_spans VARCHAR, title VARCHAR, page VARCHAR, text_id VARCHAR, story VARCHAR, paper VARCHAR, date VARCHAR
);
-- Relations as the maps read them; their ends are mentions (article and offset) or, where the offset is NULL, names.
CREATE TABLE stated (
  predicate VARCHAR, subject VARCHAR, subject_at INTEGER, object VARCHAR, object_at INTEGER, label VARCHAR,
  article VARCHAR, sentence INTEGER, page_spans VARCHAR
);
-- Mentions with what is shown of them, in the order number (the entity's, by code point of its id), aid (the article's, in
-- reading order), start_at; written by graph/evidence.ts. depth: 0 content, 1 byline, 2 masthead.
CREATE TABLE evidence (
  number INTEGER, aid INTEGER, tid INTEGER, sid INTEGER, depth INTEGER, sentence INTEGER, start_at INTEGER, end_at INTEGER,
  surface VARCHAR, page_spans VARCHAR, sentence_start INTEGER, sentence_end INTEGER, sentence_spans VARCHAR, text VARCHAR,
  article VARCHAR, title VARCHAR, kind VARCHAR, page VARCHAR, paper VARCHAR, date VARCHAR, text_id VARCHAR, story VARCHAR
);
-- The texts under the numbers that `evidence` has for them and their stories: the date and the paper of the first page, how
-- many articles; written by graph/evidence.ts.
CREATE TABLE texts (tid INTEGER, sid INTEGER, text_id VARCHAR, date VARCHAR, paper VARCHAR, articles BIGINT);
-- Names that a text has beyond the most that the build pairs, entities and texts by number: no tie is made of them there
-- (graph/count-unpaired.sql).
CREATE TABLE unpaired (number INTEGER, tid INTEGER);
CREATE TABLE decisions (surface VARCHAR, type VARCHAR, page VARCHAR, entity VARCHAR, rule VARCHAR, reason VARCHAR);
-- The decisions of a person that the project was built with, in the order in which they act, each as its line.
CREATE TABLE corrections (number INTEGER, line VARCHAR);
-- Ids that no entity has any more → the entity that they became; NULL for one that a person hides.
CREATE TABLE redirects (former VARCHAR, name VARCHAR, entity VARCHAR);
CREATE TABLE issues (page VARCHAR, article VARCHAR, code VARCHAR, message VARCHAR, count BIGINT);
-- What a screen holds: places on the map; of the content layer's entities their communities, how surely they belong there
-- (stability), and centralities. The last five are NULL for who is only in bylines and mastheads.
CREATE TABLE nodes (
  entity VARCHAR, x DOUBLE, y DOUBLE, community INTEGER, stability DOUBLE, degree BIGINT, weighted_degree BIGINT,
  pagerank DOUBLE, betweenness DOUBLE
);
CREATE TABLE communities (community INTEGER, name VARCHAR, size INTEGER, stability DOUBLE);
-- Names in other spellings, made at build time: pinyin, initials; alias_pinyin is a JSON list beside `aliases`.
CREATE TABLE spellings (entity VARCHAR, pinyin VARCHAR, initials VARCHAR, alias_pinyin VARCHAR);
-- The page's data numbers articles in reading order and drawn entities by how often they are named, both from 0.
CREATE VIEW numbered_articles AS
SELECT
  article, page, story,
  ROW_NUMBER() OVER (ORDER BY page ASC NULLS LAST, ordinal ASC NULLS LAST, article ASC NULLS LAST) - 1 AS place
FROM articles;
CREATE VIEW numbered_nodes AS
SELECT
  e.entity,
  ROW_NUMBER() OVER (
    ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
  ) - 1 AS place
FROM nodes n JOIN entities e ON e.entity = n.entity;
