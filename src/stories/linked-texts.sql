-- The texts of each component of linked texts, a component's together.
SELECT
  l.component, l.text_id, a.title, COALESCE(j.body, a.body) AS body,
  CASE WHEN a.continued_from IS NULL AND a.continued_to IS NULL THEN 0 ELSE 1 END AS part
FROM linked_texts l
JOIN linkable a ON a.article = l.text_id
LEFT JOIN joined_texts j ON j.text_id = l.text_id
ORDER BY l.component NULLS LAST, l.text_id NULLS LAST
