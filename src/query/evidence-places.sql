-- Where one or several entities are named: integers only, for the choice of what is read.
SELECT number, aid, tid, sid, depth, sentence, start_at
FROM evidence
WHERE number IN (:numbers)
