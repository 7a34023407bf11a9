-- Who is named in which text, and how prominently, in numbers; texts are numbered as in selection-text-pages.sql.
SELECT e.number AS number, t.text AS text, MIN(named.depth) AS depth
FROM (
  SELECT
    article,
    entity,
    CASE WHEN layer = 'content' THEN 0 WHEN layer = 'byline' THEN 1 ELSE 2 END AS depth
  FROM mentions
) named
JOIN (
  SELECT article, CAST(DENSE_RANK() OVER (ORDER BY COALESCE(text_id, article) ASC NULLS LAST) - 1 AS INT) AS text
  FROM articles
) t ON t.article = named.article
JOIN entities e ON e.entity = named.entity
WHERE named.depth <= :depth
GROUP BY e.number, t.text
ORDER BY number ASC NULLS LAST, text ASC NULLS LAST
