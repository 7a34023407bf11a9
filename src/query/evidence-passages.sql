-- Of one entity at a time: an engine looks for one number, and for a range of articles, in a few blocks, for a list in all.
SELECT
  number, aid, depth, sentence, start_at, end_at, surface, page_spans, sentence_start, sentence_end, sentence_spans, text,
  article, title, kind, page, paper, date, text_id, story
FROM evidence
WHERE number = :number AND aid >= :first_aid AND aid <= :last_aid AND aid IN (:aids)
