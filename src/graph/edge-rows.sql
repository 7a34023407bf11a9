SELECT
  e.place, e.source AS source_eid, e.target AS target_eid, e.depth, a.entity AS source, b.entity AS target, e.texts,
  e.stories, e.papers, e.articles, e.close, e.sentences, e.source_stories, e.target_stories, f.date AS first_date,
  l.date AS last_date
FROM count_edges e
JOIN count_entities a ON a.eid = e.source
JOIN count_entities b ON b.eid = e.target
LEFT JOIN count_dates f ON f.did = e.first_did
LEFT JOIN count_dates l ON l.did = e.last_did
WHERE e.place >= :first_row AND e.place < :end_row
ORDER BY e.place ASC NULLS LAST
