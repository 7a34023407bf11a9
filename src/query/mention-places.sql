-- Every mention of the entities from one number to another as integers, in reading order; dates as 20250829.
SELECT number, aid, tid, sid, depth, sentence, start_at, CAST(REPLACE(date, '-', '') AS INT) AS day
FROM evidence
WHERE number >= :first_number AND number <= :last_number
ORDER BY
  number ASC NULLS LAST, aid ASC NULLS LAST, start_at ASC NULLS LAST, depth ASC NULLS LAST, sentence ASC NULLS LAST,
  tid ASC NULLS LAST, sid ASC NULLS LAST
