SELECT e.subtype, n.community, n.pagerank
FROM entities e LEFT JOIN nodes n ON n.entity = e.entity
WHERE e.number = :number
