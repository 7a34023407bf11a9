-- The papers and dates of each text's pages.
SELECT DISTINCT t.tid AS text, p.paper AS paper, p.date AS date
FROM texts t
JOIN articles a ON COALESCE(a.text_id, a.article) = t.text_id
JOIN pages p ON p.page = a.page
