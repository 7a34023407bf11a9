-- Who is drawn: the entities of the content layer by rank, and besides some that only bylines and mastheads name.
CREATE TABLE drawn_entities AS
SELECT entity, name, in_content, place
FROM (
  SELECT
    e.entity AS entity,
    e.name AS name,
    CASE WHEN c.entity IS NULL THEN 0 ELSE 1 END AS in_content,
    ROW_NUMBER() OVER (
      PARTITION BY CASE WHEN c.entity IS NULL THEN 0 ELSE 1 END
      ORDER BY
        COALESCE(c.stories, e.stories) DESC NULLS LAST, COALESCE(c.mentions, e.mentions) DESC NULLS LAST,
        e.entity ASC NULLS LAST
    ) AS place
  FROM entities e
  LEFT JOIN (
    SELECT m.entity AS entity, COUNT(*) AS mentions, COUNT(DISTINCT COALESCE(a.story, a.text_id, a.article)) AS stories
    FROM mentions m JOIN articles a ON a.article = m.article
    WHERE m.layer = 'content'
    GROUP BY m.entity
  ) c ON c.entity = e.entity
) ranked
WHERE place <= CASE WHEN in_content = 1 THEN :max_drawn ELSE :max_others END
