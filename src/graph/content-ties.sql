SELECT e.place, e.source, e.target, e.stories, e.sentences, w.q
FROM count_edges e
LEFT JOIN count_weights w
  ON w.stories = e.stories AND w.source_stories = e.source_stories AND w.target_stories = e.target_stories
WHERE e.depth = 0 AND e.place >= :first_row AND e.place < :end_row
ORDER BY e.place ASC NULLS LAST
