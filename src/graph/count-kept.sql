CREATE TABLE count_kept AS
SELECT n.tid, n.eid, n.depth, n.mentions, t.sid, t.pid, t.first_did, t.last_did
FROM count_named n JOIN count_texts t ON t.tid = n.tid
WHERE n.place <= :max_entities
