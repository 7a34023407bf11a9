SELECT e.entity, e.type, e.name, e.aliases, s.pinyin, s.alias_pinyin, e.stories, e.mentions
FROM entities e LEFT JOIN spellings s ON s.entity = e.entity
ORDER BY e.stories DESC NULLS LAST, e.mentions DESC NULLS LAST, e.entity ASC NULLS LAST
