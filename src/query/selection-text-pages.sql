-- The papers, places of issue and dates of each text's pages, in the order of the texts.
SELECT DISTINCT t.tid AS text, p.paper AS paper, p.place AS place, p.date AS date
FROM texts t
JOIN articles a ON COALESCE(a.text_id, a.article) = t.text_id
JOIN pages p ON p.page = a.page
ORDER BY
  text ASC NULLS LAST, paper ASC NULLS LAST, place ASC NULLS LAST, date ASC NULLS LAST
