-- An article that says "turn to page 7" beside one of the same paper and date, on another page, that says "from page 1".
SELECT
  head.article AS head, head.title AS head_title, head.text AS head_text,
  tail.article AS tail, tail.title AS tail_title, tail.text AS tail_text
FROM linkable head
JOIN linkable tail ON head.paper = tail.paper AND head.date = tail.date AND head.page <> tail.page
WHERE head.continued_to IS NOT NULL AND tail.continued_from IS NOT NULL AND head.kind <> 'teaser'
ORDER BY head.article NULLS LAST, tail.article NULLS LAST
