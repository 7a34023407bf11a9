SELECT
  n.community, c.name AS community_name, COALESCE(c.size, 0) AS community_size, n.stability, n.degree,
  n.weighted_degree, n.pagerank, n.betweenness
FROM nodes n
LEFT JOIN communities c ON c.community = n.community
WHERE n.entity = :entity AND n.degree IS NOT NULL
