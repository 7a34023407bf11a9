INSERT INTO edges
SELECT
  a.entity AS source,
  b.entity AS target,
  CASE WHEN e.depth = 0 THEN 'content' WHEN e.depth = 1 THEN 'byline' ELSE 'masthead' END AS layer,
  e.articles,
  e.close,
  e.texts,
  e.stories,
  e.papers,
  w.npmi,
  w.g2,
  w.p,
  w.q,
  k.place IS NOT NULL AS backbone,
  f.date AS first_date,
  l.date AS last_date,
  k.rule AS backbone_rule
FROM count_edges e
JOIN count_entities a ON a.eid = e.source
JOIN count_entities b ON b.eid = e.target
LEFT JOIN count_dates f ON f.did = e.first_did
LEFT JOIN count_dates l ON l.did = e.last_did
LEFT JOIN count_weights w
  ON
    w.depth = e.depth AND w.stories = e.stories AND w.source_stories = e.source_stories
    AND w.target_stories = e.target_stories
LEFT JOIN count_backbone k ON k.place = e.place
