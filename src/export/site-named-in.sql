SELECT m.entity, m.layer, a.place
FROM (SELECT DISTINCT article, entity, layer FROM mentions) m
JOIN nodes n ON n.entity = m.entity
JOIN numbered_articles a ON a.article = m.article
ORDER BY m.entity ASC NULLS LAST, m.layer ASC NULLS LAST, a.place ASC NULLS LAST
