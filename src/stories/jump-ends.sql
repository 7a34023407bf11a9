-- Articles that name another page, an issue's together: those that go on elsewhere, those that began elsewhere.
SELECT article, page, paper, date, page_number, kind, title, body, continued_from, continued_to
FROM linkable
WHERE paper IS NOT NULL AND date IS NOT NULL AND (continued_from IS NOT NULL OR continued_to IS NOT NULL)
ORDER BY paper NULLS LAST, date NULLS LAST, article NULLS LAST
