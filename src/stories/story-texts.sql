SELECT m.story, m.text_id, m.article, l.text
FROM story_members m
JOIN linkable l ON l.article = m.article
ORDER BY m.story ASC NULLS LAST, m.text_id ASC NULLS LAST, m.part ASC NULLS LAST
