-- Who is named in which text, how prominently; `place` is the rank that the cap cuts by. story and paper are facts of a text: its articles
-- are one printing, so the smallest number stands for them all.
DROP TABLE IF EXISTS count_texts;
CREATE TABLE count_texts AS
SELECT tid, MIN(aid) AS aid, MIN(sid) AS sid, MIN(pid) AS pid, MIN(did) AS first_did, MAX(did) AS last_did
FROM count_articles
GROUP BY tid;
DROP TABLE IF EXISTS count_named;
CREATE TABLE count_named AS
SELECT
  tid,
  eid,
  depth,
  mentions,
  ROW_NUMBER() OVER (
    PARTITION BY tid ORDER BY mentions DESC NULLS LAST, depth ASC NULLS LAST, eid ASC NULLS LAST
  ) AS place
FROM (SELECT tid, eid, MIN(depth) AS depth, COUNT(*) AS mentions FROM count_mentions GROUP BY tid, eid) named;
