-- Of a window of texts, the names that the build's cap on pairs left out.
SELECT t.text_id, e.entity
FROM texts t
JOIN unpaired u ON u.tid = t.tid
JOIN entities e ON e.number = u.number
WHERE t.text_id >= :first_text AND t.text_id <= :last_text
ORDER BY t.text_id ASC NULLS LAST, e.number ASC NULLS LAST
