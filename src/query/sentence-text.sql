SELECT s.start_at, s.end_at, s.page_spans, a.text
FROM sentences s JOIN articles a ON a.article = s.article
WHERE s.article = :article AND s.sentence = :sentence
