-- Which of the wanted were read anywhere.
SELECT e.entity FROM resolve_entities e JOIN resolve_wanted w ON w.entity = e.entity ORDER BY e.entity ASC NULLS LAST
