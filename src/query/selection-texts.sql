-- Who is named in which text, and how prominently; texts are numbered as in selection-text-pages.sql.
SELECT named.entity AS entity, t.text AS text, MIN(named.depth) AS depth
FROM (
  SELECT
    article,
    entity,
    CASE WHEN layer = 'content' THEN 0 WHEN layer = 'byline' THEN 1 ELSE 2 END AS depth
  FROM mentions
  WHERE entity IS NOT NULL
) named
JOIN (
  SELECT article, CAST(DENSE_RANK() OVER (ORDER BY COALESCE(text_id, article) ASC NULLS LAST) AS INT) AS text
  FROM articles
) t ON t.article = named.article
WHERE named.depth <= :depth
GROUP BY named.entity, t.text
